// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/StageQuotas.h"

#include <QCoreApplication>

QT_BEGIN_NAMESPACE
class QJsonObject;
class QJsonValue;
QT_END_NAMESPACE

namespace Greenroom {

class JsonChecker;

/// Reads the `quotas` of a stage.
class QuotaConfig
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::QuotaConfig)

public:
    /// `false` switches all of them off, an object changes those that it names. Mistakes go to `checker`.
    static StageQuotas read(JsonChecker &checker, const QString &path, const QJsonValue &value);

private:
    QuotaConfig(JsonChecker &checker, QString path, const QJsonObject &object);

    /// Whether `false` may stand for a number.
    enum class Off { Allowed, Refused };
    using Time = std::optional<std::chrono::milliseconds>;

    StageQuotas quotas() const;
    // Each returns `standard` where nothing (usable) is given, and nothing for `false`.
    std::optional<qint64> bytes(const QString &name, std::optional<qint64> standard) const;
    Time time(const QString &name, std::chrono::milliseconds unit, Time standard) const;
    std::optional<double> number(const QString &name, double least, Off off,
                                 std::optional<double> standard) const;

    JsonChecker &m_check;
    QString m_path;
    const QJsonObject &m_object;
};

} // namespace Greenroom
