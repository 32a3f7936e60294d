// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>

namespace Greenroom {

/// The values of a stage's secret headers and query items, as Secrets keeps them. Never write it anywhere
/// else.
struct OptionSecrets
{
    /// By name in small letters.
    QHash<QString, QString> headers = {};
    /// By name.
    QHash<QString, QString> queryItems = {};

    /// Whatever makes sense in `json`; nothing if it is none.
    static OptionSecrets fromJson(const QString &json);
    /// Empty where there is nothing to keep.
    QString toJson() const;
};

} // namespace Greenroom
