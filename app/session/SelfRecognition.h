// SPDX-License-Identifier: MIT
#pragma once

#include <QQueue>
#include <QSet>
#include <QString>
#include <optional>

namespace Greenroom {

/// Finds out which connection id is our own. Backends with direct messages say so; the `history` backend
/// never does, so there it is concluded from the first line that comes back with a text that we sent, from
/// somebody who was not seen joining or speaking for himself.
class SelfRecognition
{
public:
    /// Our own id, once known.
    std::optional<QString> ownId() const;

    /// Forgets everything: a new connection has a new id.
    void reset();
    /// The connection was renewed: we have a new id, and lines under the former one may still come.
    void renew();
    void noteIdentity(const QString &connectionId);
    void noteSent(const QString &text);
    void noteJoined(const QString &connectionId);
    /// Call for every chat line received, in order. Returns true if this line has just told who we are.
    bool noteLine(const QString &senderId, const QString &text);

private:
    std::optional<QString> m_ownId;
    QQueue<QString> m_awaited;
    QSet<QString> m_others;
};

} // namespace Greenroom
