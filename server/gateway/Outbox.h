// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <deque>

namespace Greenroom {

/// What is still to be done to a connection, some of it only after a while, and all of it in order: what
/// comes later never overtakes what was put before.
class Outbox
{
public:
    using Act = std::function<void()>;

    /// Borrows `clock`. Destroying the outbox forgets what waits.
    explicit Outbox(Clock &clock);

    /// Does `act` once `delay` is over and everything before it is done; at once if nothing waits.
    /// `bytes` is what it holds in memory until then.
    void put(std::chrono::milliseconds delay, Act act, qint64 bytes = 0);
    /// What waits holds so many bytes.
    qint64 waitingBytes() const { return m_waitingBytes; }
    bool isEmpty() const { return m_items.empty(); }
    /// Does everything that waits. Nothing if called by what it does.
    void flush();

private:
    struct Item
    {
        std::chrono::milliseconds due{0};
        Act act;
        qint64 bytes = 0;
    };

    void actUntil(std::chrono::milliseconds moment);
    void setAlarm();

    Clock &m_clock;
    std::deque<Item> m_items;
    std::unique_ptr<Alarm> m_alarm;
    qint64 m_waitingBytes = 0;
    bool m_isActing = false;
};

} // namespace Greenroom
