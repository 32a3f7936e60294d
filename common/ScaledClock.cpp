// SPDX-License-Identifier: MIT
#include "common/ScaledClock.h"

namespace Greenroom {

namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

} // namespace

ScaledClock::ScaledClock(Clock &clock, double scale) : m_clock(clock), m_scale(scale) {}

WallTime ScaledClock::wallTime() const
{
    return m_clock.wallTime();
}

std::chrono::milliseconds ScaledClock::steadyTime() const
{
    return std::chrono::floor<std::chrono::milliseconds>(Milliseconds(m_clock.steadyTime()) * m_scale);
}

std::unique_ptr<Alarm> ScaledClock::ringAfter(std::chrono::milliseconds delay, std::function<void()> ring)
{
    // Never early: whoever looks at steadyTime() when it rings finds the delay over.
    const auto scaled = std::chrono::ceil<std::chrono::milliseconds>(Milliseconds(delay) / m_scale);
    return m_clock.ringAfter(scaled, std::move(ring));
}

} // namespace Greenroom
