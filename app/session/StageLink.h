// SPDX-License-Identifier: MIT
#pragma once

#include "session/LinkEnd.h"
#include "session/Liveness.h"

namespace Greenroom {

/// One connection to a stage, from the attempt to the end, that never lasts in doubt: an attempt that is not
/// answered, a peer that no longer is there and a goodbye that is not returned all end by a deadline.
class StageLink : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds connectTimeout{20};
    static constexpr std::chrono::seconds closeTimeout{3};

    /// Borrows `clock`.
    StageLink(Clock &clock, std::unique_ptr<Transport> transport, QObject *parent = nullptr);
    /// Drops the connection.
    ~StageLink() override;
    Q_DISABLE_COPY_MOVE(StageLink)

    bool isOpen() const;

    /// Starts to connect; opened() or ended() follows.
    void open(const ConnectRequest &request);
    /// Sends one text message, and asks whether the peer is there to read it.
    void sendText(const QString &frame);
    /// Sends one text message and asks nothing.
    void sendHeartbeat(const QString &frame);
    /// Sends a ping that has to be answered.
    void ping(const QByteArray &payload);
    /// Sends a ping that may stay without an answer.
    void probe(const QByteArray &payload);
    /// Asks whether the peer is there, and does not wait longer than `limit`.
    void check(std::chrono::milliseconds limit);
    /// Starts the closing handshake; ended() follows, after closeTimeout at the latest.
    void close();
    /// Lets the peer know that this is an end and no accident, and says nothing more.
    void leave();

Q_SIGNALS:
    void opened();
    void textReceived(const QString &frame);
    void ponged(const QByteArray &payload);
    /// There is no connection any more. Nothing follows.
    void ended(const Greenroom::LinkEnd &end);

private:
    void listen();
    void noteOpened();
    void noteText(const QString &frame);
    void notePong(const QByteArray &payload);
    void noteClosed(int code, const QString &reason);
    void breakOff(const QString &reason);
    void end(const LinkEnd &how);

    Clock &m_clock;
    std::unique_ptr<Transport> m_transport;
    Liveness m_liveness;
    std::unique_ptr<Alarm> m_deadline;
    bool m_isOpen = false;
    bool m_hasEnded = false;
    /// In boot time, as the gateway counts.
    std::chrono::milliseconds m_openedAt{0};
    std::chrono::milliseconds m_lastSaid{0};
};

} // namespace Greenroom
