// SPDX-License-Identifier: MIT
#pragma once

#include "common/IncomingFrames.h"
#include "common/SystemClock.h"
#include "session/ClientHandshake.h"
#include "session/FrameQueue.h"
#include "session/Transport.h"

#include <memory>
#include <optional>

namespace Greenroom {

class StageSocket;

/// A Transport over a socket of its own. Messages leave in frames of at most 32 KB, as API Gateway demands,
/// and come whole however they were cut. May be deleted inside any of its signals.
///
/// Nothing that arrived is lost: all messages are told before closed() and failed(). What arrives faster than
/// it is dealt with waits with the sender: each turn of the event loop tells at most largestTurn messages or
/// takes turnTime, whichever is over first, and nothing is read meanwhile.
///
/// A binary message that holds readable text is told as text; of any other a sentence and its first bytes
/// are.
class WebSocketTransport final : public Transport
{
    Q_OBJECT

public:
    static constexpr int largestTurn = 256;
    static constexpr std::chrono::milliseconds turnTime{8};
    /// API Gateway sends up to 128 KB; there is room for other servers, but not for one that fills the
    /// memory.
    static constexpr qint64 largestMessage = qint64(4) * 1024 * 1024;
    /// How long a refusal waits for what the server says about it.
    static constexpr std::chrono::seconds bodyTimeout{1};

    explicit WebSocketTransport(QObject *parent = nullptr);
    ~WebSocketTransport() override;
    Q_DISABLE_COPY_MOVE(WebSocketTransport)

    void open(const ConnectRequest &request) override;
    void sendText(const QString &frame) override;
    void ping(const QByteArray &payload) override;
    void close() override;
    void abort() override;
    bool isBehind() const override { return m_nextTurn != nullptr; }

    /// The one of the offered subprotocols that the server has chosen; empty if none.
    QString subprotocol() const;

private:
    enum class Phase { Idle, Connecting, Shaking, Open, Closing };
    enum class Turn { GoesOn, IsOver };

    void listenTo(const StageSocket &socket);
    void sendRequest();
    void handleEnd(const TransportFailure &failure);
    void takeTurn();
    Turn takeStep();
    Turn take(const QByteArray &piece);
    Turn shakeHands();
    Turn tell(const IncomingFrames::Arrival &arrival);
    void answerPing(const QByteArray &payload);
    void planTurn();
    void reportEnd();
    void reportFailure(const TransportFailure &failure);
    void reportFault();
    void reportGoodbye(const QByteArray &payload);
    void endWith(const QByteArray &closePayload);
    void send();
    StageSocket *takeSocket();

    SystemClock m_clock;
    StageSocket *m_socket = nullptr;
    Phase m_phase = Phase::Idle;
    std::optional<ClientHandshake> m_handshake;
    FrameQueue m_outgoing;
    IncomingFrames m_frames{{largestMessage, largestMessage}};
    /// The connection has ended, for this reason, and perhaps not all that it brought has been told.
    std::optional<TransportFailure> m_end;
    std::unique_ptr<Alarm> m_bodyAlarm;
    std::unique_ptr<Alarm> m_nextTurn;
};

} // namespace Greenroom
