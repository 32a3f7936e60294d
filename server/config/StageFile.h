// SPDX-License-Identifier: MIT
#pragma once

#include "config/StageConfig.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringList>
#include <tl/expected.hpp>

QT_BEGIN_NAMESPACE
class QJsonArray;
class QJsonObject;
class QJsonValue;
QT_END_NAMESPACE

namespace Greenroom {

class JsonChecker;

/// Reads the file of `--config`; its form is in stages.schema.json.
class StageFile
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::StageFile)

public:
    /// The stages, or every mistake, each a line with its JSON path and what was expected.
    using Stages = tl::expected<QList<StageConfig>, QStringList>;

    /// Reads the file at `path`; the mistakes begin with its name.
    static Stages read(const QString &path);
    /// Reads what is in a file; relative names of other files in it begin at `folder`.
    static Stages parse(const QByteArray &json, const QDir &folder = QDir());

private:
    StageFile(JsonChecker &checker, const QDir &folder) : m_check(checker), m_folder(folder) {}

    QList<StageConfig> stages(const QString &path, const QJsonArray &items);
    StageConfig stage(const QString &path, const QJsonObject &object);
    QString stageName(const QString &path, const QJsonValue &value);
    QList<RouteConfig> backendRoutes(const QString &path, const QJsonValue &value);
    QList<RouteConfig> routes(const QString &path, const QJsonObject &object);
    RouteConfig route(const QString &path, const QString &routeKey, const QJsonObject &object);
    std::optional<RequestModel> requestModel(const QString &path, const QString &routeKey,
                                             const QJsonValue &value);
    QByteArray mockResponse(const QString &path, const QString &handler, const QJsonValue &value);
    RouteSelectionExpression routeSelection(const QString &path, const QJsonValue &value);
    QMap<QString, QString> stageVariables(const QString &path, const QJsonObject &object);

    JsonChecker &m_check;
    QDir m_folder;
    QStringList m_names;
};

} // namespace Greenroom
