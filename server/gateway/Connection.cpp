// SPDX-License-Identifier: MIT
#include "gateway/Connection.h"

#include "gateway/ClientSocket.h"
#include "gateway/FanOut.h"
#include "gateway/Parcel.h"
#include "gateway/StageQuotas.h"

#include <QWebSocket>

namespace Greenroom {

namespace {

/// Seen as the disconnectReason of an idle connection (see docs/conformance.md).
QString goingAway()
{
    return QStringLiteral("Going away");
}

} // namespace

Connection::Connection(ConnectionInfo info, QWebSocket *socket, const StageQuotas &quotas, FanOut &fanOut,
                       Clock &clock, QObject *parent)
    : QObject(parent),
      m_info(std::move(info)),
      m_clock(clock),
      m_lastActiveAt(m_info.connectedAt),
      m_socket(socket),
      m_tcp(socket->findChild<ClientSocket *>()),
      m_fanOut(fanOut),
      m_frames({quotas.frameLimit(), quotas.messageLimit()}),
      m_arePingsActivity(quotas.pings == StageQuotas::Pings::AreActivity),
      m_timers(quotas, clock, [this] { close(QWebSocketProtocol::CloseCodeGoingAway, goingAway()); }),
      m_outbox(clock)
{
    m_socket->setParent(this);
    // ClientFrames counts; each message comes in one frame.
    const auto largest = static_cast<quint64>(quotas.messageLimit() + ClientFrames::mostAdded);
    m_socket->setMaxAllowedIncomingFrameSize(largest);
    m_socket->setMaxAllowedIncomingMessageSize(largest);
    m_tcp->setFilter([this](const QByteArray &bytes) { return readFrames(bytes); });
    connect(m_socket, &QWebSocket::textMessageReceived, this, &Connection::receive);
    connect(m_socket, &QWebSocket::aboutToClose, this, &Connection::noteClosing);
    connect(m_socket, &QWebSocket::disconnected, this, &Connection::noteDisconnected);
    // After QWebSocket, which listens since it was made: what came before a fault is handled first.
    connect(m_tcp, &QIODevice::readyRead, this, &Connection::checkFrames);
}

Connection::~Connection()
{
    // QWebSocket's destructor reports a disconnection, and nobody is left to hear of it.
    m_socket->disconnect(this);
    m_tcp->setFilter({});
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
        m_unwritten = m_tcp->bytesToWrite();
    m_parcel = &parcel;
}

void Connection::flush()
{
    const Parcel *parcel = std::exchange(m_parcel, nullptr);
    if (m_isOpen && parcel != nullptr)
        m_tcp->writeNow(parcel->bytes());
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
    return (m_parcel != nullptr ? m_parcel->size() : 0) + m_tcp->bytesToWrite();
}

void Connection::checkStall()
{
    // No close frame would get through.
    if (unreadBytes() >= Quotas::sendBufferBytes)
        drop();
}

void Connection::close(QWebSocketProtocol::CloseCode code, const QString &reason)
{
    m_outbox.flush();
    flush();
    if (m_isOpen)
        m_socket->close(code, reason);
}

void Connection::drop()
{
    if (!m_isOpen)
        return;
    flush();
    // Before the socket goes, which QWebSocket would report as an ordinary end.
    end(QWebSocketProtocol::CloseCodeAbnormalDisconnection, QString());
    m_tcp->flush();
    // Not at once: this may be called for a message that QWebSocket is reading.
    QMetaObject::invokeMethod(m_tcp, &ClientSocket::hangUp, Qt::QueuedConnection);
}

void Connection::receive(const QString &text)
{
    if (m_isOpen)
        Q_EMIT messageReceived(text);
}

QByteArray Connection::readFrames(const QByteArray &bytes)
{
    QByteArray frames = m_frames.take(bytes);
    const auto &goodbye = m_frames.goodbye();
    // QWebSocket answers a close frame at once.
    if (goodbye)
        flush();
    if (goodbye && !goodbye->answer.isEmpty()) {
        m_tcp->write(goodbye->answer);
        m_tcp->setMuted(true);
    }
    return frames;
}

void Connection::checkFrames()
{
    // Somebody who pings and never reads the answers.
    if (unreadBytes() >= 2 * Quotas::sendBufferBytes)
        drop();
    if (m_frames.fault())
        close(*m_frames.fault(), QString());
    if (m_arePingsActivity && std::exchange(m_pingsSeen, m_frames.pings()) != m_frames.pings())
        noteActivity();
}

void Connection::noteClosing()
{
    const auto &goodbye = m_frames.goodbye();
    // QWebSocket says 1000 of an empty close frame too, and of codes that it does not know.
    if (goodbye && m_socket->closeCode() == QWebSocketProtocol::CloseCodeNormal)
        end(goodbye->code, goodbye->reason);
    else
        end(m_socket->closeCode(), m_socket->closeReason());
}

void Connection::noteDisconnected()
{
    // Only a connection without a closing handshake comes here open; QWebSocket would call that 1000.
    end(QWebSocketProtocol::CloseCodeAbnormalDisconnection, QString());
    Q_EMIT finished();
}

void Connection::end(int closeCode, const QString &reason)
{
    if (std::exchange(m_isOpen, false))
        Q_EMIT ended(closeCode, reason);
}

} // namespace Greenroom
