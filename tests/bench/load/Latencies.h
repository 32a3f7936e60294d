// SPDX-License-Identifier: MIT
#pragma once

#include "load/Time.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace Greenroom::Bench {

/// How long deliveries took, in steps of 10 µs; all that took over a second count as one second.
class Latencies
{
public:
    void add(Duration latency)
    {
        const auto steps = latency / step;
        ++m_counts[static_cast<std::size_t>(std::clamp<Duration::rep>(steps, 0, stepCount - 1))];
    }

    /// The upper end of the step that this part of all took at most; 0 of none.
    Duration percentile(double part) const
    {
        const auto all = std::accumulate(m_counts.begin(), m_counts.end(), std::uint64_t{0});
        const double wanted = static_cast<double>(all) * part;
        std::uint64_t seen = 0;
        for (std::size_t i = 0; i < m_counts.size() && all > 0; ++i) {
            seen += m_counts[i];
            if (static_cast<double>(seen) >= wanted)
                return step * static_cast<Duration::rep>(i + 1);
        }
        return {};
    }

    void clear() { std::fill(m_counts.begin(), m_counts.end(), 0); }

private:
    static constexpr Duration step = std::chrono::microseconds(10);
    static constexpr Duration::rep stepCount = 100'000;

    std::vector<std::uint64_t> m_counts = std::vector<std::uint64_t>(stepCount);
};

} // namespace Greenroom::Bench
