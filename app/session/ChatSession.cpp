// SPDX-License-Identifier: MIT
#include "session/ChatSession.h"

#include "common/Logging.h"
#include "common/Redaction.h"
#include "session/CloseReason.h"
#include "wire/Dialect.h"

#include <QLocale>

namespace Greenroom {

using std::chrono::seconds;

ChatSession::ChatSession(Clock &clock, TransportFactory makeTransport, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_makeTransport(std::move(makeTransport)),
      m_heartbeat(clock),
      m_autoDisconnect(clock)
{
    connect(&m_heartbeat, &Heartbeat::beat, this, &ChatSession::sendHeartbeat);
    connect(&m_autoDisconnect, &AutoDisconnect::expired, this, &ChatSession::handleAutoDisconnect);
}

ChatSession::~ChatSession()
{
    sayGoodbye();
    dropTransport();
}

ChatSession::State ChatSession::state() const
{
    return m_state;
}

QUrl ChatSession::address() const
{
    return m_address;
}

QString ChatSession::reason() const
{
    return m_reason;
}

int ChatSession::refusalStatus() const
{
    return m_refusalStatus;
}

std::optional<WallTime> ChatSession::connectedAt() const
{
    return m_connectedAt;
}

seconds ChatSession::duration() const
{
    if (!m_connectedAt)
        return m_lastDuration;
    return std::chrono::floor<seconds>(m_clock.steadyTime() - m_startedAt);
}

Heartbeat &ChatSession::heartbeat()
{
    return m_heartbeat;
}

AutoDisconnect &ChatSession::autoDisconnect()
{
    return m_autoDisconnect;
}

void ChatSession::setRequestMaker(std::function<ConnectRequest(const QUrl &)> maker)
{
    m_makeRequest = std::move(maker);
}

void ChatSession::connectTo(const QUrl &address)
{
    abandon();
    m_address = address;
    m_reason.clear();
    m_refusalStatus = 0;
    m_transport = m_makeTransport();
    listenTo(*m_transport);
    m_deadline = m_clock.ringAfter(connectTimeout, [this] { handleConnectTimeout(); });
    qCDebug(sessionLog) << "connecting to" << Redaction::withoutSecrets(address);
    setState(State::Connecting);
    // Last, since a transport may fail at once.
    if (m_state == State::Connecting)
        m_transport->open(m_makeRequest ? m_makeRequest(m_address) : ConnectRequest{m_address});
}

void ChatSession::disconnectFromStage()
{
    if (m_state == State::Connected) {
        startClosing(End::ByUser);
    } else if (m_state == State::Connecting) {
        dropTransport();
        setState(State::Disconnected);
    }
}

Result<void> ChatSession::sendChat(const QString &text)
{
    return send({Outgoing::Form::Chat, text.trimmed(), {}});
}

Result<void> ChatSession::send(const Outgoing &line)
{
    if (line.text.trimmed().isEmpty())
        return failure(tr("There is nothing to send."));
    if (m_state != State::Connected)
        return failure(tr("Not connected, so nothing was sent. Your text stays here until you connect."));
    const QString frame = Dialect::frame(line);
    if (Result<void> fits = checkLength(frame); !fits)
        return fits;
    m_transport->sendText(frame);
    if (line.form == Outgoing::Form::Chat)
        Q_EMIT chatSent(line.text);
    Q_EMIT sent(line);
    return {};
}

Result<void> ChatSession::checkLength(const QString &frame)
{
    const qsizetype size = frame.toUtf8().size();
    if (size <= largestMessage)
        return {};
    return failure(tr("The text is too long: it takes %1 bytes and the stage accepts %2. Send it in parts.")
                       .arg(QLocale().toString(size), QLocale().toString(largestMessage)));
}

void ChatSession::probe(const QByteArray &payload)
{
    if (m_state == State::Connected)
        m_transport->ping(payload);
}

void ChatSession::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

void ChatSession::listenTo(Transport &transport)
{
    connect(&transport, &Transport::opened, this, &ChatSession::handleOpened);
    connect(&transport, &Transport::textReceived, this, &ChatSession::handleText);
    connect(&transport, &Transport::ponged, &m_heartbeat, &Heartbeat::takePong);
    connect(&transport, &Transport::ponged, this, &ChatSession::ponged);
    connect(&transport, &Transport::closed, this, &ChatSession::handleClosed);
    connect(&transport, &Transport::failed, this, &ChatSession::handleFailed);
}

void ChatSession::abandon()
{
    sayGoodbye();
    if (m_state == State::Connected)
        end(State::Disconnected, End::ByUser);
    else if (m_state == State::Closing)
        end(State::Disconnected, m_closingAs);
    else
        dropTransport();
}

/// Lets the other side know that this is an end and no accident; nobody waits for the answer.
void ChatSession::sayGoodbye()
{
    if (m_state != State::Connected)
        return;
    m_transport->disconnect(this);
    m_transport->close();
}

void ChatSession::dropTransport()
{
    m_deadline.reset();
    if (!m_transport)
        return;
    // Taken out first: nothing that follows may find it here.
    const std::unique_ptr<Transport> transport = std::move(m_transport);
    transport->disconnect(this);
    transport->disconnect(&m_heartbeat);
    transport->abort();
}

void ChatSession::startClosing(End how)
{
    m_closingAs = how;
    m_heartbeat.stop();
    m_autoDisconnect.sessionEnded();
    m_deadline = m_clock.ringAfter(closeTimeout, [this] { end(State::Disconnected, m_closingAs); });
    setState(State::Closing);
    // Last, since a transport may be closed at once.
    if (m_state == State::Closing)
        m_transport->close();
}

void ChatSession::handleOpened()
{
    m_deadline.reset();
    m_connectedAt = m_clock.wallTime();
    m_startedAt = m_clock.steadyTime();
    m_heartbeat.start();
    m_autoDisconnect.sessionStarted();
    setState(State::Connected);
}

void ChatSession::handleText(const QString &frame)
{
    const Event event = Dialect::decode(frame);
    if (!std::holds_alternative<PongEvent>(event))
        Q_EMIT eventReceived(event, frame);
}

void ChatSession::handleClosed(int code, const QString &closeReason)
{
    if (m_state == State::Closing) {
        end(State::Disconnected, m_closingAs);
        return;
    }
    m_reason = CloseReason::sentence(code, closeReason);
    end(State::Disconnected, End::ByPeer);
}

void ChatSession::handleFailed(const TransportFailure &failure)
{
    if (m_state == State::Closing) {
        end(State::Disconnected, m_closingAs);
        return;
    }
    m_reason = failure.message;
    m_refusalStatus = failure.httpStatus;
    if (m_state == State::Connected)
        end(State::Failed, End::ByFailure);
    else
        failToConnect();
}

void ChatSession::handleConnectTimeout()
{
    m_reason =
        tr("The stage did not answer within %n second(s); check the address and your connection to the "
           "network, then try again.",
           nullptr, static_cast<int>(connectTimeout.count()));
    failToConnect();
}

void ChatSession::handleAutoDisconnect()
{
    m_reason = tr("The time set for the automatic disconnect is over.");
    startClosing(End::ByAutoDisconnect);
}

void ChatSession::sendHeartbeat(const QByteArray &payload)
{
    m_transport->ping(payload);
    m_transport->sendText(Dialect::heartbeatFrame());
}

void ChatSession::failToConnect()
{
    dropTransport();
    setState(State::Failed);
    Q_EMIT connectFailed();
}

void ChatSession::end(State state, End how)
{
    m_lastDuration = duration();
    m_connectedAt.reset();
    m_heartbeat.stop();
    m_autoDisconnect.sessionEnded();
    dropTransport();
    setState(state);
    Q_EMIT ended(how);
}

} // namespace Greenroom
