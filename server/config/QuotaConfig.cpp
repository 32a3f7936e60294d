// SPDX-License-Identifier: MIT
#include "config/QuotaConfig.h"

#include "common/JsonChecker.h"

namespace Greenroom {

using namespace std::chrono_literals;

namespace {

// With their units, as JSON has none.
constexpr QLatin1String frameName("frameSizeBytes");
constexpr QLatin1String messageName("messagePayloadSizeBytes");
constexpr QLatin1String idleName("idleConnectionTimeoutSeconds");
constexpr QLatin1String durationName("connectionDurationSeconds");
constexpr QLatin1String integrationName("integrationTimeoutMillis");
constexpr QLatin1String connectRateName("newConnectionsPerSecond");
constexpr QLatin1String requestRateName("throttlingRateLimit");
constexpr QLatin1String requestBurstName("throttlingBurstLimit");
constexpr QLatin1String pingsName("pingsAreActivity");

/// Of rates and times, which need not be whole.
constexpr double smallest = 0.001;
/// Beyond any use, and every unit of ours holds it.
constexpr double largest = 1'000'000'000;
constexpr int digits = 10;

StageQuotas noQuotas()
{
    StageQuotas quotas;
    quotas.frameBytes.reset();
    quotas.messageBytes.reset();
    quotas.idleTimeout.reset();
    quotas.connectionDuration.reset();
    quotas.integrationTimeout.reset();
    quotas.connectRate.reset();
    quotas.requestRate.reset();
    return quotas;
}

} // namespace

StageQuotas QuotaConfig::read(JsonChecker &checker, const QString &path, const QJsonValue &value)
{
    if (value.isBool() && !value.toBool())
        return noQuotas();
    const QJsonObject object = checker.object(path, value);
    return QuotaConfig(checker, path, object).quotas();
}

QuotaConfig::QuotaConfig(JsonChecker &checker, QString path, const QJsonObject &object)
    : m_check(checker), m_path(std::move(path)), m_object(object)
{
}

StageQuotas QuotaConfig::quotas() const
{
    m_check.expectOnly(m_path, m_object,
                       {frameName, messageName, idleName, durationName, integrationName, connectRateName,
                        requestRateName, requestBurstName, pingsName});
    StageQuotas quotas;
    quotas.frameBytes = bytes(frameName, quotas.frameBytes);
    quotas.messageBytes = bytes(messageName, quotas.messageBytes);
    quotas.idleTimeout = time(idleName, 1s, quotas.idleTimeout);
    quotas.connectionDuration = time(durationName, 1s, quotas.connectionDuration);
    quotas.integrationTimeout = time(integrationName, 1ms, quotas.integrationTimeout);
    quotas.connectRate = number(connectRateName, smallest, Off::Allowed, quotas.connectRate);
    quotas.requestRate = number(requestRateName, smallest, Off::Allowed, quotas.requestRate);
    quotas.requestBurst =
        number(requestBurstName, 1, Off::Refused, quotas.requestBurst).value_or(quotas.requestBurst);
    const QString pingsPath = JsonChecker::member(m_path, pingsName);
    if (m_object.contains(pingsName) && m_check.boolean(pingsPath, m_object.value(pingsName)))
        quotas.pings = StageQuotas::Pings::AreActivity;
    return quotas;
}

std::optional<qint64> QuotaConfig::bytes(const QString &name, std::optional<qint64> standard) const
{
    const auto value = number(name, 1, Off::Allowed, standard);
    return value ? std::optional(static_cast<qint64>(*value)) : std::nullopt;
}

QuotaConfig::Time QuotaConfig::time(const QString &name, std::chrono::milliseconds unit, Time standard) const
{
    if (!m_object.contains(name))
        return standard;
    const auto value = number(name, smallest, Off::Allowed, std::nullopt);
    if (!value)
        return std::nullopt;
    return std::chrono::ceil<std::chrono::milliseconds>(*value * std::chrono::duration<double>(unit));
}

std::optional<double> QuotaConfig::number(const QString &name, double least, Off off,
                                          std::optional<double> standard) const
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined())
        return standard;
    if (off == Off::Allowed && value.isBool() && !value.toBool())
        return std::nullopt;
    if (value.isDouble() && value.toDouble() >= least && value.toDouble() <= largest)
        return value.toDouble();
    const QString sentence = off == Off::Allowed ? tr("Expected a number from %1 to %2, or false; found %3.")
                                                 : tr("Expected a number from %1 to %2; found %3.");
    m_check.report(JsonChecker::member(m_path, name),
                   sentence.arg(QString::number(least, 'g', digits), QString::number(largest, 'g', digits),
                                JsonChecker::shown(value)));
    return standard;
}

} // namespace Greenroom
