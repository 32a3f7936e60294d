// SPDX-License-Identifier: MIT
#include "session/RetryTimer.h"

#include <algorithm>

namespace Greenroom {

using std::chrono::seconds;

RetryTimer::RetryTimer(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

std::optional<seconds> RetryTimer::remaining() const
{
    if (!m_alarm)
        return std::nullopt;
    return std::max(std::chrono::ceil<seconds>(m_dueAt - m_clock.steadyTime()), seconds::zero());
}

void RetryTimer::start(std::chrono::milliseconds delay)
{
    m_dueAt = m_clock.steadyTime() + delay;
    schedule();
}

void RetryTimer::stop()
{
    m_alarm.reset();
}

/// Until the next whole second, so that no number is skipped or shown twice.
void RetryTimer::schedule()
{
    const auto left = m_dueAt - m_clock.steadyTime();
    const auto whole = std::chrono::ceil<seconds>(left) - seconds(1);
    m_alarm = m_clock.ringAfter(left - whole, [this] { ring(); });
}

void RetryTimer::ring()
{
    if (m_clock.steadyTime() >= m_dueAt) {
        m_alarm.reset();
        Q_EMIT due();
        return;
    }
    schedule();
    Q_EMIT ticked();
}

} // namespace Greenroom
