// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QMap>
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
    /// What the stage's authorizer has told of the client; every event of the connection carries it.
    QMap<QString, QString> authorizer = {};
};

/// One established WebSocket connection, within API Gateway's limits on frames and messages.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// Takes ownership of `socket`.
    Connection(ConnectionInfo info, QWebSocket *socket, QObject *parent = nullptr);
    ~Connection() override;
    Q_DISABLE_COPY_MOVE(Connection)

    const ConnectionInfo &info() const { return m_info; }
    /// False from the first moment of closing, whoever began it.
    bool isOpen() const { return m_isOpen; }
    WallTime lastActiveAt() const { return m_lastActiveAt; }

    /// A message has come or gone at this moment.
    void noteActivity(WallTime moment) { m_lastActiveAt = moment; }

    /// Sends `data` (UTF-8) as a text message in frames of at most 32 KB that end between characters.
    void send(const QByteArray &data);
    /// Says goodbye with `code`; ended() follows at once, finished() when the client has hung up.
    void close(QWebSocketProtocol::CloseCode code, const QString &reason);

Q_SIGNALS:
    void messageReceived(const QString &text);
    /// No message comes or goes any more. 1006 where the client vanished without a close frame. Emitted once.
    void ended(int closeCode, const QString &reason);
    /// The socket is closed. Emitted once, after ended().
    void finished();

private:
    void receive(const QString &text);
    void refuseBinary();
    void noteClosing();
    void noteDisconnected();
    void end(int closeCode, const QString &reason);

    ConnectionInfo m_info;
    WallTime m_lastActiveAt;
    QWebSocket *m_socket;
    bool m_isOpen = true;
};

} // namespace Greenroom
