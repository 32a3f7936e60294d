// SPDX-License-Identifier: MIT
#include "common/SystemClock.h"

#include "common/BootAlarm.h"

#include <QBasicTimer>
#include <QObject>
#include <algorithm>
#include <ctime>
#include <limits>

namespace Greenroom {

namespace {

/// A QTimer takes several times as much, and each connection has a few alarms.
class TimerAlarm final : public QObject, public Alarm
{
public:
    TimerAlarm(std::chrono::milliseconds delay, std::function<void()> ring) : m_ring(std::move(ring))
    {
        const auto count = std::clamp<qint64>(delay.count(), 0, std::numeric_limits<int>::max());
        // Coarse timers may ring 5 % early; nothing here may.
        m_timer.start(static_cast<int>(count), Qt::PreciseTimer, this);
    }

protected:
    void timerEvent(QTimerEvent * /*event*/) override
    {
        m_timer.stop();
        // The callback may destroy this alarm, so it is moved out before it is called.
        std::exchange(m_ring, {})();
    }

private:
    QBasicTimer m_timer;
    std::function<void()> m_ring;
};

} // namespace

WallTime SystemClock::wallTime() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::chrono::milliseconds SystemClock::steadyTime() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

std::chrono::milliseconds SystemClock::bootTime() const
{
    timespec time{};
    // Cannot fail: Linux has had this clock since 2.6.39.
    clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds(time.tv_sec)
           + std::chrono::floor<std::chrono::milliseconds>(std::chrono::nanoseconds(time.tv_nsec));
}

std::unique_ptr<Alarm> SystemClock::ringAfter(std::chrono::milliseconds delay, std::function<void()> ring)
{
    return std::make_unique<TimerAlarm>(delay, std::move(ring));
}

std::unique_ptr<Alarm> SystemClock::ringAfterBootTime(std::chrono::milliseconds delay,
                                                      std::function<void()> ring)
{
    return std::make_unique<BootAlarm>(delay, std::move(ring));
}

} // namespace Greenroom
