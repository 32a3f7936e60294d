// SPDX-License-Identifier: MIT
#include "session/WebSocketTransport.h"

#include "session/BinaryText.h"
#include "session/FailureReason.h"
#include "session/StageSocket.h"

#include <QPointer>
#include <QRandomGenerator>
#include <array>

namespace Greenroom {

namespace {

QByteArray newNonce()
{
    std::array<quint32, ClientHandshake::nonceSize / sizeof(quint32)> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return {reinterpret_cast<const char *>(random.data()), ClientHandshake::nonceSize};
}

} // namespace

WebSocketTransport::WebSocketTransport(QObject *parent)
    : Transport(parent), m_outgoing([] { return QRandomGenerator::system()->generate(); })
{
}

WebSocketTransport::~WebSocketTransport()
{
    WebSocketTransport::abort();
}

void WebSocketTransport::open(const ConnectRequest &request)
{
    m_phase = Phase::Connecting;
    if (const Result<void> checked = ClientHandshake::check(request); !checked) {
        reportFailure({0, checked.error().message, TransportFailure::Cause::Protocol});
        return;
    }
    m_handshake.emplace(request, newNonce());
    m_socket = new StageSocket;
    listenTo(*m_socket);
    m_socket->open(request);
}

void WebSocketTransport::sendText(const QString &frame)
{
    if (m_phase != Phase::Open)
        return;
    m_outgoing.putText(frame);
    send();
}

void WebSocketTransport::ping(const QByteArray &payload)
{
    if (m_phase != Phase::Open)
        return;
    m_outgoing.putControl(FrameHeader::Ping, payload);
    send();
}

void WebSocketTransport::close()
{
    if (m_phase != Phase::Open)
        return;
    m_outgoing.putControl(FrameHeader::Close, CloseFrame::payloadFor(CloseFrame::Normal));
    send();
    m_phase = Phase::Closing;
    // An abort() may follow at once.
    if (m_socket)
        m_socket->flush();
}

void WebSocketTransport::abort()
{
    if (StageSocket *socket = takeSocket())
        socket->drop();
}

QString WebSocketTransport::subprotocol() const
{
    return m_handshake ? m_handshake->subprotocol() : QString();
}

void WebSocketTransport::listenTo(const StageSocket &socket)
{
    connect(&socket, &StageSocket::connected, this, &WebSocketTransport::sendRequest);
    connect(&socket, &StageSocket::failed, this, &WebSocketTransport::handleEnd);
    connect(&socket, &StageSocket::written, this, &WebSocketTransport::send);
    // What a planned turn leaves is not read before it.
    connect(&socket, &StageSocket::readyRead, this, [this] {
        if (!m_nextTurn)
            takeTurn();
    });
}

void WebSocketTransport::sendRequest()
{
    m_phase = Phase::Shaking;
    m_socket->write(m_handshake->request());
}

void WebSocketTransport::handleEnd(const TransportFailure &failure)
{
    m_end = failure;
    if (!m_nextTurn)
        takeTurn();
}

/// Tells what has arrived, up to the bounds of one turn of the event loop.
void WebSocketTransport::takeTurn()
{
    m_nextTurn.reset();
    const auto end = m_clock.steadyTime() + turnTime;
    for (int step = 0; step < largestTurn; ++step) {
        if (takeStep() == Turn::IsOver)
            return;
        if (m_clock.steadyTime() >= end)
            break;
    }
    planTurn();
}

/// Tells one thing, or reads what comes next. Over where there is nothing left, or where this object may be
/// gone.
WebSocketTransport::Turn WebSocketTransport::takeStep()
{
    if (const auto arrival = m_frames.next())
        return tell(*arrival);
    if (m_frames.fault()) {
        reportFault();
        return Turn::IsOver;
    }
    const QByteArray piece = m_socket->read();
    if (!piece.isEmpty())
        return take(piece);
    if (m_end)
        reportEnd();
    return Turn::IsOver;
}

WebSocketTransport::Turn WebSocketTransport::take(const QByteArray &piece)
{
    if (m_phase == Phase::Shaking) {
        m_handshake->put(piece);
        return shakeHands();
    }
    m_frames.put(piece);
    return Turn::GoesOn;
}

/// Over where it has come to an end, or where this object may be gone.
WebSocketTransport::Turn WebSocketTransport::shakeHands()
{
    switch (m_handshake->state()) {
    case ClientHandshake::State::Failed:
        reportFailure(m_handshake->failure());
        return Turn::IsOver;
    case ClientHandshake::State::Refusing:
        if (!m_bodyAlarm)
            m_bodyAlarm = m_clock.ringAfter(bodyTimeout, [this] {
                m_handshake->end();
                shakeHands();
            });
        return Turn::GoesOn;
    case ClientHandshake::State::Waiting:
        return Turn::GoesOn;
    case ClientHandshake::State::Accepted:
        break;
    }
    m_phase = Phase::Open;
    m_frames.put(m_handshake->rest());
    const QPointer<WebSocketTransport> self(this);
    Q_EMIT opened();
    return self && m_socket ? Turn::GoesOn : Turn::IsOver;
}

WebSocketTransport::Turn WebSocketTransport::tell(const IncomingFrames::Arrival &arrival)
{
    const QPointer<WebSocketTransport> self(this);
    switch (arrival.kind) {
    case FrameHeader::Close:
        reportGoodbye(arrival.payload);
        return Turn::IsOver;
    case FrameHeader::Ping:
        answerPing(arrival.payload);
        break;
    case FrameHeader::Pong:
        Q_EMIT ponged(arrival.payload);
        break;
    case FrameHeader::Binary:
        Q_EMIT textReceived(BinaryText::from(arrival.payload));
        break;
    default:
        Q_EMIT textReceived(arrival.text);
        break;
    }
    return self && m_socket ? Turn::GoesOn : Turn::IsOver;
}

void WebSocketTransport::answerPing(const QByteArray &payload)
{
    // Nothing follows a close frame.
    if (m_phase != Phase::Open)
        return;
    m_outgoing.putPong(payload);
    send();
}

void WebSocketTransport::planTurn()
{
    // Not a queued call: that would come before the system is asked what else has happened.
    m_nextTurn = m_clock.ringAfter(std::chrono::milliseconds(0), [this] { takeTurn(); });
}

/// All that arrived has been told, and the connection is gone.
void WebSocketTransport::reportEnd()
{
    if (m_phase == Phase::Closing) {
        abort();
        Q_EMIT closed(CloseFrame::Abnormal, {});
        return;
    }
    if (m_phase == Phase::Shaking && m_handshake->state() == ClientHandshake::State::Refusing) {
        m_handshake->end();
        m_end = m_handshake->failure();
    }
    reportFailure(*m_end);
}

void WebSocketTransport::reportFailure(const TransportFailure &failure)
{
    abort();
    // Last, and a copy: the owner may delete this object in its answer.
    Q_EMIT failed(TransportFailure(failure));
}

void WebSocketTransport::reportFault()
{
    const auto code = *m_frames.fault();
    endWith(CloseFrame::payloadFor(code));
    Q_EMIT failed({0, FailureReason::fromProtocolFault(code), TransportFailure::Cause::Protocol});
}

void WebSocketTransport::reportGoodbye(const QByteArray &payload)
{
    const CloseFrame goodbye = *m_frames.goodbye();
    // The answer has the same code. What they close for is theirs to know.
    endWith(payload.left(sizeof(quint16)));
    Q_EMIT closed(goodbye.code, goodbye.reason);
}

/// Lets go of the connection, with a close frame unless there was one.
void WebSocketTransport::endWith(const QByteArray &closePayload)
{
    if (m_phase == Phase::Open) {
        m_outgoing.endWith(closePayload);
        m_socket->write(m_outgoing.take());
    }
    takeSocket()->letGo();
}

/// Hands frames to the socket, but no more than it needs: an answer to a ping goes before those that wait.
void WebSocketTransport::send()
{
    while (m_phase >= Phase::Open && m_socket->waitingBytes() < TextFrames::largestPayload) {
        const QByteArray frame = m_outgoing.take();
        if (frame.isEmpty())
            return;
        m_socket->write(frame);
    }
}

/// From now on nothing is heard of it.
StageSocket *WebSocketTransport::takeSocket()
{
    m_phase = Phase::Idle;
    m_bodyAlarm.reset();
    m_nextTurn.reset();
    StageSocket *socket = std::exchange(m_socket, nullptr);
    if (socket)
        socket->disconnect(this);
    return socket;
}

} // namespace Greenroom
