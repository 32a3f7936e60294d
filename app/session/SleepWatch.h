// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QObject>

namespace Greenroom {

/// Notices that the machine has slept: time has gone by that the steady clock did not count. A wall clock
/// that was set forward looks the same, as does a virtual machine that was stopped; that does no harm, since
/// all that follows is a question whether the connection still lives.
class SleepWatch : public QObject
{
    Q_OBJECT

public:
    /// Between two looks. A sleep that lasts longer is noticed as soon as the machine wakes.
    static constexpr std::chrono::seconds period{10};
    /// Less may be the correction of a clock.
    static constexpr std::chrono::seconds shortestSleep{5};

    /// Borrows `clock`.
    explicit SleepWatch(Clock &clock, QObject *parent = nullptr);

    void start();
    void stop();

Q_SIGNALS:
    /// The machine has woken up after so long.
    void resumed(std::chrono::milliseconds slept);

private:
    void note();
    void look();

    Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    std::chrono::milliseconds m_steady{0};
    std::chrono::milliseconds m_boot{0};
    WallTime m_wall;
};

} // namespace Greenroom
