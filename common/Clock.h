// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>
#include <chrono>
#include <functional>
#include <memory>

namespace Greenroom {

/// A moment on the wall clock, UTC, in whole milliseconds.
using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;

/// A callback that a Clock will make; destroying it before then cancels the callback.
class Alarm
{
public:
    Alarm() = default;
    virtual ~Alarm() = default;
    Q_DISABLE_COPY_MOVE(Alarm)
};

/// All time that the programs know: they read it here and wait for it here, so that a test can turn it.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    /// The date and time now; may jump when the system's clock is set.
    virtual WallTime wallTime() const = 0;

    /// Time since an unnamed moment; never goes back and does not count system sleep.
    virtual std::chrono::milliseconds steadyTime() const = 0;

    /// Time since an unnamed moment; never goes back and counts system sleep as well.
    virtual std::chrono::milliseconds bootTime() const = 0;

    /// Calls `ring` once, after `delay` of steady time, from the calling thread's event loop; never before
    /// this function has returned. A delay of zero or less rings in the next turn of the loop.
    [[nodiscard]] virtual std::unique_ptr<Alarm> ringAfter(std::chrono::milliseconds delay,
                                                           std::function<void()> ring) = 0;

    /// As ringAfter(), after `delay` of boot time: one that is over while the system sleeps rings as soon as
    /// it wakes.
    [[nodiscard]] virtual std::unique_ptr<Alarm> ringAfterBootTime(std::chrono::milliseconds delay,
                                                                   std::function<void()> ring) = 0;
};

} // namespace Greenroom
