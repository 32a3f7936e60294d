// SPDX-License-Identifier: MIT
#pragma once

#include "session/Transport.h"

#include <QAbstractSocket>

QT_BEGIN_NAMESPACE
class QWebSocket;
QT_END_NAMESPACE

namespace Greenroom {

/// A Transport over QWebSocket. Messages leave in frames of at most 32 KB, as API Gateway demands. May be
/// deleted inside any of its signals.
class WebSocketTransport final : public Transport
{
    Q_OBJECT

public:
    explicit WebSocketTransport(QObject *parent = nullptr);
    ~WebSocketTransport() override;
    Q_DISABLE_COPY_MOVE(WebSocketTransport)

    void open(const ConnectRequest &request) override;
    void sendText(const QString &frame) override;
    void ping(const QByteArray &payload) override;
    void close() override;
    void abort() override;

private:
    void listenToSocket();
    void reportOpened();
    void noteError(QAbstractSocket::SocketError error);
    TransportFailure describe(QAbstractSocket::SocketError error) const;
    bool isTcpConnected() const;
    void reportFailure();
    void reportEnd();
    /// Lets go of the socket, so that nothing more is heard of it; returns it for a last word.
    QWebSocket *silence();

    QWebSocket *m_socket = nullptr;
    TransportFailure m_failure;
    bool m_opened = false;
    bool m_closing = false;
};

} // namespace Greenroom
