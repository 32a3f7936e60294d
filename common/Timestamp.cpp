// SPDX-License-Identifier: MIT
#include "common/Timestamp.h"

#include <QDateTime>

namespace Greenroom {

namespace {

QDateTime toDateTime(WallTime moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), Qt::UTC);
}

} // namespace

QString toStamp(WallTime moment)
{
    return toDateTime(std::chrono::floor<std::chrono::seconds>(moment)).toString(Qt::ISODate);
}

QString toMillisecondStamp(WallTime moment)
{
    return toDateTime(moment).toString(Qt::ISODateWithMs);
}

std::optional<WallTime> fromStamp(QStringView stamp)
{
    const QDateTime parsed = QDateTime::fromString(stamp.toString(), Qt::ISODateWithMs);
    if (!stamp.endsWith(u'Z') || !stamp.contains(u'T') || !parsed.isValid())
        return std::nullopt;
    return WallTime(std::chrono::milliseconds(parsed.toMSecsSinceEpoch()));
}

} // namespace Greenroom
