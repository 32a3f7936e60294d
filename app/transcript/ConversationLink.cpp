// SPDX-License-Identifier: MIT
// What a Conversation makes of its connection's coming, going and being renewed.
#include "transcript/Conversation.h"
#include "transcript/SpanWords.h"

namespace Greenroom {

void Conversation::recordState(ChatSession::State state)
{
    const bool isBeginning = state == ChatSession::State::Connecting && !m_session.outage();
    if (isBeginning || state == ChatSession::State::Disconnected)
        m_outageIsTold = m_returnIsUntold = false;
    if (state == ChatSession::State::Connected)
        beginConnection();
    else if (state != ChatSession::State::Closing)
        m_ownLines.endConnection();
}

void Conversation::beginConnection()
{
    m_people.clear();
    m_self.reset();
    m_isNamedByStage = false;
    m_awaitsOwnLeaving = false;
    const std::optional<Outage> &outage = m_session.outage();
    // A stage that lets in and closes at once would fill the conversation with its comings and goings.
    m_returnIsUntold = outage && outage->shortLived > 0;
    if (!outage)
        notice(tr("Connected."));
    else if (!m_returnIsUntold)
        notice(returnText(*outage));
    // Last: what waited goes out now, and its echo tells who we are.
    m_ownLines.beginConnection();
}

void Conversation::beginRenewed()
{
    const std::optional<QString> former = m_self.ownId();
    m_awaitsOwnLeaving = !former;
    m_self.renew();
    m_people.setOwnId({});
    if (former)
        m_people.remove(*former);
}

void Conversation::noteIdentified(const QString &connectionId)
{
    m_self.noteIdentity(connectionId);
    recogniseSelf(connectionId);
}

void Conversation::recordEnd(ChatSession::End end)
{
    switch (end) {
    case ChatSession::End::ByUser:
        notice(disconnectedText());
        break;
    case ChatSession::End::ByPeer:
        if (beginOutage())
            notice(disconnectedText());
        break;
    case ChatSession::End::ByAutoDisconnect:
        notice(tr("Auto-disconnected due to session timeout."));
        break;
    case ChatSession::End::ByFailure:
        recordConnectFailure();
        break;
    }
}

QString Conversation::disconnectedText() const
{
    if (m_session.reason().isEmpty())
        return tr("You have been disconnected.");
    //: %1 is a whole sentence that gives the reason.
    return tr("You have been disconnected. %1").arg(m_session.reason());
}

void Conversation::recordConnectFailure()
{
    //: %1 is a whole sentence that gives the reason.
    if (beginOutage())
        error(tr("An error occurred with the connection. %1").arg(m_session.reason()));
}

void Conversation::recordSettling(const Outage &outage)
{
    if (std::exchange(m_returnIsUntold, false))
        notice(returnText(outage));
    m_outageIsTold = false;
}

/// Whether what has just gone wrong is worth a line: an outage has one, however many attempts fail in it, and
/// one more where nothing is attempted any longer.
bool Conversation::beginOutage()
{
    const bool isNews = !std::exchange(m_outageIsTold, true);
    return isNews || m_session.state() == ChatSession::State::Failed;
}

QString Conversation::returnText(const Outage &outage)
{
    const QString length = SpanWords::rounded(outage.length);
    if (outage.wasConnected)
        //: %1 is a length of time.
        return tr("Connected again after %1, %n attempt(s).", nullptr, outage.attempts).arg(length);
    //: %1 is a length of time.
    return tr("Connected after %1, %n attempt(s).", nullptr, outage.attempts).arg(length);
}

/// An id that was ours until the connection was renewed or lost.
bool Conversation::isFormerSelf(const QString &connectionId) const
{
    return m_transcript.isOwnId(connectionId) && m_self.ownId() != connectionId;
}

/// The end of a former connection of ours is nobody's leaving. Where its id is not known, it is that
/// of the first to leave who was never seen.
bool Conversation::isOwnLeaving(const QString &connectionId)
{
    if (isFormerSelf(connectionId))
        return true;
    const bool isUnseen =
        m_people.match(m_people.index(0), PeopleModel::IdRole, connectionId, 1, Qt::MatchExactly).isEmpty();
    return isUnseen && std::exchange(m_awaitsOwnLeaving, false);
}

} // namespace Greenroom
