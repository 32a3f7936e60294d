// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <map>

namespace Greenroom::Test {

/// A clock that stands still until a test turns it. One thread only; must outlive the alarms it gave.
class FakeClock final : public Clock
{
public:
    /// 2026-01-31T12:00:00Z unless told otherwise.
    explicit FakeClock(WallTime start = WallTime(std::chrono::milliseconds(1'769'860'800'000)));

    WallTime wallTime() const override;
    std::chrono::milliseconds steadyTime() const override;
    std::chrono::milliseconds bootTime() const override;
    std::unique_ptr<Alarm> ringAfter(std::chrono::milliseconds delay, std::function<void()> ring) override;
    std::unique_ptr<Alarm> ringAfterBootTime(std::chrono::milliseconds delay,
                                             std::function<void()> ring) override;

    /// Turns all clocks by `duration`, ringing every alarm that falls due, in order and at its own time.
    void advance(std::chrono::milliseconds duration);
    /// The machine sleeps for `duration`: the steady clock stands still, and nothing rings before the end.
    void sleep(std::chrono::milliseconds duration);
    /// Turns the wall clock alone, as a user or a time server does.
    void setWallTime(WallTime moment);
    /// Alarms that have neither rung nor been cancelled.
    std::size_t pendingAlarms() const;

private:
    class FakeAlarm;
    using Key = std::pair<std::chrono::milliseconds, quint64>;
    using Queue = std::map<Key, std::function<void()>>;

    std::unique_ptr<Alarm> enqueue(Queue &queue, std::chrono::milliseconds due, std::function<void()> ring);
    Queue *nextQueue();
    std::chrono::milliseconds timeUntil(const Queue &queue) const;
    void turn(std::chrono::milliseconds duration);

    WallTime m_wall;
    std::chrono::milliseconds m_steady{1'000'000};
    std::chrono::milliseconds m_slept{0};
    quint64 m_nextKey = 0;
    /// By steady time.
    Queue m_due;
    /// By boot time.
    Queue m_bootDue;
};

} // namespace Greenroom::Test
