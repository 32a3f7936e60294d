// SPDX-License-Identifier: MIT
#pragma once

#include "session/WebSocketTransport.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>
#include <sys/socket.h>

namespace Greenroom::Test {

/// A WebSocket server in the test, and the last client that came.
struct StageServer
{
    QTcpServer listener;
    QWebSocketServer server{QStringLiteral("test"), QWebSocketServer::NonSecureMode};
    QPointer<QTcpSocket> tcp;
    std::unique_ptr<QWebSocket> client;

    StageServer()
    {
        listener.listen(QHostAddress::LocalHost);
        QObject::connect(&listener, &QTcpServer::newConnection, &server, [this] {
            tcp = listener.nextPendingConnection();
            server.handleConnection(tcp);
        });
        QObject::connect(&server, &QWebSocketServer::newConnection, &server,
                         [this] { client.reset(server.nextPendingConnection()); });
    }
    QUrl address() const { return QUrl(QStringLiteral("ws://127.0.0.1:%1/dev").arg(listener.serverPort())); }
    /// Has the system answer with a reset rather than with the end of the stream.
    void reset() const
    {
        const linger atOnce{1, 0};
        const auto descriptor = static_cast<int>(tcp->socketDescriptor());
        QCOMPARE(setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce), 0);
        tcp->abort();
    }
};

/// A TCP server that answers every request head with `answer`, and then closes if told to.
struct RawServer
{
    enum class Then { Stays, Closes };

    QTcpServer server;
    QPointer<QTcpSocket> client;

    explicit RawServer(const QByteArray &answer = {}, Then then = Then::Stays)
    {
        server.listen(QHostAddress::LocalHost);
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this, answer, then] {
            client = server.nextPendingConnection();
            QObject::connect(client, &QTcpSocket::readyRead, client, [this, answer, then] {
                client->readAll();
                client->write(answer);
                if (then == Then::Closes)
                    client->disconnectFromHost();
            });
        });
    }
    QUrl address(const char *scheme = "ws") const
    {
        return QUrl(
            QStringLiteral("%1://127.0.0.1:%2/dev").arg(QLatin1String(scheme)).arg(server.serverPort()));
    }
};

/// A transport, and what it has said so far.
struct TransportBench
{
    std::unique_ptr<WebSocketTransport> transport = std::make_unique<WebSocketTransport>();
    QSignalSpy opened{transport.get(), &Transport::opened};
    QSignalSpy texts{transport.get(), &Transport::textReceived};
    QSignalSpy pongs{transport.get(), &Transport::ponged};
    QSignalSpy closed{transport.get(), &Transport::closed};
    QSignalSpy failed{transport.get(), &Transport::failed};

    TransportFailure failure() const { return failed.at(0).at(0).value<TransportFailure>(); }
    qsizetype ends() const { return closed.count() + failed.count(); }
};

} // namespace Greenroom::Test
