// SPDX-License-Identifier: MIT
#include "session/ClientHandshake.h"

#include "common/WebSocketKey.h"
#include "session/AnswerBody.h"
#include "session/FailureReason.h"
#include "session/UpgradeRequest.h"

#include <algorithm>

namespace Greenroom {

namespace {

constexpr int switchingProtocols = 101;
constexpr int firstFinalStatus = 200;

/// https://www.rfc-editor.org/rfc/rfc9110#section-15.4
bool isRedirection(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

Result<void> ClientHandshake::check(const ConnectRequest &request)
{
    return UpgradeRequest::check(request);
}

ClientHandshake::ClientHandshake(const ConnectRequest &request, const QByteArray &nonce)
    : m_address(request.address), m_offered(request.subprotocols)
{
    const QByteArray key = nonce.toBase64();
    m_accept = WebSocketKey::acceptFor(key);
    m_request = UpgradeRequest::write(request, key);
}

void ClientHandshake::put(const QByteArray &bytes)
{
    if (m_state == State::Failed)
        return;
    m_arrived += bytes;
    if (m_state == State::Waiting)
        readHead();
    if (m_state == State::Refusing)
        readBody();
}

void ClientHandshake::end()
{
    if (m_state == State::Refusing)
        refuse(AnswerBody::readWhatCame(m_head, m_arrived));
    else if (m_state == State::Waiting)
        refuseStrange();
}

void ClientHandshake::readHead()
{
    while (m_state == State::Waiting) {
        const auto length = AnswerHead::lengthIn(m_arrived);
        if (!AnswerHead::mayBegin(m_arrived) || length.value_or(m_arrived.size()) > largestHead) {
            refuseStrange();
            return;
        }
        if (!length)
            return;
        const auto head = AnswerHead::parse(m_arrived.first(*length));
        m_arrived.remove(0, *length);
        if (!head) {
            refuseStrange();
            return;
        }
        m_head = *head;
        readAnswer();
    }
}

/// Whether that was the answer; there may be others before it, such as 103.
void ClientHandshake::readAnswer()
{
    if (m_head.status() == switchingProtocols)
        accept();
    else if (m_head.status() >= firstFinalStatus)
        m_state = State::Refusing;
}

void ClientHandshake::readBody()
{
    if (const auto body = AnswerBody::read(m_head, m_arrived))
        refuse(*body);
}

/// https://www.rfc-editor.org/rfc/rfc6455#section-4.1
bool ClientHandshake::isAccepting() const
{
    return m_head.hasToken("Upgrade", "websocket") && m_head.hasToken("Connection", "upgrade")
           && m_head.count("Sec-WebSocket-Accept") == 1 && m_head.header("Sec-WebSocket-Accept") == m_accept
           && m_head.header("Sec-WebSocket-Extensions").isEmpty()
           && m_head.count("Sec-WebSocket-Extensions") <= 1 && m_head.count("Sec-WebSocket-Protocol") <= 1;
}

void ClientHandshake::accept()
{
    if (!isAccepting()) {
        refuseStrange();
        return;
    }
    m_subprotocol = QString::fromUtf8(m_head.header("Sec-WebSocket-Protocol"));
    if (m_head.count("Sec-WebSocket-Protocol") > 0 && !m_offered.contains(m_subprotocol))
        fail({0, FailureReason::fromSubprotocol(m_subprotocol), TransportFailure::Cause::NotWebSocket});
    else
        m_state = State::Accepted;
}

void ClientHandshake::refuse(const QByteArray &body)
{
    const int status = m_head.status();
    const QUrl location = QUrl::fromEncoded(m_head.header("Location"));
    if (isRedirection(status) && location.isValid() && !location.isEmpty()) {
        const QString sentence = FailureReason::fromRedirection(status, m_address.resolved(location));
        fail({status, sentence, TransportFailure::Cause::Refused});
        return;
    }
    QString said = AnswerBody::messageIn(body);
    // "Forbidden" beside 403 tells nothing new.
    if (said.compare(QString::fromUtf8(m_head.phrase()), Qt::CaseInsensitive) == 0)
        said.clear();
    fail({status, FailureReason::fromHttpStatus(status, said), TransportFailure::Cause::Refused});
}

void ClientHandshake::refuseStrange()
{
    fail({0, FailureReason::fromStrangeAnswer(m_address.host()), TransportFailure::Cause::NotWebSocket});
}

void ClientHandshake::fail(const TransportFailure &failure)
{
    m_arrived.clear();
    m_failure = failure;
    m_state = State::Failed;
}

} // namespace Greenroom
