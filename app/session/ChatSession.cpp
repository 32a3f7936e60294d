// SPDX-License-Identifier: MIT
#include "session/ChatSession.h"

#include "common/Logging.h"
#include "common/Redaction.h"
#include "session/NetworkHint.h"
#include "wire/Dialect.h"

#include <QLocale>
#include <QRandomGenerator>

namespace Greenroom {

using std::chrono::seconds;

ChatSession::ChatSession(Clock &clock, TransportFactory makeTransport, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_makeTransport(std::move(makeTransport)),
      m_heartbeat(clock),
      m_autoDisconnect(clock),
      m_policy([] { return QRandomGenerator::global()->generateDouble(); }),
      m_retry(clock),
      m_sleepWatch(clock)
{
    wire();
}

ChatSession::~ChatSession()
{
    dropLink();
}

void ChatSession::setRandom(std::function<double()> random)
{
    m_policy = ReconnectPolicy(std::move(random));
}

void ChatSession::listenTo(NetworkHint &hint) const
{
    connect(&hint, &NetworkHint::returned, this, &ChatSession::handleHint);
}

void ChatSession::setRequestMaker(std::function<ConnectRequest(const QUrl &)> maker)
{
    m_makeRequest = std::move(maker);
}

void ChatSession::setAttemptCheck(AttemptCheck check)
{
    m_check = std::move(check);
}

void ChatSession::connectTo(const QUrl &address)
{
    abandon();
    m_address = address;
    m_reason.clear();
    m_failure.reset();
    m_outage.reset();
    m_policy.reset();
    m_sleepWatch.start();
    qCDebug(sessionLog) << "connecting to" << Redaction::withoutSecrets(address);
    attempt();
}

void ChatSession::disconnectFromStage()
{
    if (m_state == State::Connected)
        startClosing(End::ByUser);
    else if (m_state == State::Connecting || m_state == State::WaitingToRetry)
        stopTrying();
}

void ChatSession::leave()
{
    abandon();
    m_reason.clear();
    m_failure.reset();
    setState(State::Disconnected);
}

void ChatSession::retryNow()
{
    if (m_state == State::WaitingToRetry)
        retry();
}

Result<void> ChatSession::sendChat(const QString &text)
{
    return send({Outgoing::Form::Chat, text.trimmed(), {}});
}

Result<void> ChatSession::send(const Outgoing &line)
{
    if (line.text.trimmed().isEmpty())
        return Greenroom::failure(tr("There is nothing to send."));
    if (m_state != State::Connected)
        return Greenroom::failure(
            tr("Not connected, so nothing was sent. Your text stays here until you connect."));
    const QString frame = Dialect::frame(line);
    if (Result<void> fits = checkLength(frame); !fits)
        return fits;
    m_link->sendText(frame);
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
    return Greenroom::failure(
        tr("The text is too long: it takes %1 bytes and the stage accepts %2. Send it in parts.")
            .arg(QLocale().toString(size), QLocale().toString(largestMessage)));
}

void ChatSession::probe(const QByteArray &payload)
{
    if (m_state == State::Connected)
        m_link->probe(payload);
}

void ChatSession::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

void ChatSession::wire()
{
    connect(&m_heartbeat, &Heartbeat::beat, this,
            [this](const QByteArray &payload) { m_link->ping(payload); });
    connect(&m_heartbeat, &Heartbeat::messageDue, this, [this](const QString &route, const QString &text) {
        m_link->sendHeartbeat(Dialect::heartbeatFrame(route, text));
    });
    connect(&m_autoDisconnect, &AutoDisconnect::expired, this, &ChatSession::handleAutoDisconnect);
    connect(&m_retry, &RetryTimer::due, this, &ChatSession::retry);
    connect(&m_retry, &RetryTimer::ticked, this, &ChatSession::retryTicked);
    connect(&m_sleepWatch, &SleepWatch::resumed, this, &ChatSession::handleResume);
}

void ChatSession::listenToLink()
{
    LastingLink *link = m_link.get();
    connect(link, &LastingLink::opened, this, &ChatSession::handleOpened);
    connect(link, &LastingLink::textReceived, this, &ChatSession::handleText);
    connect(link, &LastingLink::ponged, &m_heartbeat, &Heartbeat::takePong);
    connect(link, &LastingLink::ponged, this, &ChatSession::ponged);
    connect(link, &LastingLink::renewed, this, &ChatSession::handleRenewed);
    connect(link, &LastingLink::identified, this, &ChatSession::identified);
    connect(link, &LastingLink::ended, this, &ChatSession::handleEnded);
}

ConnectRequest ChatSession::request() const
{
    return m_makeRequest ? m_makeRequest(m_address) : ConnectRequest{m_address};
}

void ChatSession::attempt()
{
    m_retry.stop();
    if (m_outage)
        ++m_outage->attempts;
    m_link = std::make_unique<LastingLink>(m_clock, m_makeTransport, [this] { return request(); });
    m_link->setRenewalCheck([this] { return mayRenew(); });
    listenToLink();
    const LastingLink *link = m_link.get();
    setState(State::Connecting);
    // Last, since it may fail at once; and not at all where somebody has thought otherwise meanwhile.
    if (m_link.get() == link)
        m_link->open();
}

void ChatSession::retry()
{
    const Result<bool> mayBeMade = m_check ? m_check(Attempt::Retry) : Result<bool>(true);
    if (!mayBeMade) {
        m_reason = mayBeMade.error().message;
        failToConnect(State::Failed);
    } else if (*mayBeMade) {
        qCDebug(sessionLog) << "trying again";
        attempt();
    } else {
        putOff();
    }
}

/// As after an attempt that has failed.
void ChatSession::putOff()
{
    if (!m_outage)
        m_outage = Outage{m_clock.bootTime(), 0, 0, false, {}};
    m_retry.start(m_policy.nextDelay());
    setState(State::WaitingToRetry);
    Q_EMIT retryTicked();
}

bool ChatSession::mayRenew() const
{
    return !m_check || m_check(Attempt::Renewal).value_or(false);
}

void ChatSession::abandon()
{
    if (m_state == State::Connected || m_state == State::Closing) {
        const End how = m_state == State::Closing ? m_closingAs : End::ByUser;
        rest();
        endConnection(State::Disconnected, how);
    }
    rest();
    dropLink();
}

/// An open connection is told that this is an end and no accident; nobody waits for the answer.
void ChatSession::dropLink()
{
    if (!m_link)
        return;
    // Taken out first: nothing that follows may find it here.
    const std::unique_ptr<LastingLink> link = std::move(m_link);
    link->disconnect(this);
    link->disconnect(&m_heartbeat);
    link->leave();
}

void ChatSession::startClosing(End how)
{
    m_closingAs = how;
    m_heartbeat.stop();
    rest();
    setState(State::Closing);
    // Last, since it may be closed at once.
    if (m_state == State::Closing)
        m_link->close();
}

void ChatSession::stopTrying()
{
    rest();
    m_reason.clear();
    dropLink();
    setState(State::Disconnected);
}

void ChatSession::failToConnect(State state)
{
    dropLink();
    if (state != State::WaitingToRetry)
        rest();
    setState(state);
    Q_EMIT connectFailed();
}

void ChatSession::endConnection(State state, End how)
{
    m_lastDuration = duration();
    forgetConnection();
    dropLink();
    if (state != State::WaitingToRetry)
        rest();
    setState(state);
    Q_EMIT ended(how);
}

void ChatSession::forgetConnection()
{
    m_connectedAt.reset();
    m_connectedSince.reset();
    m_settling.reset();
    m_heartbeat.stop();
}

/// Nothing is attempted any more before the next connectTo().
void ChatSession::rest()
{
    m_retry.stop();
    m_sleepWatch.stop();
    m_settling.reset();
    m_autoDisconnect.sessionEnded();
}

} // namespace Greenroom
