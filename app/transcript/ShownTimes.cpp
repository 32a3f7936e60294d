// SPDX-License-Identifier: MIT
#include "transcript/ShownTimes.h"

#include "transcript/LineText.h"

#include <QSettings>

namespace Greenroom {

namespace {

constexpr auto utcKey = "transcript/timesInUtc";

} // namespace

ShownTimes::ShownTimes(QSettings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    LineText::setZone(zone());
}

Qt::TimeSpec ShownTimes::zone() const
{
    return m_settings.value(QLatin1String(utcKey), false).toBool() ? Qt::UTC : Qt::LocalTime;
}

void ShownTimes::setZone(Qt::TimeSpec zone)
{
    if (zone == this->zone())
        return;
    m_settings.setValue(QLatin1String(utcKey), zone == Qt::UTC);
    LineText::setZone(zone);
    Q_EMIT changed();
}

} // namespace Greenroom
