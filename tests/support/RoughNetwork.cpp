// SPDX-License-Identifier: MIT
#include "support/RoughNetwork.h"

#include <algorithm>

namespace Greenroom::Test {

using std::chrono::milliseconds;

namespace {

/// In one turn of the event loop, so that whoever else lives in this thread has a share of it.
constexpr int longestTurn = 64;

} // namespace

RoughNetwork::RoughNetwork(const NetworkHost &client, const NetworkHost &stage)
    : m_toStage(client, stage), m_toClient(stage, client)
{
    for (Lane *each : {&m_toStage, &m_toClient})
        connect(&each->notifier, &QSocketNotifier::activated, this, [this, each] { carry(*each); });
}

void RoughNetwork::setWeather(const Weather &weather)
{
    m_weather = weather;
}

void RoughNetwork::cut(Way way)
{
    cutAfter(way, 0);
    lane(way).underWay.clear();
}

void RoughNetwork::cut()
{
    cut(Way::ToStage);
    cut(Way::ToClient);
}

void RoughNetwork::cutAfter(Way way, int packets)
{
    lane(way).left = packets;
}

void RoughNetwork::mend()
{
    m_toStage.left = -1;
    m_toClient.left = -1;
}

RoughNetwork::Counts RoughNetwork::counts() const
{
    return m_counts;
}

RoughNetwork::Lane &RoughNetwork::lane(Way way)
{
    return way == Way::ToStage ? m_toStage : m_toClient;
}

bool RoughNetwork::happens(double share)
{
    return m_random.generateDouble() < share;
}

void RoughNetwork::carry(Lane &lane)
{
    for (int count = 0; count < longestTurn; ++count) {
        const QByteArray packet = lane.from.take();
        if (packet.isEmpty())
            break;
        carry(lane, packet);
    }
    watch();
}

void RoughNetwork::carry(Lane &lane, const QByteArray &packet)
{
    if (isLost(lane)) {
        ++m_counts.lost;
        return;
    }
    ++m_counts.passed;
    const auto now = m_clock.steadyTime();
    const auto arrival = arrivalOf(lane, now);
    if (arrival <= now)
        lane.to.put(packet);
    else
        lane.underWay.emplace(arrival, packet);
}

bool RoughNetwork::isLost(Lane &lane)
{
    if (lane.left == 0 || lane.underWay.size() >= most)
        return true;
    if (lane.lostInRow < longestLoss && happens(m_weather.loss)) {
        ++lane.lostInRow;
        return true;
    }
    lane.lostInRow = 0;
    if (lane.left > 0)
        --lane.left;
    return false;
}

milliseconds RoughNetwork::arrivalOf(Lane &lane, milliseconds now)
{
    if (happens(m_weather.overtaking)) {
        ++m_counts.overtaking;
        return now;
    }
    const auto spread = static_cast<int>(m_weather.spread.count());
    const milliseconds change(m_random.bounded(-spread, spread + 1));
    lane.lastArrival = std::max(lane.lastArrival, now + m_weather.delay + change);
    return lane.lastArrival;
}

void RoughNetwork::watch()
{
    m_alarm.reset();
    auto next = milliseconds::max();
    for (const Lane *each : {&m_toStage, &m_toClient}) {
        if (!each->underWay.empty())
            next = std::min(next, each->underWay.begin()->first);
    }
    if (next != milliseconds::max())
        m_alarm = m_clock.ringAfter(next - m_clock.steadyTime(), [this] { deliver(); });
}

void RoughNetwork::deliver()
{
    const auto now = m_clock.steadyTime();
    for (Lane *each : {&m_toStage, &m_toClient}) {
        auto &packets = each->underWay;
        while (!packets.empty() && packets.begin()->first <= now) {
            each->to.put(packets.begin()->second);
            packets.erase(packets.begin());
        }
    }
    watch();
}

} // namespace Greenroom::Test
