// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/Faults.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QStringList>
#include <tl/expected.hpp>

namespace Greenroom {

class JsonChecker;

/// Reads and writes a FaultPlan as JSON, for a stage's `faults` in the file of `--config` and for `@faults`;
/// its form is in stages.schema.json.
class FaultConfig
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::FaultConfig)

public:
    /// The plan, or every mistake, each a line with its JSON path and what was expected.
    using Plan = tl::expected<FaultPlan, QStringList>;

    /// Reads a text that holds a plan and no more.
    static Plan parse(const QByteArray &json);
    /// Reads the plan at `path` of a larger file; the mistakes are the checker's.
    static FaultPlan read(JsonChecker &checker, const QString &path, const QJsonValue &value);

    /// The plan as it is read, and with each rule how often it has fired.
    static QJsonObject toJson(const FaultPlan &plan, const QList<qint64> &fired);

    /// The longest delay: as long as API Gateway lets a connection be idle.
    static constexpr std::chrono::milliseconds longestDelay = std::chrono::minutes(10);

private:
    explicit FaultConfig(JsonChecker &checker) : m_check(checker) {}

    FaultPlan plan(const QString &path, const QJsonObject &object);
    FaultRule rule(const QString &path, const QJsonObject &object);
    void readKind(FaultRule &rule, const QString &path, const QJsonObject &object);
    void readWhen(FaultRule &rule, const QString &path, const QJsonObject &object);
    void readDelay(FaultRule &rule, const QString &path, const QJsonValue &value);
    void readClose(FaultRule &rule, const QString &path, const QJsonObject &object);
    QString name(const QString &path, const QJsonObject &object, QLatin1String member);

    JsonChecker &m_check;
};

} // namespace Greenroom
