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
    void put(std::chrono::milliseconds delay, Act act);
    bool isEmpty() const { return m_items.empty(); }
    /// Does everything that waits. Nothing if called by what it does.
    void flush();

private:
    struct Item
    {
        std::chrono::milliseconds due{0};
        Act act;
    };

    void actUntil(std::chrono::milliseconds moment);
    void setAlarm();

    Clock &m_clock;
    std::deque<Item> m_items;
    std::unique_ptr<Alarm> m_alarm;
    bool m_isActing = false;
};

} // namespace Greenroom
