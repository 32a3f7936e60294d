// SPDX-License-Identifier: MIT
#pragma once

#include "session/RenewalOverlap.h"
#include "session/RenewalSchedule.h"
#include "session/StageLink.h"

namespace Greenroom {

/// A connection to a stage that outlasts the gateway's two hours: before they are up it is renewed. The new
/// one is made first; from then on everything is sent on it, and both are listened to. The former one is
/// closed when both have shown that what was sent before has arrived.
class LastingLink : public QObject
{
    Q_OBJECT

public:
    /// There are two open connections for so long at least,
    static constexpr std::chrono::seconds overlap{5};
    /// and no longer than this: by then one that is dead is found out, and one that is closed has ended.
    static constexpr std::chrono::seconds longestOverlap =
        overlap + std::chrono::seconds(1) + Liveness::patience + StageLink::closeTimeout;

    /// Borrows `clock`. `makeRequest` is asked for each attempt.
    LastingLink(Clock &clock, TransportFactory makeTransport, std::function<ConnectRequest()> makeRequest,
                QObject *parent = nullptr);

    /// From now on a connection is renewed only while `mayRenew` says so; until then it is asked again and
    /// again.
    void setRenewalCheck(std::function<bool()> mayRenew);
    /// Starts to connect; opened() or ended() follows.
    void open();
    // These as in StageLink, on the connection that is in use.
    void sendText(const QString &frame);
    void sendHeartbeat(const QString &frame);
    void ping(const QByteArray &payload);
    void probe(const QByteArray &payload);
    void check(std::chrono::milliseconds limit);
    void close();
    void leave();

Q_SIGNALS:
    void opened();
    void textReceived(const QString &frame);
    void ponged(const QByteArray &payload);
    /// A new connection has taken the place of the former one.
    void renewed();
    /// It has turned out who we are in the new connection.
    void identified(const QString &connectionId);
    void ended(const Greenroom::LinkEnd &end);

private:
    using Side = RenewalOverlap::Side;

    std::unique_ptr<StageLink> makeLink();
    void listenTo(StageLink &link);
    Side sideOf(const StageLink &link) const;
    void renew();
    void noteOpened(const StageLink &link);
    void noteText(const StageLink &link, const QString &frame);
    void notePong(const StageLink &link, const QByteArray &payload);
    void noteEnded(const StageLink &link, const LinkEnd &end);
    void changeOver();
    void giveUpRenewal(const LinkEnd &end);
    void tick();
    void review();
    void endOverlap();
    void dropOthers();
    void passOn(const QStringList &frames);

    Clock &m_clock;
    TransportFactory m_makeTransport;
    std::function<ConnectRequest()> m_makeRequest;
    std::function<bool()> m_mayRenew;
    /// In use: everything is sent here.
    std::unique_ptr<StageLink> m_link;
    /// Being made.
    std::unique_ptr<StageLink> m_next;
    /// Was in use, and is to be closed.
    std::unique_ptr<StageLink> m_former;
    RenewalSchedule m_schedule;
    RenewalOverlap m_overlap;
    std::unique_ptr<Alarm> m_tick;
    /// Of the pings of an overlap, when each left, and the last that was answered by either side.
    QList<std::chrono::milliseconds> m_asked;
    std::chrono::milliseconds m_renewedAt{0};
    std::chrono::milliseconds m_linkAnswered{0};
    std::chrono::milliseconds m_formerAnswered{0};
};

} // namespace Greenroom
