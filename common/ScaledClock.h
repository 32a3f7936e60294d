// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

namespace Greenroom {

/// A clock whose steady time passes faster than another's, so that ten minutes of waiting can be had in ten
/// seconds. Dates are the other clock's own: what happened when stays true.
class ScaledClock final : public Clock
{
public:
    /// Borrows `clock`. `scale` is positive; with 60 a minute passes in a second.
    ScaledClock(Clock &clock, double scale);

    WallTime wallTime() const override;
    std::chrono::milliseconds steadyTime() const override;
    std::unique_ptr<Alarm> ringAfter(std::chrono::milliseconds delay, std::function<void()> ring) override;

private:
    Clock &m_clock;
    double m_scale;
};

} // namespace Greenroom
