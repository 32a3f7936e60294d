// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

namespace Greenroom {

/// A clock whose steady and boot time pass faster than another's, so that ten minutes of waiting can be had
/// in ten seconds. Dates are the other clock's own: what happened when stays true.
class ScaledClock final : public Clock
{
public:
    /// Borrows `clock`. `scale` is positive; with 60 a minute passes in a second.
    ScaledClock(Clock &clock, double scale);

    WallTime wallTime() const override;
    std::chrono::milliseconds steadyTime() const override;
    std::chrono::milliseconds bootTime() const override;
    std::unique_ptr<Alarm> ringAfter(std::chrono::milliseconds delay, std::function<void()> ring) override;
    std::unique_ptr<Alarm> ringAfterBootTime(std::chrono::milliseconds delay,
                                             std::function<void()> ring) override;

private:
    std::chrono::milliseconds scaled(std::chrono::milliseconds delay) const;

    Clock &m_clock;
    double m_scale;
};

} // namespace Greenroom
