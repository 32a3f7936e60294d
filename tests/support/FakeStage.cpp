// SPDX-License-Identifier: MIT
#include "support/FakeStage.h"

#include "common/Timestamp.h"
#include "session/GatewayLimits.h"
#include "wire/Dialect.h"

#include <QPointer>
#include <algorithm>

namespace Greenroom::Test {

using std::chrono::milliseconds;

FakeStage::FakeStage(FakeClock &clock) : m_clock(clock) {}

FakeStage::~FakeStage() = default;

TransportFactory FakeStage::factory()
{
    return [this] { return std::make_unique<StageTransport>(*this); };
}

void FakeStage::cut()
{
    m_isCut = true;
    for (const auto &peer : m_peers) {
        if (!peer->severedAt)
            peer->severedAt = m_clock.steadyTime();
    }
}

void FakeStage::restore()
{
    m_isCut = false;
}

void FakeStage::closeAll(int code)
{
    for (const auto &peer : m_peers) {
        StageTransport *transport = peer->transport;
        peer->isKnown = false;
        later(*transport, [this, transport, code] {
            forget(*transport);
            Q_EMIT transport->closed(code, {});
        });
    }
}

void FakeStage::say(const QString &text)
{
    broadcast(
        QStringLiteral(R"({"message": "[%1 - UTC]\n ann=  %2\n"})").arg(toStamp(m_clock.wallTime()), text),
        nullptr);
}

int FakeStage::open() const
{
    return static_cast<int>(std::count_if(m_peers.cbegin(), m_peers.cend(),
                                          [](const auto &peer) { return peer->transport->isOpen(); }));
}

void FakeStage::connect(StageTransport &transport)
{
    ++m_attempts;
    m_peers.push_back(std::make_unique<Peer>());
    Peer &peer = *m_peers.back();
    peer.transport = &transport;
    if (m_isCut)
        peer.severedAt = m_clock.steadyTime();
    // The handshake takes a few rounds.
    later(transport, [this, &transport] { later(transport, [this, &transport] { accept(transport); }); });
}

void FakeStage::accept(StageTransport &transport)
{
    if (m_refusal != 0) {
        forget(transport);
        Q_EMIT transport.failed({m_refusal, QStringLiteral("Refused.")});
        return;
    }
    Peer &peer = *find(transport);
    peer.id = QStringLiteral("own%1=").arg(++m_lastId);
    peer.isKnown = true;
    peer.lifetime = m_clock.ringAfterBootTime(GatewayLimits::lifetime, [this, &transport] {
        leave(transport);
        later(transport, [this, &transport] {
            forget(transport);
            Q_EMIT transport.closed(1001, {});
        });
    });
    broadcast(QStringLiteral(R"({"message": "A new user has joined the chat - %1"})").arg(peer.id),
              &transport);
    later(transport, [this, &transport] {
        transport.setOpen(true);
        noteCount();
        Q_EMIT transport.opened();
    });
    if (m_tellsIds)
        post(transport, QStringLiteral(R"({"connection_id": "%1"})").arg(peer.id));
}

void FakeStage::take(StageTransport &transport, const QString &frame)
{
    Peer *peer = find(transport);
    const bool isHeartbeat = frame == Dialect::heartbeatFrame();
    if (peer != nullptr && peer->severedAt && !isHeartbeat && !peer->sentAt)
        peer->sentAt = m_clock.steadyTime();
    if (isHeartbeat)
        return;
    later(transport, [this, &transport, frame] {
        const QString text = Dialect::readOutgoing(frame).text;
        m_history.append(text);
        broadcast(QStringLiteral(R"({"message": "[%1 - UTC]\n %2  %3\n"})")
                      .arg(toStamp(m_clock.wallTime()), find(transport)->id, text),
                  nullptr);
    });
}

void FakeStage::answer(StageTransport &transport, const QByteArray &payload)
{
    later(transport, [this, &transport, payload] {
        later(transport, [&transport, payload] { Q_EMIT transport.ponged(payload); });
    });
}

void FakeStage::hangUp(StageTransport &transport)
{
    if (Peer *peer = find(transport)) {
        noteDeath(*peer);
        peer->isHungUp = true;
    }
    later(transport, [this, &transport] {
        leave(transport);
        later(transport, [this, &transport] {
            forget(transport);
            Q_EMIT transport.closed(1000, {});
        });
    });
}

void FakeStage::forget(StageTransport &transport)
{
    leave(transport);
    if (const Peer *peer = find(transport))
        noteDeath(*peer);
    transport.setOpen(false);
    m_peers.erase(std::remove_if(m_peers.begin(), m_peers.end(),
                                 [&transport](const auto &peer) { return peer->transport == &transport; }),
                  m_peers.end());
    noteCount();
}

void FakeStage::broadcast(const QString &frame, const StageTransport *except)
{
    for (const auto &peer : m_peers) {
        if (peer->isKnown && peer->transport != except)
            post(*peer->transport, frame);
    }
}

void FakeStage::post(StageTransport &transport, const QString &frame)
{
    later(transport, [this, &transport, frame] {
        m_received.append(frame);
        Q_EMIT transport.textReceived(frame);
    });
}

/// The others are told once. Where the network is cut, the stage does not notice for long.
void FakeStage::leave(StageTransport &transport)
{
    Peer *peer = find(transport);
    if (peer == nullptr || !std::exchange(peer->isKnown, false))
        return;
    broadcast(QStringLiteral(R"({"message": "User %1 has left the chat."})").arg(peer->id), &transport);
}

FakeStage::Peer *FakeStage::find(const StageTransport &transport)
{
    const auto found = std::find_if(m_peers.begin(), m_peers.end(),
                                    [&transport](const auto &peer) { return peer->transport == &transport; });
    return found == m_peers.end() ? nullptr : found->get();
}

void FakeStage::later(StageTransport &transport, std::function<void()> act)
{
    const QPointer<StageTransport> watched(&transport);
    const int number = ++m_lastAlarm;
    m_alarms.emplace(number, m_clock.ringAfter(latency, [this, watched, number, act = std::move(act)] {
        m_alarms.erase(number);
        const Peer *peer = watched ? find(*watched) : nullptr;
        if (peer != nullptr && !peer->severedAt)
            act();
    }));
}

/// The client gives it up.
void FakeStage::noteDeath(const Peer &peer)
{
    const auto now = m_clock.steadyTime();
    if (!peer.transport->isOpen() || peer.isHungUp || !peer.severedAt)
        return;
    m_longestDeath = std::max(m_longestDeath, now - *peer.severedAt);
    if (peer.sentAt)
        m_longestDeathAfterSend = std::max(m_longestDeathAfterSend, now - *peer.sentAt);
}

void FakeStage::noteCount()
{
    const auto now = m_clock.steadyTime();
    if (open() > 1 && !m_twoSince)
        m_twoSince = now;
    if (open() <= 1 && m_twoSince)
        m_longestOverlap = std::max(m_longestOverlap, now - *std::exchange(m_twoSince, std::nullopt));
}

} // namespace Greenroom::Test
