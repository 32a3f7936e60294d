// SPDX-License-Identifier: MIT
#include "gateway/Handshake.h"

#include "gateway/ClientSocket.h"
#include "gateway/Refusals.h"
#include "gateway/Upgrade.h"

namespace Greenroom {

namespace {

// Every status from 200 to 299 establishes the connection (seen with 200 and 201 on a deployed API).
constexpr int firstGoodStatus = 200;
constexpr int firstDenyingStatus = 300;
constexpr int firstUnknownStatus = 600;

bool isGood(int status)
{
    return status >= firstGoodStatus && status < firstDenyingStatus;
}

} // namespace

Handshake::Handshake(ClientSocket *socket, HttpHead head, ConnectionInfo info, Clock &clock, IdMint &ids,
                     QObject *parent)
    : QObject(parent),
      m_socket(socket),
      m_head(std::move(head)),
      m_info(std::move(info)),
      m_clock(clock),
      m_ids(ids)
{
    m_socket->setParent(this);
    connect(m_socket, &QAbstractSocket::disconnected, this, &Handshake::noteClientLeft);
}

Handshake::~Handshake() = default;

void Handshake::take(const InvocationResult &result)
{
    switch (result.outcome) {
    case InvocationResult::Outcome::TimedOut:
        refuse(Refusals::integrationTimedOut(m_ids));
        return; // The integration may still answer.
    case InvocationResult::Outcome::Throttled:
        refuse(Refusals::tooManyRequests(m_ids));
        deleteLater();
        return;
    case InvocationResult::Outcome::Failed:
        refuse(Refusals::integrationFailed(m_ids));
        deleteLater();
        return;
    case InvocationResult::Outcome::Returned:
        takeReturned(result.response.statusCode);
        return;
    }
}

void Handshake::hold(std::chrono::milliseconds delay, std::function<void()> proceed)
{
    m_hold = m_clock.ringAfter(delay, [this, proceed = std::move(proceed)] {
        m_hold.reset();
        proceed();
    });
}

void Handshake::accept()
{
    m_isAccepted = true;
    if (!m_socket) {
        Q_EMIT abandoned();
        deleteLater();
        return;
    }
    m_upgrade = new Upgrade(this);
    connect(m_upgrade, &Upgrade::finished, this, &Handshake::finish);
    m_upgrade->start(*m_socket, m_head);
}

void Handshake::drop()
{
    if (m_socket) {
        m_socket->hangUp();
        Q_EMIT refused(0);
    }
    deleteLater();
}

void Handshake::cancel()
{
    if (!m_isAccepted)
        refuse(Refusals::unavailable(m_ids));
    else if (m_socket)
        m_socket->hangUp();
    letGo();
}

/// Nobody will answer a handshake that is held.
void Handshake::letGo()
{
    if (std::exchange(m_hold, nullptr))
        deleteLater();
}

void Handshake::takeReturned(int status)
{
    if (isGood(status)) {
        accept();
        return;
    }
    if (status >= firstDenyingStatus && status < firstUnknownStatus)
        refuse(Refusals::denied(status, m_ids));
    else
        refuse(Refusals::integrationFailed(m_ids));
    deleteLater();
}

void Handshake::refuse(const HttpReply &reply)
{
    if (!m_socket)
        return;
    // The socket closes in its own time and deletes itself then; we may be gone by that time.
    m_socket->disconnect(this);
    m_socket->setParent(parent());
    m_socket->write(reply.toBytes(m_clock.wallTime()));
    m_socket->close();
    m_socket = nullptr;
    Q_EMIT refused(reply.status);
}

void Handshake::noteClientLeft()
{
    m_socket = nullptr;
    letGo();
    if (!m_isAccepted)
        return;
    // It left between the integration's answer and the 101, which Qt may still be writing: let it.
    m_upgrade->disconnect(this);
    Q_EMIT abandoned();
    deleteLater();
}

void Handshake::finish(QWebSocket *webSocket)
{
    m_socket->disconnect(this);
    m_socket = nullptr;
    Q_EMIT established(webSocket);
    deleteLater();
}

} // namespace Greenroom
