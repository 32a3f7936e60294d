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

void Handshake::take(const AuthorizerVerdict &verdict)
{
    // It has left or been cancelled in the same turn of the event loop.
    if (!m_socket)
        return;
    switch (verdict.outcome) {
    case AuthorizerVerdict::Outcome::Allowed:
        m_info.authorizer = verdict.context;
        Q_EMIT authorized();
        return;
    case AuthorizerVerdict::Outcome::Denied:
        end(Refusals::forbidden(m_ids));
        return;
    case AuthorizerVerdict::Outcome::Unauthorized:
        end(Refusals::unauthorized(m_ids));
        return;
    case AuthorizerVerdict::Outcome::Failed:
        end(Refusals::authorizerFailed(m_ids));
        return;
    }
}

void Handshake::take(const InvocationResult &result)
{
    switch (result.outcome) {
    case InvocationResult::Outcome::TimedOut:
        refuse(Refusals::integrationTimedOut(m_ids));
        return; // The integration may still answer.
    case InvocationResult::Outcome::Throttled:
        end(Refusals::tooManyRequests(m_ids));
        return;
    case InvocationResult::Outcome::Failed:
        end(Refusals::integrationFailed(m_ids));
        return;
    case InvocationResult::Outcome::Returned:
        takeReturned(result.response);
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

void Handshake::accept(const QByteArray &subprotocol)
{
    deleteLater();
    if (!m_socket) {
        Q_EMIT abandoned();
        return;
    }
    ClientSocket *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->writeNow(Upgrade::reply(m_head, subprotocol, m_clock.wallTime()));
    Q_EMIT established(socket);
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
    if (m_isConnecting)
        refuse(Refusals::unavailable(m_ids));
    else
        end(Refusals::unavailable(m_ids));
    m_hold.reset();
}

/// Of a response only the status and this header reach a client (aws/chalice#1768).
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-connect-route-subprotocol.html
void Handshake::takeReturned(const ProxyResponse &response)
{
    const int status = response.statusCode;
    if (isGood(status)) {
        accept(response.header("Sec-WebSocket-Protocol"));
        return;
    }
    if (status >= firstDenyingStatus && status < firstUnknownStatus)
        end(Refusals::denied(status, m_ids));
    else
        end(Refusals::integrationFailed(m_ids));
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

/// Refuses where nothing is left to wait for.
void Handshake::end(const HttpReply &reply)
{
    refuse(reply);
    deleteLater();
}

void Handshake::noteClientLeft()
{
    m_socket = nullptr;
    m_hold.reset();
    if (!m_isConnecting)
        deleteLater();
}

} // namespace Greenroom
