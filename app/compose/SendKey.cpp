// SPDX-License-Identifier: MIT
#include "compose/SendKey.h"

#include <QSettings>

namespace Greenroom {

namespace {

constexpr auto enterSendsKey = "composer/enterSends";

} // namespace

SendKey::SendKey(QSettings &settings, QObject *parent) : QObject(parent), m_settings(settings) {}

SendKey::Way SendKey::way() const
{
    return m_settings.value(QLatin1String(enterSendsKey), true).toBool() ? Way::EnterSends : Way::EnterBreaks;
}

void SendKey::setWay(Way way)
{
    if (way == this->way())
        return;
    m_settings.setValue(QLatin1String(enterSendsKey), way == Way::EnterSends);
    Q_EMIT changed();
}

} // namespace Greenroom
