// SPDX-License-Identifier: MIT
#include "gateway/Throttle.h"

#include <algorithm>

namespace Greenroom {

Throttle::Throttle(std::optional<double> rate, double burst, const Clock &clock)
    : m_rate(rate), m_burst(burst), m_clock(&clock), m_tokens(burst), m_filledAt(clock.steadyTime())
{
}

bool Throttle::admit()
{
    if (!m_rate)
        return true;
    const auto now = m_clock->steadyTime();
    const std::chrono::duration<double> passed = now - std::exchange(m_filledAt, now);
    m_tokens = std::min(m_burst, m_tokens + passed.count() * *m_rate);
    if (m_tokens < 1)
        return false;
    m_tokens -= 1;
    return true;
}

} // namespace Greenroom
