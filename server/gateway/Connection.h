// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "gateway/ClientFrames.h"
#include "gateway/ConnectionTimers.h"

#include <QObject>
#include <QString>
#include <QWebSocketProtocol>

QT_BEGIN_NAMESPACE
class QWebSocket;
QT_END_NAMESPACE

namespace Greenroom {

class ClientSocket;
struct StageQuotas;

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

/// One established WebSocket connection, within its stage's quotas on frames, messages and time.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// Takes ownership of `socket`, which has a ClientSocket for a child; borrows `clock`.
    Connection(ConnectionInfo info, QWebSocket *socket, const StageQuotas &quotas, Clock &clock,
               QObject *parent = nullptr);
    ~Connection() override;
    Q_DISABLE_COPY_MOVE(Connection)

    const ConnectionInfo &info() const { return m_info; }
    /// False from the first moment of closing, whoever began it.
    bool isOpen() const { return m_isOpen; }
    WallTime lastActiveAt() const { return m_lastActiveAt; }

    /// A message has come or gone now.
    void noteActivity();

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
    void checkFrames();
    void noteClosing();
    void noteDisconnected();
    void end(int closeCode, const QString &reason);

    ConnectionInfo m_info;
    const Clock &m_clock;
    WallTime m_lastActiveAt;
    QWebSocket *m_socket;
    ClientSocket *m_tcp;
    ClientFrames m_frames;
    bool m_arePingsActivity;
    quint64 m_pingsSeen = 0;
    ConnectionTimers m_timers;
    bool m_isOpen = true;
};

} // namespace Greenroom
