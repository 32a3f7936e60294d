// SPDX-License-Identifier: MIT
#include "session/WebSocketTransport.h"

#include "common/TextFrames.h"
#include "session/FailureReason.h"

#include <QRandomGenerator>
#include <QTcpSocket>
#include <QWebSocket>

namespace Greenroom {

namespace {

/// API Gateway sends up to 128 KB; there is room for other servers, but not for one that fills the memory.
constexpr quint64 largestIncomingMessage = quint64(4) * 1024 * 1024;

} // namespace

WebSocketTransport::WebSocketTransport(QObject *parent) : Transport(parent) {}

WebSocketTransport::~WebSocketTransport()
{
    WebSocketTransport::abort();
}

void WebSocketTransport::open(const ConnectRequest &request)
{
    // Without a parent: it outlives this object where that is deleted in one of the socket's own signals.
    m_socket = new QWebSocket;
    m_socket->setMaxAllowedIncomingMessageSize(largestIncomingMessage);
    m_socket->setMaxAllowedIncomingFrameSize(largestIncomingMessage);
    listenToSocket();
    m_socket->open(request.address);
}

void WebSocketTransport::sendText(const QString &frame)
{
    if (!m_socket)
        return;
    const QByteArray utf8 = frame.toUtf8();
    auto *tcp = m_socket->findChild<QTcpSocket *>();
    // QWebSocket writes its own frames whole, so that ours can stand between them.
    if (utf8.size() > TextFrames::largestPayload && tcp != nullptr)
        tcp->write(TextFrames::encode(utf8, [] { return QRandomGenerator::system()->generate(); }));
    else
        m_socket->sendTextMessage(frame);
}

void WebSocketTransport::ping(const QByteArray &payload)
{
    if (m_socket)
        m_socket->ping(payload);
}

void WebSocketTransport::close()
{
    if (m_socket)
        m_socket->close(QWebSocketProtocol::CloseCodeNormal);
}

void WebSocketTransport::abort()
{
    if (QWebSocket *socket = silence())
        socket->abort();
}

void WebSocketTransport::listenToSocket()
{
    connect(m_socket, &QWebSocket::connected, this, &WebSocketTransport::reportOpened);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &Transport::textReceived);
    connect(m_socket, &QWebSocket::pong, this,
            [this](quint64 /*elapsed*/, const QByteArray &payload) { Q_EMIT ponged(payload); });
    connect(m_socket, &QWebSocket::aboutToClose, this, [this] { m_closing = true; });
    connect(m_socket, &QWebSocket::disconnected, this, &WebSocketTransport::reportEnd);
    connect(m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            &WebSocketTransport::noteError);
}

void WebSocketTransport::reportOpened()
{
    m_opened = true;
    // Chat lines are small and somebody waits for each.
    if (auto *tcp = m_socket->findChild<QTcpSocket *>())
        tcp->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    Q_EMIT opened();
}

void WebSocketTransport::noteError(QAbstractSocket::SocketError error)
{
    m_failure = describe(error);
    // Where the handshake was refused, the socket would wait for the server to close. An open connection
    // comes to its end by itself.
    if (!m_opened)
        reportFailure();
}

TransportFailure WebSocketTransport::describe(QAbstractSocket::SocketError error) const
{
    const QString host = m_socket->requestUrl().host();
    const QString detail = m_socket->errorString();
    if (error != QAbstractSocket::ConnectionRefusedError || !isTcpConnected())
        return {0, FailureReason::fromSocketError(error, host, detail)};
    // QWebSocket has this one error for two things; here the server was reached and refused the handshake.
    const int status = FailureReason::httpStatusIn(detail);
    if (status != 0)
        return {status, FailureReason::fromHttpStatus(status)};
    return {0, FailureReason::fromStrangeAnswer(host)};
}

bool WebSocketTransport::isTcpConnected() const
{
    const auto *tcp = m_socket->findChild<QTcpSocket *>();
    return tcp != nullptr && tcp->state() == QAbstractSocket::ConnectedState;
}

void WebSocketTransport::reportFailure()
{
    abort();
    // Last: the owner may delete this object in its answer.
    Q_EMIT failed(TransportFailure(m_failure));
}

void WebSocketTransport::reportEnd()
{
    // The close code is 1000 too where the connection broke, so that alone does not tell a goodbye.
    if (!m_closing) {
        // Some errors are only told after this signal.
        m_failure = describe(m_socket->error());
        reportFailure();
        return;
    }
    const QWebSocket *socket = silence();
    Q_EMIT closed(socket->closeCode(), socket->closeReason());
}

QWebSocket *WebSocketTransport::silence()
{
    QWebSocket *socket = std::exchange(m_socket, nullptr);
    if (socket) {
        socket->disconnect(this);
        // Later: we may be inside one of its signals, and its destructor emits another.
        socket->deleteLater();
    }
    return socket;
}

} // namespace Greenroom
