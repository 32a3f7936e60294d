// SPDX-License-Identifier: MIT
#pragma once

#include "session/Transport.h"
#include "support/FakeClock.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace Greenroom::Test {

class StageTransport;

/// A stage with the backend `history` and the gateway's limits, at the other end of a network that can be cut
/// without a word: what is under way is swallowed, and nobody is told. Everything takes `latency`.
class FakeStage
{
public:
    static constexpr std::chrono::milliseconds latency{20};

    /// Borrows `clock`.
    explicit FakeStage(FakeClock &clock);
    ~FakeStage();
    Q_DISABLE_COPY_MOVE(FakeStage)

    TransportFactory factory();

    /// From now on nothing gets through, and what was connected never will be again.
    void cut();
    void restore();
    bool isCut() const { return m_isCut; }
    /// Attempts are refused with this status; with none of 0.
    void refuse(int status) { m_refusal = status; }
    /// Everybody is sent away with this code.
    void closeAll(int code);
    /// Somebody else writes.
    void say(const QString &text);
    /// Whether new connections are told their ids, as by the backend `all`.
    void setTellsIds(bool tells) { m_tellsIds = tells; }

    /// What has been said by the clients, in order.
    const QStringList &history() const { return m_history; }
    /// The frames that have come out of any transport.
    const QStringList &received() const { return m_received; }
    int attempts() const { return m_attempts; }
    /// Connections of which a client thinks that they are open.
    int open() const;
    /// The longest time for which a client held a connection for open that was cut off.
    std::chrono::milliseconds longestDeath() const { return m_longestDeath; }
    /// The same, from the first thing that it sent on it.
    std::chrono::milliseconds longestDeathAfterSend() const { return m_longestDeathAfterSend; }
    /// The longest time for which there were two connections.
    std::chrono::milliseconds longestOverlap() const { return m_longestOverlap; }

private:
    friend class StageTransport;

    struct Peer
    {
        StageTransport *transport = nullptr;
        QString id;
        bool isKnown = false;
        bool isHungUp = false;
        std::optional<std::chrono::milliseconds> severedAt;
        std::optional<std::chrono::milliseconds> sentAt;
        std::unique_ptr<Alarm> lifetime;
    };

    void connect(StageTransport &transport);
    void accept(StageTransport &transport);
    void take(StageTransport &transport, const QString &frame);
    void answer(StageTransport &transport, const QByteArray &payload);
    void hangUp(StageTransport &transport);
    void forget(StageTransport &transport);
    void broadcast(const QString &frame, const StageTransport *except);
    void post(StageTransport &transport, const QString &frame);
    void leave(StageTransport &transport);
    Peer *find(const StageTransport &transport);
    /// Calls `act` after `latency`, unless the connection is gone or cut by then.
    void later(StageTransport &transport, std::function<void()> act);
    void noteDeath(const Peer &peer);
    void noteCount();

    FakeClock &m_clock;
    std::vector<std::unique_ptr<Peer>> m_peers;
    std::map<int, std::unique_ptr<Alarm>> m_alarms;
    int m_lastAlarm = 0;
    QStringList m_history;
    QStringList m_received;
    bool m_isCut = false;
    bool m_tellsIds = false;
    int m_refusal = 0;
    int m_attempts = 0;
    int m_lastId = 0;
    std::optional<std::chrono::milliseconds> m_twoSince;
    std::chrono::milliseconds m_longestOverlap{0};
    std::chrono::milliseconds m_longestDeath{0};
    std::chrono::milliseconds m_longestDeathAfterSend{0};
};

/// One connection to a FakeStage.
class StageTransport final : public Transport
{
    Q_OBJECT

public:
    explicit StageTransport(FakeStage &stage) : m_stage(stage) {}
    ~StageTransport() override { m_stage.forget(*this); }
    Q_DISABLE_COPY_MOVE(StageTransport)

    void open(const ConnectRequest & /*request*/) override { m_stage.connect(*this); }
    void sendText(const QString &frame) override { m_stage.take(*this, frame); }
    void ping(const QByteArray &payload) override { m_stage.answer(*this, payload); }
    void close() override { m_stage.hangUp(*this); }
    void abort() override { m_stage.forget(*this); }
    bool isBehind() const override { return false; }

    bool isOpen() const { return m_isOpen; }
    void setOpen(bool isOpen) { m_isOpen = isOpen; }

private:
    FakeStage &m_stage;
    bool m_isOpen = false;
};

} // namespace Greenroom::Test
