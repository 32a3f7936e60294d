// SPDX-License-Identifier: MIT
#pragma once

#include "config/AuthorizerConfig.h"

#include <QCoreApplication>
#include <QDir>

QT_BEGIN_NAMESPACE
class QJsonObject;
class QJsonValue;
QT_END_NAMESPACE

namespace Greenroom {

class JsonChecker;

/// Reads the member `authorizer` of a stage.
class AuthorizerReader
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::AuthorizerReader)

public:
    /// Borrows `checker`, to which each mistake is reported. Relative names of files begin at `folder`.
    AuthorizerReader(JsonChecker &checker, const QDir &folder) : m_check(checker), m_folder(folder) {}

    /// Of use only where nothing has been reported.
    AuthorizerConfig read(const QString &path, const QJsonValue &value);

private:
    QList<IdentitySource> sources(const QString &path, const QJsonValue &value);
    QList<IdentitySource> source(const QString &path, const QString &text);
    void readJwt(AuthorizerConfig &config, const QString &path, const QJsonValue &value);
    MockAuthorizer::Answers mock(const QString &path, const QJsonValue &value);
    MockAuthorizer::Answers answers(const QString &path, const QJsonObject &object);
    MockAuthorizer::Answer answer(const QString &path, const QJsonValue &value);
    MockAuthorizer::Answer objectAnswer(const QString &path, const QJsonObject &object);

    JsonChecker &m_check;
    QDir m_folder;
};

} // namespace Greenroom
