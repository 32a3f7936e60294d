// SPDX-License-Identifier: MIT
#include "session/SleepWatch.h"

#include <algorithm>

namespace Greenroom {

SleepWatch::SleepWatch(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

void SleepWatch::start()
{
    if (!m_alarm)
        note();
}

void SleepWatch::stop()
{
    m_alarm.reset();
}

void SleepWatch::note()
{
    m_steady = m_clock.steadyTime();
    m_boot = m_clock.bootTime();
    m_wall = m_clock.wallTime();
    m_alarm = m_clock.ringAfterBootTime(period, [this] { look(); });
}

void SleepWatch::look()
{
    const auto awake = m_clock.steadyTime() - m_steady;
    const auto slept = std::max(m_clock.bootTime() - m_boot, m_clock.wallTime() - m_wall) - awake;
    note();
    if (slept > shortestSleep)
        Q_EMIT resumed(slept);
}

} // namespace Greenroom
