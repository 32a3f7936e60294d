// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QWebSocket>

QT_BEGIN_NAMESPACE
class QWebSocketServer;
QT_END_NAMESPACE

namespace Greenroom {

class ClientSocket;
class HttpHead;

/// Answers one checked request with 101 as API Gateway does and makes a QWebSocket of its socket, without
/// losing the frames that came together with the request head.
class Upgrade : public QObject
{
    Q_OBJECT

public:
    explicit Upgrade(QObject *parent = nullptr);

    /// finished() follows, unless the client leaves before. `head` has passed HttpHead::webSocketFault() and
    /// has been read out of `socket`, which belongs to the QWebSocket afterwards. `subprotocol` goes into the
    /// 101 whether or not the client has offered it, as on API Gateway; one that is not a token (RFC 6455,
    /// 4.1) does not.
    void start(ClientSocket &socket, const HttpHead &head, const QByteArray &subprotocol, WallTime now);

Q_SIGNALS:
    /// Whoever hears this becomes the parent of `webSocket`. None of its signals has been emitted yet.
    void finished(QWebSocket *webSocket);

private:
    void finish();

    QWebSocketServer *m_server;
    QPointer<ClientSocket> m_socket;
    QByteArray m_reply;
    QByteArray m_earlyBytes;
};

} // namespace Greenroom
