// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <chrono>
#include <optional>

namespace Greenroom {

/// While a connection is renewed there are two, and what the stage sends to everybody comes twice. This tells
/// what is to be passed on, so that nothing is lost and nothing doubled.
///
/// A broadcast is the same text on both connections, so the frames of both are matched as multisets: a frame
/// is passed on when it comes first, on whichever connection, and its twin is swallowed. The order is that of
/// the first comers. A frame that has no twin (an answer, a direct message, a broadcast from before the new
/// connection was there) waits for it no longer than until the other connection has answered a ping that left
/// `skew` after the frame came; so a slow network doubles nothing, and a text that is said again later is
/// not taken for the twin.
///
/// Two frames tell of ourselves. The joining of the new connection comes on the former one alone: so a
/// joining there is held back until its twin shows that somebody else has joined, or the stage tells us our
/// id, or the overlap ends. And a stage that leaves out the sender (the AWS tutorial's) sends our own lines
/// to the other connection, as bare text: that is swallowed.
class RenewalOverlap
{
public:
    enum class Side { Former, New };
    using Time = std::chrono::milliseconds;

    /// A broadcast goes to both connections within so much time.
    static constexpr std::chrono::seconds skew{3};

    /// An attempt to renew starts: from now on the new connection may be sent something.
    void begin();
    bool isActive() const;
    /// Returns what is to be passed on, in order; `now` in any time that never goes back.
    QStringList take(Side side, const QString &frame, Time now);
    /// We have sent this frame on `side`.
    void noteSent(Side side, const QString &frame);
    /// `side` has answered a ping that left at `askedAt`.
    void noteAnswer(Side side, Time askedAt);
    /// The former connection is no more.
    void noteFormerEnded();
    /// Nothing waits for its twin on the new connection.
    bool isSettled() const;

    struct Result
    {
        /// What was held back and is to be passed on after all.
        QStringList frames;
        /// Who we are now, where the joining has told.
        std::optional<QString> ownId;
    };
    /// The new connection is the only one.
    Result end();
    /// There is no new connection. Returns what was held back.
    QStringList cancel();

private:
    struct Seen
    {
        QString frame;
        Side side;
        Time at;
        /// Of a joining that was held back, whose it is.
        QString joined;
    };
    struct Sent
    {
        QString text;
        Side side;
    };

    bool takeTwin(Side side, const QString &frame, QStringList &passedOn);
    bool isOwnLine(Side side, const QString &frame);
    bool isHeld(Side side, const QString &frame, Time now);
    void noteIdentity(const QString &frame);

    bool m_isActive = false;
    QList<Seen> m_seen;
    QList<Sent> m_sent;
    std::optional<QString> m_ownId;
};

} // namespace Greenroom
