// SPDX-License-Identifier: MIT
#include "session/RenewalOverlap.h"

#include "wire/Dialect.h"

#include <algorithm>

namespace Greenroom {

void RenewalOverlap::begin()
{
    *this = RenewalOverlap();
    m_isActive = true;
}

bool RenewalOverlap::isActive() const
{
    return m_isActive;
}

QStringList RenewalOverlap::take(Side side, const QString &frame, Time now)
{
    if (!m_isActive)
        return {frame};
    QStringList passedOn;
    if (takeTwin(side, frame, passedOn))
        return passedOn;
    if (side == Side::New)
        noteIdentity(frame);
    if (isOwnLine(side, frame) || isHeld(side, frame, now))
        return {};
    m_seen.append({frame, side, now, {}});
    return {frame};
}

void RenewalOverlap::noteSent(Side side, const QString &frame)
{
    if (m_isActive)
        m_sent.append({Dialect::readOutgoing(frame).text, side});
}

void RenewalOverlap::noteAnswer(Side side, Time askedAt)
{
    m_seen.removeIf([side, askedAt](const Seen &seen) {
        return seen.side != side && seen.joined.isEmpty() && seen.at + skew <= askedAt;
    });
}

void RenewalOverlap::noteFormerEnded()
{
    m_seen.removeIf([](const Seen &seen) { return seen.side == Side::New; });
}

bool RenewalOverlap::isSettled() const
{
    return std::none_of(m_seen.cbegin(), m_seen.cend(),
                        [](const Seen &seen) { return seen.side == Side::Former && seen.joined.isEmpty(); });
}

RenewalOverlap::Result RenewalOverlap::end()
{
    m_seen.removeIf([](const Seen &seen) { return seen.joined.isEmpty(); });
    Result result;
    // Whoever joined a moment before us was told to the former connection alone, too; so the last is us.
    if (!m_ownId && !m_seen.isEmpty())
        result.ownId = m_seen.takeLast().joined;
    result.frames = cancel();
    return result;
}

QStringList RenewalOverlap::cancel()
{
    QStringList frames;
    for (const Seen &seen : std::as_const(m_seen)) {
        if (!seen.joined.isEmpty())
            frames.append(seen.frame);
    }
    *this = RenewalOverlap();
    return frames;
}

/// Whether the same has come on the other connection. What was held back until then is passed on.
bool RenewalOverlap::takeTwin(Side side, const QString &frame, QStringList &passedOn)
{
    const auto twin = std::find_if(m_seen.cbegin(), m_seen.cend(), [side, &frame](const Seen &seen) {
        return seen.side != side && seen.frame == frame;
    });
    if (twin == m_seen.cend())
        return false;
    if (!twin->joined.isEmpty())
        passedOn.append(frame);
    m_seen.erase(twin);
    return true;
}

bool RenewalOverlap::isOwnLine(Side side, const QString &frame)
{
    const auto own = std::find_if(m_sent.cbegin(), m_sent.cend(), [side, &frame](const Sent &sent) {
        return sent.side != side && sent.text == frame;
    });
    if (own == m_sent.cend())
        return false;
    m_sent.erase(own);
    return true;
}

bool RenewalOverlap::isHeld(Side side, const QString &frame, Time now)
{
    const Event event = Dialect::decode(frame);
    const auto *joined = std::get_if<JoinEvent>(&event);
    if (side != Side::Former || joined == nullptr)
        return false;
    if (m_ownId != joined->connectionId)
        m_seen.append({frame, side, now, joined->connectionId});
    return true;
}

void RenewalOverlap::noteIdentity(const QString &frame)
{
    const Event event = Dialect::decode(frame);
    if (const auto *identity = std::get_if<IdentityEvent>(&event)) {
        m_ownId = identity->connectionId;
        m_seen.removeIf([this](const Seen &seen) { return seen.joined == m_ownId; });
    }
}

} // namespace Greenroom
