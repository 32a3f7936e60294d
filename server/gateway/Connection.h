// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "common/IncomingFrames.h"
#include "gateway/ConnectionTimers.h"
#include "gateway/Outbox.h"

#include <QMap>
#include <QObject>
#include <QString>

namespace Greenroom {

class ClientSocket;
class FanOut;
class Parcel;
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
    /// Takes ownership of `socket`, to which the 101 has been written; what has arrived since is reported
    /// when the event loop runs. Borrows `fanOut` and `clock`.
    Connection(ConnectionInfo info, ClientSocket *socket, const StageQuotas &quotas, FanOut &fanOut,
               Clock &clock, QObject *parent = nullptr);

    const ConnectionInfo &info() const { return m_info; }
    /// False from the first moment of closing, whoever began it.
    bool isOpen() const { return m_isOpen; }
    WallTime lastActiveAt() const { return m_lastActiveAt; }

    /// One moment on both clocks.
    struct Moment
    {
        WallTime wallTime;
        std::chrono::milliseconds steadyTime{0};
    };

    /// A message has come or gone now.
    void noteActivity();
    /// The same at `moment`, for those who have many to tell and look at the clock once.
    void noteActivity(const Moment &moment);

    /// Sends `data` (UTF-8) as a text message, by FanOut; after `delay`, and after all that was to be sent
    /// before.
    void send(const QByteArray &data, std::chrono::milliseconds delay = {});
    /// Has `parcel` written by the next flush(), until which it has to last, in place of what was to be
    /// written.
    void gather(Parcel &parcel);
    /// What the next flush() writes; null if that is nothing.
    Parcel *parcel() const { return m_parcel; }
    /// Writes what has been gathered.
    void flush();
    /// Whether the client has left so much unread that it can be sent no more now. Where that lasts longer
    /// than Quotas::stallTimeout, the connection is dropped.
    bool isCongested();
    /// Sends what waits to be sent and says goodbye with `code`; ended() follows at once, finished() when the
    /// client has hung up.
    void close(int code, const QString &reason);
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
    void read();
    void take(const IncomingFrames::Arrival &arrival);
    void sayGoodbye(const QByteArray &payload, int code, const QString &reason);
    qint64 unreadBytes() const;
    void checkStall();
    void noteDisconnected();
    void end(int closeCode, const QString &reason);

    ConnectionInfo m_info;
    Clock &m_clock;
    WallTime m_lastActiveAt;
    ClientSocket *m_socket;
    FanOut &m_fanOut;
    IncomingFrames m_frames;
    bool m_arePingsActivity;
    ConnectionTimers m_timers;
    bool m_isOpen = true;
    Parcel *m_parcel = nullptr;
    /// What the system had not taken when m_parcel was begun, in bytes.
    qint64 m_unwritten = 0;
    std::unique_ptr<Alarm> m_stallAlarm;
    Outbox m_outbox;
};

} // namespace Greenroom
