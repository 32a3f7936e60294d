// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

namespace Greenroom {

/// The machine's own clocks and Qt's timers. May be used from several threads; each gets its own alarms.
class SystemClock final : public Clock
{
public:
    WallTime wallTime() const override;
    std::chrono::milliseconds steadyTime() const override;
    std::chrono::milliseconds bootTime() const override;
    std::unique_ptr<Alarm> ringAfter(std::chrono::milliseconds delay, std::function<void()> ring) override;
    std::unique_ptr<Alarm> ringAfterBootTime(std::chrono::milliseconds delay,
                                             std::function<void()> ring) override;
};

} // namespace Greenroom
