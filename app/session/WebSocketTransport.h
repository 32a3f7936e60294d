// SPDX-License-Identifier: MIT
#pragma once

#include "session/Transport.h"

QT_BEGIN_NAMESPACE
class QWebSocket;
QT_END_NAMESPACE

namespace Greenroom {

/// A Transport over QWebSocket. Messages leave in frames of at most 32 KB, as API Gateway demands.
class WebSocketTransport final : public Transport
{
    Q_OBJECT

public:
    explicit WebSocketTransport(QObject *parent = nullptr);
    ~WebSocketTransport() override;
    Q_DISABLE_COPY_MOVE(WebSocketTransport)

    void open(const QUrl &address) override;
    void sendText(const QString &frame) override;
    void ping(const QByteArray &payload) override;
    void close() override;
    void abort() override;

private:
    void reportFailure();
    void reportEnd();
    void silence();

    QWebSocket *m_socket = nullptr;
    bool m_opened = false;
};

} // namespace Greenroom
