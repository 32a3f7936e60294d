// SPDX-License-Identifier: MIT
#include "common/SystemClock.h"

#include <QTimer>
#include <algorithm>

namespace Greenroom {

namespace {

class TimerAlarm final : public Alarm
{
public:
    TimerAlarm(std::chrono::milliseconds delay, std::function<void()> ring) : m_ring(std::move(ring))
    {
        m_timer.setSingleShot(true);
        // Coarse timers may ring 5 % early; nothing here may.
        m_timer.setTimerType(Qt::PreciseTimer);
        // The callback may destroy this alarm, so it is moved out before it is called.
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { std::exchange(m_ring, {})(); });
        m_timer.start(std::max(delay, std::chrono::milliseconds::zero()));
    }

private:
    QTimer m_timer;
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

std::unique_ptr<Alarm> SystemClock::ringAfter(std::chrono::milliseconds delay, std::function<void()> ring)
{
    return std::make_unique<TimerAlarm>(delay, std::move(ring));
}

} // namespace Greenroom
