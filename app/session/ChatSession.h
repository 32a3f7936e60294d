// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "common/Result.h"
#include "session/AutoDisconnect.h"
#include "session/Heartbeat.h"
#include "session/Transport.h"
#include "wire/Event.h"
#include "wire/Outgoing.h"

#include <QObject>
#include <QUrl>
#include <optional>

namespace Greenroom {

/// One person's connection to one stage: its state, its heartbeat, its clocks, and what comes and goes.
///
///     Disconnected --connectTo()--> Connecting --opened--> Connected --disconnectFromStage()--> Closing
///          ^                            |                      |                                   |
///          |                         refused                 broken                             closed
///          |                            v                      v                                   |
///          |                          Failed <-----------------+                                   |
///          +------------ closed by either side <---------------+-----------------------------------+
///
/// connectTo() is allowed in every state and abandons what was there before.
class ChatSession : public QObject
{
    Q_OBJECT

public:
    enum class State { Disconnected, Connecting, Connected, Closing, Failed };
    Q_ENUM(State)

    /// Why a session that was connected no longer is.
    enum class End { ByUser, ByPeer, ByAutoDisconnect, ByFailure };
    Q_ENUM(End)

    static constexpr std::chrono::seconds connectTimeout{20};
    static constexpr std::chrono::seconds closeTimeout{3};
    /// In bytes of the whole frame; API Gateway closes a connection that sends more with 1009.
    /// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
    static constexpr qsizetype largestMessage = qsizetype(128) * 1024;

    /// Borrows `clock`.
    ChatSession(Clock &clock, TransportFactory makeTransport, QObject *parent = nullptr);
    ~ChatSession() override;
    Q_DISABLE_COPY_MOVE(ChatSession)

    State state() const;
    /// The address of the last connectTo(), secrets and all; redact it before showing it.
    QUrl address() const;
    /// One translated sentence on why the state is Failed or Disconnected; empty where the user asked for it.
    QString reason() const;
    /// The HTTP status with which the last attempt to connect was refused; 0 if it was not.
    int refusalStatus() const;
    /// When the present connection was made; nothing unless Connected or Closing.
    std::optional<WallTime> connectedAt() const;
    /// Awake time since then, whole seconds; after the end, how long the last connection lasted.
    std::chrono::seconds duration() const;

    Heartbeat &heartbeat();
    AutoDisconnect &autoDisconnect();

    /// From now on each attempt asks `maker` what it takes; without one it takes the address alone.
    void setRequestMaker(std::function<ConnectRequest(const QUrl &address)> maker);
    void connectTo(const QUrl &address);
    /// Ends the session in good order, by force after closeTimeout.
    void disconnectFromStage();
    /// Sends a chat line, trimmed. If that is not possible (nothing but blanks, no connection, more than
    /// largestMessage) nothing is sent, and the error says why and what to do.
    Result<void> sendChat(const QString &text);
    /// Sends `line` as it stands, under the same conditions.
    Result<void> send(const Outgoing &line);
    /// Nothing if a frame may be sent as far as its length goes, else a sentence on how much too long it is.
    static Result<void> checkLength(const QString &frame);
    /// Sends a protocol ping beside the heartbeat's: ponged() follows once all that was sent before has
    /// arrived. Does nothing unless Connected.
    void probe(const QByteArray &payload);

Q_SIGNALS:
    void stateChanged(Greenroom::ChatSession::State state);
    /// A connected session has ended; emitted after stateChanged().
    void ended(Greenroom::ChatSession::End end);
    /// An attempt to connect came to nothing; reason() says why. Emitted after stateChanged().
    void connectFailed();
    /// A frame came; `raw` is its text.
    void eventReceived(const Greenroom::Event &event, const QString &raw);
    /// A chat line has left, trimmed as it was sent.
    void chatSent(const QString &text);
    /// A line of any form has left, as it was sent.
    void sent(const Greenroom::Outgoing &line);
    /// The stage answers a ping, probe()'s or the heartbeat's.
    void ponged(const QByteArray &payload);

private:
    void setState(State state);
    void listenTo(Transport &transport);
    void abandon();
    void sayGoodbye();
    void dropTransport();
    void startClosing(End how);
    void handleOpened();
    void handleText(const QString &frame);
    void handleClosed(int code, const QString &closeReason);
    void handleFailed(const TransportFailure &failure);
    void handleConnectTimeout();
    void handleAutoDisconnect();
    void sendHeartbeat(const QByteArray &payload);
    void failToConnect();
    void end(State state, End how);

    Clock &m_clock;
    TransportFactory m_makeTransport;
    std::function<ConnectRequest(const QUrl &)> m_makeRequest;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Alarm> m_deadline;
    Heartbeat m_heartbeat;
    AutoDisconnect m_autoDisconnect;
    State m_state = State::Disconnected;
    End m_closingAs = End::ByUser;
    QUrl m_address;
    QString m_reason;
    int m_refusalStatus = 0;
    std::optional<WallTime> m_connectedAt;
    std::chrono::milliseconds m_startedAt{0};
    std::chrono::seconds m_lastDuration{0};
};

} // namespace Greenroom
