// SPDX-License-Identifier: MIT
#pragma once

#include "session/ConnectRequest.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace Greenroom::Test {

/// A proxy that speaks CONNECT and leads everybody to the port of this machine that is asked for, or says no.
struct ConnectProxy
{
    QTcpServer server;
    /// The head of the last request.
    QByteArray asked;
    QByteArray answer = "HTTP/1.1 200 Connection established\r\n\r\n";
    /// `user:password` of those that are led on, by the Basic scheme; empty for everybody.
    QByteArray credentials;
    /// What has come of the next request.
    QByteArray pending = {};

    ConnectProxy()
    {
        server.listen(QHostAddress::LocalHost);
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] {
            QTcpSocket *client = server.nextPendingConnection();
            QObject::connect(client, &QTcpSocket::readyRead, client, [this, client] { take(client); });
        });
    }

    ProxyChoice choice() const
    {
        return {ProxyChoice::Kind::Manual, QStringLiteral("127.0.0.1"), server.serverPort()};
    }

    void take(QTcpSocket *client)
    {
        pending += client->readAll();
        if (!pending.contains("\r\n\r\n"))
            return;
        asked = std::exchange(pending, {});
        if (!isLetIn()) {
            askWho(client);
            return;
        }
        QObject::disconnect(client, &QTcpSocket::readyRead, nullptr, nullptr);
        client->write(answer);
        if (answer.contains(" 200 "))
            lead(client, asked.split(' ').at(1));
        else
            client->disconnectFromHost();
    }

private:
    bool isLetIn() const
    {
        return credentials.isEmpty()
               || asked.contains("Proxy-Authorization: Basic " + credentials.toBase64() + "\r\n");
    }
    static void askWho(QTcpSocket *client)
    {
        client->write(
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
            "Content-Length: 0\r\n\r\n");
    }
    static void lead(QTcpSocket *client, const QByteArray &target)
    {
        auto *stage = new QTcpSocket(client);
        QObject::connect(stage, &QTcpSocket::readyRead, client, [=] { client->write(stage->readAll()); });
        QObject::connect(client, &QTcpSocket::readyRead, stage, [=] { stage->write(client->readAll()); });
        QObject::connect(stage, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        stage->connectToHost(QHostAddress::LocalHost, target.split(':').constLast().toUShort());
    }
};

} // namespace Greenroom::Test
