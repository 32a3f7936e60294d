// SPDX-License-Identifier: MIT
#pragma once

#include "common/WebSocketKey.h"
#include "session/AnswerHead.h"
#include "support/ServerFrame.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <memory>

namespace Greenroom::Test {

/// A server that takes every request for a WebSocket and then sends bytes as they are given; keeps all that
/// comes.
struct FrameServer
{
    std::unique_ptr<QTcpServer> listener;
    QPointer<QTcpSocket> client;
    /// The head of the request.
    QByteArray request;
    /// What came after it.
    QByteArray received;
    /// Header lines for the answer, each with its line end.
    QByteArray further;
    /// Sent in one piece with the head of the answer.
    QByteArray firstBytes;

    explicit FrameServer(std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>())
        : listener(std::move(server))
    {
        listener->listen(QHostAddress::LocalHost);
        QObject::connect(listener.get(), &QTcpServer::pendingConnectionAvailable, listener.get(), [this] {
            client = listener->nextPendingConnection();
            QObject::connect(client, &QTcpSocket::readyRead, client, [this] { take(client->readAll()); });
        });
    }
    ~FrameServer()
    {
        if (client)
            client->disconnect();
    }
    Q_DISABLE_COPY_MOVE(FrameServer)

    QUrl address(const QString &scheme = QStringLiteral("ws"),
                 const QString &host = QStringLiteral("127.0.0.1")) const
    {
        return QUrl(QStringLiteral("%1://%2:%3/dev").arg(scheme, host).arg(listener->serverPort()));
    }

    void send(const QByteArray &bytes) const { client->write(bytes); }
    void sendText(const QByteArray &text) const { send(serverFrame(FrameHeader::Text, text)); }

    /// What has come of the frames, unmasked, each as `opcode:payload`.
    QList<QByteArray> frames() const
    {
        QList<QByteArray> all;
        QByteArrayView rest(received);
        while (const auto header = FrameHeader::read(rest)) {
            const auto size = static_cast<qsizetype>(header->payloadSize);
            if (rest.size() < header->size + size)
                break;
            QByteArray payload;
            appendMasked(payload, rest.sliced(header->size, size), header->mask.value_or(0));
            all += QByteArray::number(header->opcode) + ':' + payload;
            rest = rest.sliced(header->size + size);
        }
        return all;
    }

private:
    void take(const QByteArray &bytes)
    {
        received += bytes;
        const auto length = AnswerHead::lengthIn(received);
        if (!request.isEmpty() || !length)
            return;
        request = received.first(*length);
        received.remove(0, *length);
        const qsizetype start =
            request.indexOf("Sec-WebSocket-Key: ") + qsizetype(sizeof "Sec-WebSocket-Key:");
        const QByteArray key = request.mid(start, request.indexOf('\r', start) - start);
        client->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      + further + "Sec-WebSocket-Accept: " + WebSocketKey::acceptFor(key) + "\r\n\r\n"
                      + firstBytes);
    }
};

} // namespace Greenroom::Test
