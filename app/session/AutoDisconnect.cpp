// SPDX-License-Identifier: MIT
#include "session/AutoDisconnect.h"

#include <algorithm>

namespace Greenroom {

using std::chrono::seconds;

AutoDisconnect::AutoDisconnect(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

bool AutoDisconnect::isEnabled() const
{
    return m_enabled;
}

seconds AutoDisconnect::limit() const
{
    return m_limit;
}

std::optional<seconds> AutoDisconnect::remaining() const
{
    if (!m_alarm)
        return std::nullopt;
    return std::max(std::chrono::ceil<seconds>(m_endsAt - m_clock.bootTime()), seconds::zero());
}

void AutoDisconnect::setEnabled(bool enabled)
{
    if (std::exchange(m_enabled, enabled) != enabled)
        restart();
}

void AutoDisconnect::setLimit(seconds limit)
{
    m_limit = std::clamp(limit, seconds(1), maximumLimit);
    restart();
}

void AutoDisconnect::sessionStarted()
{
    if (!std::exchange(m_inSession, true))
        restart();
}

void AutoDisconnect::sessionEnded()
{
    m_inSession = false;
    restart();
}

void AutoDisconnect::restart()
{
    m_alarm.reset();
    if (m_enabled && m_inSession) {
        m_endsAt = m_clock.bootTime() + m_limit;
        m_alarm = m_clock.ringAfterBootTime(m_limit, [this] { expire(); });
    }
    Q_EMIT changed();
}

void AutoDisconnect::expire()
{
    m_alarm.reset();
    Q_EMIT changed();
    Q_EMIT expired();
}

} // namespace Greenroom
