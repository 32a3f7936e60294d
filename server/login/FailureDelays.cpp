// SPDX-License-Identifier: MIT
#include "login/FailureDelays.h"

#include <algorithm>

namespace Greenroom {

std::chrono::milliseconds FailureDelays::wait(const QString &key) const
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || isOver(found->second))
        return std::chrono::milliseconds::zero();
    const auto end = found->second.triedAt + waitAfter(found->second.tries);
    return std::max(end - m_clock.steadyTime(), std::chrono::milliseconds::zero());
}

void FailureDelays::note(const QString &key)
{
    dropOld();
    const auto [found, isNew] = m_entries.try_emplace(key);
    Entry &entry = found->second;
    if (isNew)
        entry.place = m_order.insert(m_order.end(), key);
    else
        m_order.splice(m_order.end(), m_order, entry.place);
    ++entry.tries;
    entry.triedAt = m_clock.steadyTime();
    if (m_entries.size() > m_limits.keys)
        forget(QString(m_order.front()));
}

void FailureDelays::takeBack(const QString &key)
{
    const auto found = m_entries.find(key);
    if (found != m_entries.end() && --found->second.tries <= 0)
        forget(key);
}

void FailureDelays::forget(const QString &key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return;
    m_order.erase(found->second.place);
    m_entries.erase(found);
}

std::chrono::milliseconds FailureDelays::waitAfter(int tries) const
{
    std::chrono::milliseconds wait{0};
    for (int costly = tries; costly >= m_limits.freeTries && wait < m_limits.longestWait; --costly)
        wait = wait.count() == 0 ? m_limits.firstWait : 2 * wait;
    return std::min(wait, m_limits.longestWait);
}

bool FailureDelays::isOver(const Entry &entry) const
{
    return m_clock.steadyTime() - entry.triedAt >= m_limits.memory;
}

void FailureDelays::dropOld()
{
    while (!m_order.empty() && isOver(m_entries.at(m_order.front())))
        forget(QString(m_order.front()));
}

} // namespace Greenroom
