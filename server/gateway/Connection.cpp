// SPDX-License-Identifier: MIT
#include "gateway/Connection.h"

#include "gateway/ClientSocket.h"
#include "gateway/FanOut.h"
#include "gateway/Parcel.h"
#include "gateway/StageQuotas.h"

namespace Greenroom {

namespace {

/// https://www.rfc-editor.org/rfc/rfc6455#section-5.5
constexpr qsizetype mostControlBytes = 2 + 125;

/// Seen as the disconnectReason of an idle connection (see docs/conformance.md).
QString goingAway()
{
    return QStringLiteral("Going away");
}

/// The disconnectReason where the client's close frame says nothing (see docs/conformance.md).
QString emptyGoodbye()
{
    return QStringLiteral("Client-side close frame status not set");
}

/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-binary-media-types.html
IncomingFrames::Rules rulesFor(const StageQuotas &quotas)
{
    IncomingFrames::Rules rules;
    rules.frameBytes = quotas.frameLimit();
    rules.messageBytes = quotas.messageLimit();
    rules.areMasked = true;
    rules.takesBinary = false;
    return rules;
}

QByteArray controlFrame(FrameHeader::Opcode opcode, const QByteArray &payload)
{
    FrameHeader header;
    header.opcode = opcode;
    header.payloadSize = static_cast<quint64>(payload.size());
    QByteArray frame;
    frame.reserve(mostControlBytes);
    header.appendTo(frame);
    return frame + payload;
}

} // namespace

Connection::Connection(ConnectionInfo info, ClientSocket *socket, const StageQuotas &quotas, FanOut &fanOut,
                       Clock &clock, QObject *parent)
    : QObject(parent),
      m_info(std::move(info)),
      m_clock(clock),
      m_lastActiveAt(m_info.connectedAt),
      m_socket(socket),
      m_fanOut(fanOut),
      m_frames(rulesFor(quotas)),
      m_arePingsActivity(quotas.pings == StageQuotas::Pings::AreActivity),
      m_timers(quotas, clock, [this] { close(CloseFrame::GoingAway, goingAway()); }),
      m_outbox(clock)
{
    m_socket->setParent(this);
    // It lasts as long as we do, however it ends.
    disconnect(m_socket, &QAbstractSocket::disconnected, m_socket, nullptr);
    m_socket->setReadBufferSize(Quotas::readBufferBytes);
    connect(m_socket, &QIODevice::readyRead, this, &Connection::read);
    connect(m_socket, &QAbstractSocket::disconnected, this, &Connection::noteDisconnected);
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
}

void Connection::noteActivity()
{
    noteActivity({m_clock.wallTime(), m_clock.steadyTime()});
}

void Connection::noteActivity(const Moment &moment)
{
    m_lastActiveAt = moment.wallTime;
    m_timers.noteActivity(moment.steadyTime);
}

void Connection::send(const QByteArray &data, std::chrono::milliseconds delay)
{
    // As good as always; and cheap.
    if (m_outbox.isEmpty() && delay <= std::chrono::milliseconds::zero())
        m_fanOut.send(*this, data);
    else
        m_outbox.put(
            delay, [this, data] { m_fanOut.send(*this, data); }, data.size());
}

void Connection::inTurn(std::chrono::milliseconds delay, std::function<void()> act)
{
    m_outbox.put(delay, std::move(act));
}

void Connection::gather(Parcel &parcel)
{
    if (!m_isOpen)
        return;
    if (m_parcel == nullptr)
        m_unwritten = m_socket->bytesToWrite();
    m_parcel = &parcel;
}

void Connection::flush()
{
    const Parcel *parcel = std::exchange(m_parcel, nullptr);
    if (m_isOpen && parcel != nullptr)
        m_socket->writeNow(parcel->bytes());
}

bool Connection::isCongested()
{
    // Asked for every text that is sent, so the usual answer comes without a look at the socket.
    if (m_parcel != nullptr && m_stallAlarm == nullptr && m_outbox.isEmpty()
        && m_unwritten + m_parcel->size() < Quotas::sendBufferBytes)
        return false;
    const bool isStalled = unreadBytes() >= Quotas::sendBufferBytes;
    if (!isStalled) {
        m_stallAlarm.reset();
        // What waits for a fault's sake counts too, but is not the client's doing.
        return unreadBytes() + m_outbox.waitingBytes() >= Quotas::sendBufferBytes;
    }
    if (!m_stallAlarm)
        m_stallAlarm = m_clock.ringAfter(Quotas::stallTimeout, [this] { checkStall(); });
    return true;
}

qint64 Connection::unreadBytes() const
{
    return (m_parcel != nullptr ? m_parcel->size() : 0) + m_socket->bytesToWrite();
}

void Connection::checkStall()
{
    // No close frame would get through.
    if (unreadBytes() >= Quotas::sendBufferBytes)
        drop();
}

void Connection::close(int code, const QString &reason)
{
    m_outbox.flush();
    sayGoodbye(CloseFrame::payloadFor(code, reason), code, reason);
}

void Connection::drop()
{
    if (!m_isOpen)
        return;
    flush();
    end(CloseFrame::Abnormal, QString());
    m_socket->flush();
    // Not at once: this may be called for a message that is just being read.
    QMetaObject::invokeMethod(m_socket, &ClientSocket::hangUp, Qt::QueuedConnection);
}

void Connection::read()
{
    m_frames.put(m_socket->readAll());
    while (m_isOpen) {
        const auto arrival = m_frames.next();
        if (!arrival)
            break;
        take(*arrival);
    }
    // Somebody who pings and never reads the answers.
    if (unreadBytes() >= 2 * Quotas::sendBufferBytes)
        drop();
    if (m_frames.fault())
        close(*m_frames.fault(), QString());
}

void Connection::take(const IncomingFrames::Arrival &arrival)
{
    if (arrival.kind == FrameHeader::Text) {
        Q_EMIT messageReceived(arrival.text);
    } else if (arrival.kind == FrameHeader::Close) {
        const auto &goodbye = m_frames.goodbye();
        sayGoodbye(arrival.payload, goodbye->code,
                   arrival.payload.isEmpty() ? emptyGoodbye() : goodbye->reason);
    } else if (arrival.kind == FrameHeader::Ping) {
        m_socket->writeNow(controlFrame(FrameHeader::Pong, arrival.payload));
        if (m_arePingsActivity)
            noteActivity();
    }
}

/// The last words to the client; what comes from it afterwards is dropped.
/// https://www.rfc-editor.org/rfc/rfc6455#section-5.5.1
void Connection::sayGoodbye(const QByteArray &payload, int code, const QString &reason)
{
    flush();
    if (!m_isOpen)
        return;
    m_socket->writeNow(controlFrame(FrameHeader::Close, payload));
    end(code, reason);
    m_socket->close();
}

void Connection::noteDisconnected()
{
    // Only a connection without a closing handshake comes here open.
    end(CloseFrame::Abnormal, QString());
    Q_EMIT finished();
}

void Connection::end(int closeCode, const QString &reason)
{
    if (std::exchange(m_isOpen, false))
        Q_EMIT ended(closeCode, reason);
}

} // namespace Greenroom
