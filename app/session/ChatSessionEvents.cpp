// SPDX-License-Identifier: MIT
// What a ChatSession knows of itself, and what it makes of what happens to it.
#include "session/ChatSession.h"

#include "common/Logging.h"
#include "wire/Dialect.h"

namespace Greenroom {

using std::chrono::seconds;

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

std::optional<TransportFailure> ChatSession::failure() const
{
    return m_failure;
}

std::optional<seconds> ChatSession::retryIn() const
{
    return m_retry.remaining();
}

const std::optional<Outage> &ChatSession::outage() const
{
    return m_outage;
}

std::optional<WallTime> ChatSession::connectedAt() const
{
    return m_connectedAt;
}

std::optional<WallTime> ChatSession::connectedSince() const
{
    return m_connectedSince;
}

int ChatSession::renewals() const
{
    return m_renewals;
}

seconds ChatSession::duration() const
{
    if (!m_connectedAt)
        return m_lastDuration;
    return std::chrono::floor<seconds>(m_clock.bootTime() - m_startedAt);
}

Heartbeat &ChatSession::heartbeat()
{
    return m_heartbeat;
}

AutoDisconnect &ChatSession::autoDisconnect()
{
    return m_autoDisconnect;
}

void ChatSession::handleOpened()
{
    m_connectedAt = m_connectedSince = m_clock.wallTime();
    m_startedAt = m_clock.bootTime();
    m_renewals = 0;
    m_reason.clear();
    m_failure.reset();
    if (m_outage)
        m_outage->length = std::chrono::floor<seconds>(m_startedAt - m_outage->since);
    m_heartbeat.start();
    m_autoDisconnect.sessionStarted();
    m_settling = m_clock.ringAfter(ReconnectPolicy::settledAfter, [this] { settle(); });
    setState(State::Connected);
}

void ChatSession::handleText(const QString &frame)
{
    const Event event = Dialect::decode(frame);
    if (!std::holds_alternative<PongEvent>(event))
        Q_EMIT eventReceived(event, frame);
}

void ChatSession::handleEnded(const LinkEnd &end)
{
    if (!end.closeCode)
        m_failure = end.failure;
    if (m_state == State::Closing) {
        endConnection(State::Disconnected, m_closingAs);
        return;
    }
    m_reason = end.reason;
    const State next = planAfter(end);
    if (m_state == State::Connected)
        endConnection(next, end.closeCode ? End::ByPeer : End::ByFailure);
    else
        failToConnect(next);
}

void ChatSession::handleRenewed()
{
    m_connectedAt = m_clock.wallTime();
    ++m_renewals;
    m_heartbeat.start();
    Q_EMIT renewed();
}

void ChatSession::handleAutoDisconnect()
{
    m_reason = tr("The time set for the automatic disconnect is over.");
    if (m_state == State::Connected)
        startClosing(End::ByAutoDisconnect);
    else
        endConnection(State::Disconnected, End::ByAutoDisconnect);
}

/// Nobody knows what became of the connection, or the attempt, while the machine slept.
void ChatSession::handleResume()
{
    // What failed before the sleep says nothing of what is there after it.
    m_policy.reset();
    if (m_state == State::Connected)
        m_link->check(doubtTimeout);
    else if (m_state == State::WaitingToRetry)
        retry();
    else if (m_state == State::Connecting) {
        dropLink();
        retry();
    }
}

void ChatSession::handleHint()
{
    if (m_laterHint)
        return;
    // A network comes up in steps, and each is a hint: the last is the one that is worth an attempt.
    const auto sinceLast = m_hintedAt ? m_clock.steadyTime() - *m_hintedAt : hintPause;
    if (sinceLast >= hintPause)
        followHint();
    else
        m_laterHint = m_clock.ringAfter(hintPause - sinceLast, [this] { followHint(); });
}

void ChatSession::followHint()
{
    m_laterHint.reset();
    m_hintedAt = m_clock.steadyTime();
    if (m_state == State::Connected) {
        m_link->check(doubtTimeout);
    } else if (m_state == State::Connecting && m_outage) {
        // It began on a network that is no longer there, or was not there yet.
        dropLink();
        retry();
    } else {
        retryNow();
    }
}

void ChatSession::settle()
{
    m_settling.reset();
    m_policy.reset();
    if (!m_outage)
        return;
    const Outage outage = *m_outage;
    m_outage.reset();
    Q_EMIT settled(outage);
}

ChatSession::State ChatSession::planAfter(const LinkEnd &end)
{
    const bool wasConnected = m_state == State::Connected;
    if (!m_outage)
        m_outage = Outage{m_clock.bootTime(), wasConnected ? 0 : 1, 0, wasConnected, {}};
    else if (wasConnected)
        ++m_outage->shortLived;
    if (m_outage->wasConnected && ReconnectPolicy::mayBePortal(end))
        qCInfo(sessionLog) << "another certificate than before: trying on";
    else if (ReconnectPolicy::isFinal(end))
        return State::Failed;
    m_retry.start(m_policy.nextDelay());
    return State::WaitingToRetry;
}

} // namespace Greenroom
