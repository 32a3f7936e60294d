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
    std::unique_ptr<Alarm> ringAfter(std::chrono::milliseconds delay, std::function<void()> ring) override;

    /// Turns both clocks by `duration`, ringing every alarm that falls due, in order and at its own time.
    void advance(std::chrono::milliseconds duration);
    /// Turns the wall clock alone, as a user or a time server does.
    void setWallTime(WallTime moment);
    /// Alarms that have neither rung nor been cancelled.
    std::size_t pendingAlarms() const;

private:
    class FakeAlarm;
    using Key = std::pair<std::chrono::milliseconds, quint64>;

    WallTime m_wall;
    std::chrono::milliseconds m_steady{1'000'000};
    quint64 m_nextKey = 0;
    std::map<Key, std::function<void()>> m_due;
};

} // namespace Greenroom::Test
