// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace Greenroom::Bench {

using Clock = std::chrono::steady_clock;
using Time = Clock::time_point;
using Duration = Clock::duration;

inline double seconds(Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

inline double milliseconds(Duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

} // namespace Greenroom::Bench
