// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"
#include "session/AutoDisconnect.h"
#include "session/Heartbeat.h"
#include "session/LastingLink.h"
#include "session/Outage.h"
#include "session/ReconnectPolicy.h"
#include "session/RetryTimer.h"
#include "session/SleepWatch.h"
#include "wire/Event.h"
#include "wire/Outgoing.h"

#include <QObject>
#include <QUrl>
#include <optional>

namespace Greenroom {

class NetworkHint;

/// One person's session with one stage, for days: its state, its connection, and the one after that.
///
///     Disconnected --connectTo()--> Connecting --opened--> Connected --disconnectFromStage()--> Closing
///          ^                         |   ^  |                |   |                                 |
///          |                   failed|   |  |refused for good|   |lost                           closed
///          |                         v   |  v                |   |                                 |
///          |              WaitingToRetry-+ Failed <----------+   |                                 |
///          |                    ^   |                            |                                 |
///          |                    +---|----------------------------+                                 |
///          +------------------------+--- disconnectFromStage(), auto-disconnect <------------------+
///
/// connectTo() is allowed in every state and abandons what was there before. A connection is renewed without
/// leaving Connected. Whatever leads to WaitingToRetry, Failed or Disconnected is told by reason().
class ChatSession : public QObject
{
    Q_OBJECT

public:
    enum class State { Disconnected, Connecting, Connected, WaitingToRetry, Closing, Failed };
    Q_ENUM(State)

    /// Why a session that was connected no longer is.
    enum class End { ByUser, ByPeer, ByAutoDisconnect, ByFailure };
    Q_ENUM(End)

    /// What the session does without being asked.
    enum class Attempt { Retry, Renewal };
    /// Whether such an attempt may be made now; the error says why none may be made before somebody asks.
    using AttemptCheck = std::function<Result<bool>(Attempt attempt)>;

    static constexpr std::chrono::seconds connectTimeout = StageLink::connectTimeout;
    static constexpr std::chrono::seconds closeTimeout = StageLink::closeTimeout;
    /// After the machine woke up or the network changed, a connection that does not answer sooner is dead.
    static constexpr std::chrono::seconds doubtTimeout{3};
    /// A hint that comes sooner after another waits until so long after it, and those after it are one with
    /// it.
    static constexpr std::chrono::seconds hintPause{5};
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
    /// One translated sentence on why the state is Failed, WaitingToRetry or Disconnected, and while
    /// Connecting again on why that is; empty where the user asked for it.
    QString reason() const;
    /// How the last attempt failed or the last connection broke, since connectTo() or the last connection;
    /// nothing where it did not, or was closed.
    std::optional<TransportFailure> failure() const;
    /// Until the next attempt, rounded up to whole seconds; nothing unless WaitingToRetry.
    std::optional<std::chrono::seconds> retryIn() const;
    /// What is not over before a connection has lived for a while; nothing in good times.
    const std::optional<Outage> &outage() const;
    /// When the present connection was made; nothing unless Connected or Closing.
    std::optional<WallTime> connectedAt() const;
    /// Since when there has been a connection without a gap, renewals or not.
    std::optional<WallTime> connectedSince() const;
    /// How often the connection was renewed since then.
    int renewals() const;
    /// Time since connectedSince(), whole seconds; after the end, how long that lasted. By the boot clock: it
    /// counts the machine's sleep, as the stage's own SessionHistory does, but no change of the date.
    std::chrono::seconds duration() const;

    Heartbeat &heartbeat();
    AutoDisconnect &autoDisconnect();

    /// Where the numbers from 0 to below 1 come from that spread the attempts; set it before connectTo().
    void setRandom(std::function<double()> random);
    /// From now on `hint` makes the session try sooner; it must outlive the session.
    void listenTo(NetworkHint &hint) const;
    /// From now on each attempt asks `maker` what it takes; without one it takes the address alone.
    void setRequestMaker(std::function<ConnectRequest(const QUrl &address)> maker);
    /// From now on `check` is asked before each attempt but those of connectTo(). Where it says false, a
    /// retry is put off as after one that has failed; an error ends the attempts, and is the reason() then. A
    /// renewal is put off in both cases.
    void setAttemptCheck(AttemptCheck check);
    void connectTo(const QUrl &address);
    /// Ends the session in good order, by force after closeTimeout, or the attempts to make one.
    void disconnectFromStage();
    /// Ends whatever there is at once, as before connectTo(): Disconnected when it returns.
    void leave();
    /// Does not wait any longer. Does nothing unless WaitingToRetry.
    void retryNow();
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
    /// A connected session has ended, for good or until it is restored; emitted after stateChanged(). By
    /// auto-disconnect also one that was not restored yet.
    void ended(Greenroom::ChatSession::End end);
    /// retryIn() is another number.
    void retryTicked();
    /// The connection was renewed: our own id is another one.
    void renewed();
    /// This is our own id since renewed(), as the stage has told others.
    void identified(const QString &connectionId);
    /// The connection has lived long enough to be trusted again: `outage` is over.
    void settled(const Greenroom::Outage &outage);
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
    void wire();
    void listenToLink();
    ConnectRequest request() const;
    void attempt();
    void retry();
    void putOff();
    bool mayRenew() const;
    void abandon();
    void dropLink();
    void startClosing(End how);
    void stopTrying();
    void handleOpened();
    void handleText(const QString &frame);
    void handleEnded(const LinkEnd &end);
    void handleRenewed();
    void handleAutoDisconnect();
    void handleResume();
    void handleHint();
    void followHint();
    void settle();
    /// The state after such an end, where the next attempt is planned if there is to be one.
    State planAfter(const LinkEnd &end);
    void failToConnect(State state);
    void endConnection(State state, End how);
    void forgetConnection();
    void rest();

    Clock &m_clock;
    TransportFactory m_makeTransport;
    std::function<ConnectRequest(const QUrl &)> m_makeRequest;
    AttemptCheck m_check;
    std::unique_ptr<LastingLink> m_link;
    Heartbeat m_heartbeat;
    AutoDisconnect m_autoDisconnect;
    ReconnectPolicy m_policy;
    RetryTimer m_retry;
    SleepWatch m_sleepWatch;
    std::unique_ptr<Alarm> m_settling;
    State m_state = State::Disconnected;
    End m_closingAs = End::ByUser;
    QUrl m_address;
    QString m_reason;
    std::optional<TransportFailure> m_failure;
    std::optional<Outage> m_outage;
    std::optional<WallTime> m_connectedAt;
    std::optional<WallTime> m_connectedSince;
    int m_renewals = 0;
    /// In boot time.
    std::chrono::milliseconds m_startedAt{0};
    std::optional<std::chrono::milliseconds> m_hintedAt;
    std::unique_ptr<Alarm> m_laterHint;
    std::chrono::seconds m_lastDuration{0};
};

} // namespace Greenroom
