// SPDX-License-Identifier: MIT
#include "support/FakeClock.h"

namespace Greenroom::Test {

class FakeClock::FakeAlarm final : public Alarm
{
public:
    FakeAlarm(FakeClock &clock, Key key) : m_clock(clock), m_key(std::move(key)) {}
    ~FakeAlarm() override { m_clock.m_due.erase(m_key); }
    Q_DISABLE_COPY_MOVE(FakeAlarm)

private:
    FakeClock &m_clock;
    Key m_key;
};

FakeClock::FakeClock(WallTime start) : m_wall(start) {}

WallTime FakeClock::wallTime() const
{
    return m_wall;
}

std::chrono::milliseconds FakeClock::steadyTime() const
{
    return m_steady;
}

std::unique_ptr<Alarm> FakeClock::ringAfter(std::chrono::milliseconds delay, std::function<void()> ring)
{
    const Key key{m_steady + std::max(delay, std::chrono::milliseconds::zero()), m_nextKey++};
    m_due.emplace(key, std::move(ring));
    return std::make_unique<FakeAlarm>(*this, key);
}

void FakeClock::advance(std::chrono::milliseconds duration)
{
    const auto end = m_steady + duration;
    while (!m_due.empty() && m_due.begin()->first.first <= end) {
        auto next = m_due.extract(m_due.begin());
        const auto step = next.key().first - m_steady;
        m_steady += step;
        m_wall += step;
        next.mapped()();
    }
    m_wall += end - m_steady;
    m_steady = end;
}

void FakeClock::setWallTime(WallTime moment)
{
    m_wall = moment;
}

std::size_t FakeClock::pendingAlarms() const
{
    return m_due.size();
}

} // namespace Greenroom::Test
