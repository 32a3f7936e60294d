// SPDX-License-Identifier: MIT
#include "session/RenewalSchedule.h"

#include <algorithm>

namespace Greenroom {

RenewalSchedule::RenewalSchedule(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

void RenewalSchedule::start()
{
    m_startedAt = m_clock.bootTime();
    m_lastTraffic = m_startedAt;
    ringAt(m_startedAt + earliest);
}

void RenewalSchedule::stop()
{
    m_alarm.reset();
}

void RenewalSchedule::noteTraffic()
{
    m_lastTraffic = m_clock.bootTime();
}

void RenewalSchedule::postpone()
{
    ringAt(m_clock.bootTime() + retryAfter);
}

void RenewalSchedule::ringAt(std::chrono::milliseconds at)
{
    m_alarm = m_clock.ringAfterBootTime(at - m_clock.bootTime(), [this] { review(); });
}

void RenewalSchedule::review()
{
    const auto now = m_clock.bootTime();
    const auto calm = m_lastTraffic + quiet;
    if (now < calm && now < m_startedAt + latest) {
        ringAt(std::min<std::chrono::milliseconds>(calm, m_startedAt + latest));
        return;
    }
    m_alarm.reset();
    Q_EMIT due();
}

} // namespace Greenroom
