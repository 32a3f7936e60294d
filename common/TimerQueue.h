// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractEventDispatcher>
#include <QList>
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <unordered_map>

namespace Greenroom {

/// The timers of an event dispatcher, by the moment when each is due. Each change takes logarithmic time
/// however many there are, where Qt's own list is walked from its beginning. Pure: it asks no clock.
///
/// All timers are precise, which the coarse ones may be too.
class TimerQueue
{
public:
    using Time = std::chrono::steady_clock::time_point;
    using Ring = std::function<void(QObject *object, int id)>;

    /// Adds a timer that is due `interval` after `now` and then again and again. `id` is not in use.
    void add(const QAbstractEventDispatcher::TimerInfo &info, QObject *object, Time now);
    /// False where there is no such timer.
    bool remove(int id);
    /// False where `object` has no timer. Looks at all timers there are.
    bool removeAllOf(const QObject *object);

    QList<QAbstractEventDispatcher::TimerInfo> allOf(const QObject *object) const;
    /// When the timer is due; nothing where there is no such timer.
    std::optional<Time> dueTime(int id) const;
    /// When the next of all is due that is not being rung already; nothing where there is none.
    std::optional<Time> nextDueTime() const;

    /// Calls `ring` for each timer that is due at `now` and returns how many these were. One that is late by
    /// several intervals rings once; one that is added meanwhile does not. `ring` may do anything, also ring
    /// again from an event loop of its own, in which the timer that it was called for does not ring.
    int ringDue(Time now, const Ring &ring);

private:
    struct Timer
    {
        QAbstractEventDispatcher::TimerInfo info{0, 0, Qt::CoarseTimer};
        QObject *object = nullptr;
        /// Tells it from a later one with the same id.
        quint64 number = 0;
        bool isRinging = false;
    };

    using Timers = std::multimap<Time, Timer>;

    /// Null where it has gone.
    Timer *find(int id, quint64 number);
    Timer *postpone(int id, quint64 number, Time now);

    Timers m_timers;
    std::unordered_map<int, Timers::iterator> m_byId;
    quint64 m_lastNumber = 0;
};

} // namespace Greenroom
