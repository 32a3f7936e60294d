// SPDX-License-Identifier: MIT
#include "gateway/Upgrade.h"

#include "gateway/ClientSocket.h"
#include "gateway/HttpHead.h"
#include "gateway/HttpReply.h"
#include "gateway/Quotas.h"

#include <QCryptographicHash>
#include <QWebSocket>
#include <QWebSocketServer>
#include <algorithm>

namespace Greenroom {

namespace {

/// https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2
bool isToken(const QByteArray &text)
{
    const QByteArrayView marks("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [marks](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || marks.contains(c);
    });
}

/// What Qt needs to make a socket of it, and no more: it has a limit of its own on the number of headers.
QByteArray plainRequest(const HttpHead &head)
{
    return "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
           + head.header("Sec-WebSocket-Key") + "\r\n\r\n";
}

/// https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2
QByteArray acceptFor(const QByteArray &key)
{
    constexpr char protocolId[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return QCryptographicHash::hash(key + protocolId, QCryptographicHash::Sha1).toBase64();
}

/// With the headers that were captured from a deployed API, in their order and case
/// (python-websockets/websockets#1065). Qt's own answer names the server and speaks of cross-origin requests.
QByteArray switchingProtocols(const HttpHead &head, const QByteArray &subprotocol, WallTime now)
{
    QByteArray reply = "HTTP/1.1 101 Switching Protocols\r\nDate: " + HttpReply::date(now)
                       + "\r\nConnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-accept: "
                       + acceptFor(head.header("Sec-WebSocket-Key")) + "\r\n";
    if (isToken(subprotocol))
        reply += "Sec-WebSocket-Protocol: " + subprotocol + "\r\n";
    return reply + "\r\n";
}

} // namespace

Upgrade::Upgrade(QObject *parent)
    : QObject(parent),
      m_server(new QWebSocketServer(QStringLiteral("Greenroom"), QWebSocketServer::NonSecureMode, this))
{
    connect(m_server, &QWebSocketServer::newConnection, this, &Upgrade::finish);
}

void Upgrade::start(ClientSocket &socket, const HttpHead &head, const QByteArray &subprotocol, WallTime now)
{
    m_reply = switchingProtocols(head, subprotocol, now);
    m_socket = &socket;
    // Qt handles frames that follow the head at once before it has told anybody of the connection, so that
    // they are lost. It is shown the head alone; the socket reads no more while its buffer is full.
    m_earlyBytes = socket.readAll();
    const QByteArray request = plainRequest(head);
    socket.setReadBufferSize(request.size());
    socket.unread(request);
    socket.setMuted(true);
    m_server->handleConnection(&socket);
}

void Upgrade::finish()
{
    QWebSocket *webSocket = m_server->nextPendingConnection();
    if (webSocket == nullptr || !m_socket)
        return;
    m_socket->setMuted(false);
    m_socket->write(m_reply);
    m_socket->setParent(webSocket);
    Q_EMIT finished(webSocket);
    webSocket->setReadBufferSize(Quotas::readBufferBytes);
    m_socket->unread(m_earlyBytes);
    // QWebSocket hears this through the event loop, when its new owner is ready to listen.
    Q_EMIT m_socket->readyRead();
}

} // namespace Greenroom
