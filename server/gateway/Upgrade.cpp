// SPDX-License-Identifier: MIT
#include "gateway/Upgrade.h"

#include "gateway/ClientSocket.h"
#include "gateway/HttpHead.h"
#include "gateway/Quotas.h"

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

/// What Qt needs to answer, and no more: it has a limit of its own on the number of headers, without
/// extensions it can not pick any, and of the subprotocols it sees only the one that it shall answer with.
QByteArray plainRequest(const HttpHead &head, const QByteArray &subprotocol)
{
    QByteArray request = "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                         "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                         + head.header("Sec-WebSocket-Key") + "\r\n";
    if (!subprotocol.isEmpty())
        request += "Sec-WebSocket-Protocol: " + subprotocol + "\r\n";
    return request + "\r\n";
}

} // namespace

Upgrade::Upgrade(QObject *parent)
    : QObject(parent),
      m_server(new QWebSocketServer(QStringLiteral("Greenroom"), QWebSocketServer::NonSecureMode, this))
{
    connect(m_server, &QWebSocketServer::newConnection, this, &Upgrade::finish);
}

void Upgrade::start(ClientSocket &socket, const HttpHead &head, const QByteArray &subprotocol)
{
    const QByteArray echoed = isToken(subprotocol) ? subprotocol : QByteArray();
    if (!echoed.isEmpty())
        m_server->setSupportedSubprotocols({QString::fromLatin1(echoed)});
    m_socket = &socket;
    // Qt handles frames that follow the head at once before it has told anybody of the connection, so that
    // they are lost. It is shown the head alone; the socket reads no more while its buffer is full.
    m_earlyBytes = socket.readAll();
    const QByteArray request = plainRequest(head, echoed);
    socket.setReadBufferSize(request.size());
    socket.unread(request);
    m_server->handleConnection(&socket);
}

void Upgrade::finish()
{
    QWebSocket *webSocket = m_server->nextPendingConnection();
    if (webSocket == nullptr || !m_socket)
        return;
    m_socket->setParent(webSocket);
    Q_EMIT finished(webSocket);
    webSocket->setReadBufferSize(Quotas::readBufferBytes);
    m_socket->unread(m_earlyBytes);
    // QWebSocket hears this through the event loop, when its new owner is ready to listen.
    Q_EMIT m_socket->readyRead();
}

} // namespace Greenroom
