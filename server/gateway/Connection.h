// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "gateway/ClientFrames.h"
#include "gateway/ConnectionTimers.h"

#include <QMap>
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
    /// What the stage's authorizer has told of the client; every event of the connection carries it.
    QMap<QString, QString> authorizer = {};
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

    /// Takes whole frames to be written by the next flush().
    void gather(const QByteArray &frames);
    bool hasGathered() const { return !m_gathered.isEmpty(); }
    /// Writes what has been gathered.
    void flush();
    /// Whether the client has left so much unread that it can be sent no more now. Where that lasts longer
    /// than Quotas::stallTimeout, the connection is dropped.
    bool isCongested();
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
    QByteArray readFrames(const QByteArray &bytes);
    void checkFrames();
    qint64 unreadBytes() const;
    void checkStall();
    void noteClosing();
    void noteDisconnected();
    void end(int closeCode, const QString &reason);

    ConnectionInfo m_info;
    Clock &m_clock;
    WallTime m_lastActiveAt;
    QWebSocket *m_socket;
    ClientSocket *m_tcp;
    ClientFrames m_frames;
    bool m_arePingsActivity;
    quint64 m_pingsSeen = 0;
    ConnectionTimers m_timers;
    QByteArray m_gathered;
    std::unique_ptr<Alarm> m_stallAlarm;
    bool m_isOpen = true;
};

} // namespace Greenroom
