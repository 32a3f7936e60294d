// SPDX-License-Identifier: MIT
#include "common/BootAlarm.h"

#include <QTimerEvent>
#include <algorithm>
#include <limits>
#include <sys/timerfd.h>
#include <unistd.h>

namespace Greenroom {

namespace {

itimerspec once(std::chrono::milliseconds delay)
{
    // A timer that is set to zero would never ring.
    const auto length = std::max(delay, std::chrono::milliseconds(1));
    const auto whole = std::chrono::floor<std::chrono::seconds>(length);
    const std::chrono::nanoseconds rest = length - whole;
    itimerspec timer{};
    timer.it_value = {static_cast<time_t>(whole.count()), static_cast<long>(rest.count())};
    return timer;
}

} // namespace

// https://man7.org/linux/man-pages/man2/timerfd_create.2.html
BootAlarm::BootAlarm(std::chrono::milliseconds delay, std::function<void()> ring)
    : m_descriptor(timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC)), m_ring(std::move(ring))
{
    const itimerspec timer = once(delay);
    if (m_descriptor < 0 || timerfd_settime(m_descriptor, 0, &timer, nullptr) < 0) {
        const auto count = std::clamp<qint64>(delay.count(), 0, std::numeric_limits<int>::max());
        startTimer(static_cast<int>(count), Qt::PreciseTimer);
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &BootAlarm::ring);
}

BootAlarm::~BootAlarm()
{
    // Before its descriptor, which it watches. Later, since it may be what rings.
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier->disconnect(this);
        m_notifier.release()->deleteLater();
    }
    if (m_descriptor >= 0)
        close(m_descriptor);
}

void BootAlarm::timerEvent(QTimerEvent *event)
{
    killTimer(event->timerId());
    ring();
}

void BootAlarm::ring()
{
    if (m_notifier)
        m_notifier->setEnabled(false);
    // The callback may destroy this alarm, so it is moved out before it is called.
    std::exchange(m_ring, {})();
}

} // namespace Greenroom
