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

std::chrono::milliseconds ScaledClock::bootTime() const
{
    return std::chrono::floor<std::chrono::milliseconds>(Milliseconds(m_clock.bootTime()) * m_scale);
}

std::unique_ptr<Alarm> ScaledClock::ringAfter(std::chrono::milliseconds delay, std::function<void()> ring)
{
    return m_clock.ringAfter(scaled(delay), std::move(ring));
}

std::unique_ptr<Alarm> ScaledClock::ringAfterBootTime(std::chrono::milliseconds delay,
                                                      std::function<void()> ring)
{
    return m_clock.ringAfterBootTime(scaled(delay), std::move(ring));
}

/// Never too short: whoever looks at the time when it rings finds the delay over.
std::chrono::milliseconds ScaledClock::scaled(std::chrono::milliseconds delay) const
{
    return std::chrono::ceil<std::chrono::milliseconds>(Milliseconds(delay) / m_scale);
}

} // namespace Greenroom
