// SPDX-License-Identifier: MIT
#include "gateway/Outbox.h"

#include <algorithm>

namespace Greenroom {

Outbox::Outbox(Clock &clock) : m_clock(clock) {}

void Outbox::put(std::chrono::milliseconds delay, Act act, qint64 bytes)
{
    if (m_items.empty() && delay <= std::chrono::milliseconds::zero()) {
        act();
        return;
    }
    const auto due = m_clock.steadyTime() + delay;
    m_items.push_back({m_items.empty() ? due : std::max(due, m_items.back().due), std::move(act), bytes});
    m_waitingBytes += bytes;
    if (m_items.size() == 1)
        setAlarm();
}

void Outbox::flush()
{
    actUntil(std::chrono::milliseconds::max());
}

void Outbox::actUntil(std::chrono::milliseconds moment)
{
    if (std::exchange(m_isActing, true))
        return;
    while (!m_items.empty() && m_items.front().due <= moment) {
        const Item item = std::move(m_items.front());
        m_items.pop_front();
        m_waitingBytes -= item.bytes;
        item.act();
    }
    m_isActing = false;
    setAlarm();
}

void Outbox::setAlarm()
{
    m_alarm.reset();
    if (!m_items.empty())
        m_alarm = m_clock.ringAfter(m_items.front().due - m_clock.steadyTime(),
                                    [this] { actUntil(m_clock.steadyTime()); });
}

} // namespace Greenroom
