// SPDX-License-Identifier: MIT
#include "gateway/Connection.h"

#include "common/TextFrames.h"
#include "gateway/ClientSocket.h"
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

Connection::Connection(ConnectionInfo info, QWebSocket *socket, const StageQuotas &quotas, Clock &clock,
                       QObject *parent)
    : QObject(parent),
      m_info(std::move(info)),
      m_clock(clock),
      m_lastActiveAt(m_info.connectedAt),
      m_socket(socket),
      m_tcp(socket->findChild<ClientSocket *>()),
      m_frames({quotas.frameLimit(), quotas.messageLimit()}),
      m_arePingsActivity(quotas.pings == StageQuotas::Pings::AreActivity),
      m_timers(quotas, clock, [this] { close(QWebSocketProtocol::CloseCodeGoingAway, goingAway()); })
{
    m_socket->setParent(this);
    m_socket->setOutgoingFrameSize(Quotas::frameBytes);
    // ClientFrames counts; each message comes in one frame.
    m_socket->setMaxAllowedIncomingFrameSize(static_cast<quint64>(quotas.messageLimit()));
    m_socket->setMaxAllowedIncomingMessageSize(static_cast<quint64>(quotas.messageLimit()));
    m_tcp->setFilter([this](const QByteArray &bytes) { return m_frames.take(bytes); });
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
    m_lastActiveAt = m_clock.wallTime();
    m_timers.noteActivity();
}

void Connection::send(const QByteArray &data)
{
    if (!m_isOpen)
        return;
    const QString text = QString::fromUtf8(data);
    // QWebSocket cuts inside characters, which some clients take for broken text. It writes its own frames
    // whole, so that ours can stand between them.
    if (data.size() > Quotas::frameBytes)
        m_tcp->write(TextFrames::encode(text.toUtf8()));
    else
        m_socket->sendTextMessage(text);
}

void Connection::close(QWebSocketProtocol::CloseCode code, const QString &reason)
{
    if (m_isOpen)
        m_socket->close(code, reason);
}

void Connection::receive(const QString &text)
{
    if (m_isOpen)
        Q_EMIT messageReceived(text);
}

void Connection::checkFrames()
{
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
