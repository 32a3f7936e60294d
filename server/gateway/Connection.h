// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "gateway/Outbox.h"

#include <QObject>
#include <QString>
#include <QWebSocketProtocol>

QT_BEGIN_NAMESPACE
class QWebSocket;
QT_END_NAMESPACE

namespace Greenroom {

/// What stays the same over the life of a connection.
struct ConnectionInfo
{
    QString id;
    QString sourceIp;
    QString userAgent;
    /// `host:port` that the client reached.
    QString domainName;
    WallTime connectedAt;
};

/// One established WebSocket connection, within API Gateway's limits on frames and messages.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// Takes ownership of `socket`; borrows `clock`.
    Connection(ConnectionInfo info, QWebSocket *socket, Clock &clock, QObject *parent = nullptr);
    ~Connection() override;
    Q_DISABLE_COPY_MOVE(Connection)

    const ConnectionInfo &info() const { return m_info; }
    /// False from the first moment of closing, whoever began it.
    bool isOpen() const { return m_isOpen; }
    WallTime lastActiveAt() const { return m_lastActiveAt; }

    /// A message has come or gone at this moment.
    void noteActivity(WallTime moment) { m_lastActiveAt = moment; }

    /// Sends `data` (UTF-8) as a text message in frames of at most 32 KB that end between characters; after
    /// `delay`, and after all that was to be sent before.
    void send(const QByteArray &data, std::chrono::milliseconds delay = {});
    /// Sends what waits to be sent and says goodbye with `code`; ended() follows at once, finished() when the
    /// client has hung up.
    void close(QWebSocketProtocol::CloseCode code, const QString &reason);
    /// Hangs up without a close frame, so that ended() follows with 1006. What waits to be sent is lost.
    void drop();
    /// Calls `act` as if it were sent: after `delay`, and after all that was to be sent before.
    void inTurn(std::chrono::milliseconds delay, std::function<void()> act);

Q_SIGNALS:
    void messageReceived(const QString &text);
    /// No message comes or goes any more. 1006 where the client vanished without a close frame. Emitted once.
    void ended(int closeCode, const QString &reason);
    /// The socket is closed. Emitted once, after ended().
    void finished();

private:
    void write(const QByteArray &data);
    void receive(const QString &text);
    void refuseBinary();
    void noteClosing();
    void noteDisconnected();
    void end(int closeCode, const QString &reason);

    ConnectionInfo m_info;
    WallTime m_lastActiveAt;
    QWebSocket *m_socket;
    Outbox m_outbox;
    bool m_isOpen = true;
};

} // namespace Greenroom
