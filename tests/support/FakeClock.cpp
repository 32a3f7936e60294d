// SPDX-License-Identifier: MIT
#include "support/FakeClock.h"

#include <algorithm>

namespace Greenroom::Test {

using std::chrono::milliseconds;

class FakeClock::FakeAlarm final : public Alarm
{
public:
    FakeAlarm(Queue &queue, Key key) : m_queue(queue), m_key(std::move(key)) {}
    ~FakeAlarm() override { m_queue.erase(m_key); }
    Q_DISABLE_COPY_MOVE(FakeAlarm)

private:
    Queue &m_queue;
    Key m_key;
};

FakeClock::FakeClock(WallTime start) : m_wall(start) {}

WallTime FakeClock::wallTime() const
{
    return m_wall;
}

milliseconds FakeClock::steadyTime() const
{
    return m_steady;
}

milliseconds FakeClock::bootTime() const
{
    return m_steady + m_slept;
}

std::unique_ptr<Alarm> FakeClock::ringAfter(milliseconds delay, std::function<void()> ring)
{
    return enqueue(m_due, steadyTime() + std::max(delay, milliseconds::zero()), std::move(ring));
}

std::unique_ptr<Alarm> FakeClock::ringAfterBootTime(milliseconds delay, std::function<void()> ring)
{
    return enqueue(m_bootDue, bootTime() + std::max(delay, milliseconds::zero()), std::move(ring));
}

void FakeClock::advance(milliseconds duration)
{
    const auto end = m_steady + duration;
    for (Queue *next = nextQueue(); next != nullptr && m_steady + timeUntil(*next) <= end;
         next = nextQueue()) {
        turn(timeUntil(*next));
        next->extract(next->begin()).mapped()();
    }
    turn(end - m_steady);
}

void FakeClock::sleep(milliseconds duration)
{
    m_slept += duration;
    m_wall += duration;
    advance(milliseconds::zero());
}

void FakeClock::setWallTime(WallTime moment)
{
    m_wall = moment;
}

std::size_t FakeClock::pendingAlarms() const
{
    return m_due.size() + m_bootDue.size();
}

std::unique_ptr<Alarm> FakeClock::enqueue(Queue &queue, milliseconds due, std::function<void()> ring)
{
    const Key key{due, m_nextKey++};
    queue.emplace(key, std::move(ring));
    return std::make_unique<FakeAlarm>(queue, key);
}

/// That of the alarm that rings first; of two at the same time, the older. Null where there is none.
FakeClock::Queue *FakeClock::nextQueue()
{
    if (m_due.empty() || m_bootDue.empty())
        return !m_due.empty() ? &m_due : !m_bootDue.empty() ? &m_bootDue : nullptr;
    const auto rank = [this](const Queue &queue) {
        return std::pair(timeUntil(queue), queue.begin()->first.second);
    };
    return rank(m_bootDue) < rank(m_due) ? &m_bootDue : &m_due;
}

/// Until the first alarm of `queue`, which may be overdue after a sleep.
milliseconds FakeClock::timeUntil(const Queue &queue) const
{
    const milliseconds now = &queue == &m_due ? steadyTime() : bootTime();
    return std::max(queue.begin()->first.first - now, milliseconds::zero());
}

void FakeClock::turn(milliseconds duration)
{
    m_steady += duration;
    m_wall += duration;
}

} // namespace Greenroom::Test
