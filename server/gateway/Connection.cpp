// SPDX-License-Identifier: MIT
#include "gateway/Connection.h"

#include "common/TextFrames.h"
#include "gateway/ClientSocket.h"
#include "gateway/Quotas.h"

#include <QWebSocket>

namespace Greenroom {

Connection::Connection(ConnectionInfo info, QWebSocket *socket, Clock &clock, QObject *parent)
    : QObject(parent),
      m_info(std::move(info)),
      m_lastActiveAt(m_info.connectedAt),
      m_socket(socket),
      m_outbox(clock)
{
    m_socket->setParent(this);
    m_socket->setOutgoingFrameSize(Quotas::frameBytes);
    m_socket->setMaxAllowedIncomingFrameSize(Quotas::frameBytes);
    // Counted in UTF-16 units by Qt, which are never more than UTF-8 bytes: receive() counts those.
    m_socket->setMaxAllowedIncomingMessageSize(Quotas::messageBytes);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &Connection::receive);
    connect(m_socket, &QWebSocket::binaryFrameReceived, this, &Connection::refuseBinary);
    connect(m_socket, &QWebSocket::aboutToClose, this, &Connection::noteClosing);
    connect(m_socket, &QWebSocket::disconnected, this, &Connection::noteDisconnected);
}

Connection::~Connection()
{
    // QWebSocket's destructor reports a disconnection, and nobody is left to hear of it.
    m_socket->disconnect(this);
}

void Connection::send(const QByteArray &data, std::chrono::milliseconds delay)
{
    m_outbox.put(delay, [this, data] { write(data); });
}

void Connection::inTurn(std::chrono::milliseconds delay, std::function<void()> act)
{
    m_outbox.put(delay, std::move(act));
}

void Connection::write(const QByteArray &data)
{
    if (!m_isOpen)
        return;
    const QString text = QString::fromUtf8(data);
    auto *tcp = m_socket->findChild<ClientSocket *>();
    // QWebSocket cuts inside characters, which some clients take for broken text. It writes its own frames
    // whole, so that ours can stand between them.
    if (data.size() > Quotas::frameBytes && tcp != nullptr)
        tcp->write(TextFrames::encode(text.toUtf8()));
    else
        m_socket->sendTextMessage(text);
}

void Connection::close(QWebSocketProtocol::CloseCode code, const QString &reason)
{
    m_outbox.flush();
    if (m_isOpen)
        m_socket->close(code, reason);
}

void Connection::drop()
{
    auto *tcp = m_socket->findChild<ClientSocket *>();
    if (!m_isOpen || tcp == nullptr)
        return;
    // Before the socket goes, which QWebSocket would report as an ordinary end.
    end(QWebSocketProtocol::CloseCodeAbnormalDisconnection, QString());
    tcp->flush();
    // Not at once: this may be called for a message that QWebSocket is reading.
    QMetaObject::invokeMethod(tcp, &ClientSocket::hangUp, Qt::QueuedConnection);
}

void Connection::receive(const QString &text)
{
    if (!m_isOpen)
        return;
    if (text.toUtf8().size() > Quotas::messageBytes)
        close(QWebSocketProtocol::CloseCodeTooMuchData, QString());
    else
        Q_EMIT messageReceived(text);
}

/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-binary-media-types.html
void Connection::refuseBinary()
{
    close(QWebSocketProtocol::CloseCodeDatatypeNotSupported, QString());
}

void Connection::noteClosing()
{
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
