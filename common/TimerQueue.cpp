// SPDX-License-Identifier: MIT
#include "common/TimerQueue.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace Greenroom {

void TimerQueue::add(const QAbstractEventDispatcher::TimerInfo &info, QObject *object, Time now)
{
    const Time due = now + std::chrono::milliseconds(info.interval);
    m_byId.insert_or_assign(info.timerId, m_timers.insert({due, Timer{info, object, ++m_lastNumber}}));
}

bool TimerQueue::remove(int id)
{
    const auto node = m_byId.extract(id);
    if (node.empty())
        return false;
    m_timers.erase(node.mapped());
    return true;
}

bool TimerQueue::removeAllOf(const QObject *object)
{
    const auto timers = allOf(object);
    for (const auto &info : timers)
        remove(info.timerId);
    return !timers.isEmpty();
}

QList<QAbstractEventDispatcher::TimerInfo> TimerQueue::allOf(const QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> all;
    for (const auto &[due, timer] : m_timers) {
        if (timer.object == object)
            all.append(timer.info);
    }
    return all;
}

std::optional<TimerQueue::Time> TimerQueue::dueTime(int id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? std::nullopt : std::optional(found->second->first);
}

std::optional<TimerQueue::Time> TimerQueue::nextDueTime() const
{
    const auto next = std::find_if(m_timers.begin(), m_timers.end(),
                                   [](const auto &entry) { return !entry.second.isRinging; });
    return next == m_timers.end() ? std::nullopt : std::optional(next->first);
}

int TimerQueue::ringDue(Time now, const Ring &ring)
{
    std::vector<std::pair<int, quint64>> due;
    for (auto timer = m_timers.begin(); timer != m_timers.end() && timer->first <= now; ++timer)
        due.emplace_back(timer->second.info.timerId, timer->second.number);
    int rung = 0;
    for (const auto &[id, number] : due) {
        Timer *timer = postpone(id, number, now);
        if (timer == nullptr)
            continue;
        timer->isRinging = true;
        ++rung;
        ring(timer->object, id);
        if (Timer *left = find(id, number); left != nullptr)
            left->isRinging = false;
    }
    return rung;
}

TimerQueue::Timer *TimerQueue::find(int id, quint64 number)
{
    const auto found = m_byId.find(id);
    if (found == m_byId.end() || found->second->second.number != number)
        return nullptr;
    return &found->second->second;
}

/// Sets the timer anew before it rings; null where it is not to ring now.
TimerQueue::Timer *TimerQueue::postpone(int id, quint64 number, Time now)
{
    Timer *timer = find(id, number);
    // An inner event loop may have rung it meanwhile.
    if (timer == nullptr || timer->isRinging || m_byId.at(id)->first > now)
        return nullptr;
    const std::chrono::milliseconds interval(timer->info.interval);
    auto node = m_timers.extract(m_byId.at(id));
    node.key() += interval;
    if (node.key() < now)
        node.key() = now + interval;
    const auto place = m_timers.insert(std::move(node));
    m_byId.at(id) = place;
    return &place->second;
}

} // namespace Greenroom
