// SPDX-License-Identifier: MIT
#include "transcript/Conversation.h"

#include "transcript/SpanWords.h"

namespace Greenroom {

Conversation::Conversation(Clock &clock, TransportFactory makeTransport, LineOutbox &outbox, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_session(clock, std::move(makeTransport)),
      m_ownLines(clock, m_session, m_transcript, outbox)
{
    connect(&m_session, &ChatSession::stateChanged, this, &Conversation::recordState);
    connect(&m_session, &ChatSession::ended, this, &Conversation::recordEnd);
    connect(&m_session, &ChatSession::connectFailed, this, &Conversation::recordConnectFailure);
    connect(&m_session, &ChatSession::settled, this, &Conversation::recordSettling);
    connect(&m_session, &ChatSession::renewed, this, &Conversation::beginRenewed);
    connect(&m_session, &ChatSession::identified, this, &Conversation::noteIdentified);
    connect(&m_session, &ChatSession::eventReceived, this, &Conversation::record);
    connect(&m_session, &ChatSession::chatSent, this, [this](const QString &text) { m_self.noteSent(text); });
}

ChatSession &Conversation::session()
{
    return m_session;
}

TranscriptModel &Conversation::transcript()
{
    return m_transcript;
}

PeopleModel &Conversation::people()
{
    return m_people;
}

OwnLines &Conversation::ownLines()
{
    return m_ownLines;
}

void Conversation::retry(int row)
{
    m_ownLines.retry(row);
}

void Conversation::edit(int row)
{
    m_ownLines.edit(row);
}

std::optional<QString> Conversation::ownId() const
{
    return m_self.ownId();
}

Result<void> Conversation::checkDirectMessages() const
{
    if (m_session.state() != ChatSession::State::Connected)
        return failure(tr("Connect first: whom you can write to is known while connected only."));
    if (!m_isNamedByStage)
        return failure(tr("This stage has no direct messages: it did not tell this session its id, as those "
                          "do that have them. What you write here goes to everybody."));
    return {};
}

void Conversation::showStage(const QUrl &address, std::unique_ptr<ArchivedConversation> stored)
{
    if (stored->isOnDisk())
        m_ownLines.leaveStage();
    m_transcript.show(std::move(stored));
    m_ownLines.setStage(address);
}

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

void Conversation::record(const Event &event, const QString &raw)
{
    // A stage that broadcasts sends the bare text, which may look like anything.
    const Message bare{Message::Kind::Chat, {}, raw, m_clock.wallTime(), raw};
    if (m_ownLines.takeEcho({Outgoing::Form::Broadcast, raw, {}}, bare))
        return;
    std::visit([this, &raw](const auto &what) { take(what, raw); }, event);
}

void Conversation::take(const IdentityEvent &event, const QString & /*raw*/)
{
    m_isNamedByStage = true;
    m_self.noteIdentity(event.connectionId);
    recogniseSelf(event.connectionId);
}

void Conversation::take(const ChatLineEvent &event, const QString &raw)
{
    if (!isFormerSelf(event.senderId))
        m_people.add(event.senderId);
    if (m_self.noteLine(event.senderId, event.text))
        recogniseSelf(event.senderId);
    m_ownLines.noteEchoingStage();
    const Message line{Message::Kind::Chat, event.senderId, event.text, event.sentAt, raw};
    const bool isEcho = m_transcript.isOwnId(event.senderId)
                        && m_ownLines.takeEcho({Outgoing::Form::Chat, event.text, {}}, line);
    if (!isEcho)
        m_transcript.append(line);
}

void Conversation::take(const DirectMessageEvent &event, const QString &raw)
{
    if (!isFormerSelf(event.senderId))
        m_people.add(event.senderId);
    const Message line{Message::Kind::Direct, event.senderId, event.text, m_clock.wallTime(), raw};
    const bool isEcho = m_transcript.isOwnId(event.senderId)
                        && m_ownLines.takeEcho({Outgoing::Form::Direct, event.text, event.recipientId}, line);
    if (!isEcho)
        m_transcript.append(line);
}

void Conversation::take(const JoinEvent &event, const QString &raw)
{
    m_people.add(event.connectionId);
    m_self.noteJoined(event.connectionId);
    m_ownLines.noteEchoingStage();
    m_transcript.append(
        {Message::Kind::Joined, event.connectionId, {}, event.at.value_or(m_clock.wallTime()), raw});
}

void Conversation::take(const LeaveEvent &event, const QString &raw)
{
    if (isOwnLeaving(event.connectionId))
        return;
    m_people.remove(event.connectionId);
    m_transcript.append(
        {Message::Kind::Left, event.connectionId, {}, event.at.value_or(m_clock.wallTime()), raw});
}

void Conversation::take(const BackendErrorEvent &event, const QString &raw)
{
    const QString reason = tr("The backend reports “%1”: %2").arg(event.error, event.message);
    m_ownLines.takeError(reason);
    error(reason, raw);
}

void Conversation::take(const GatewayErrorEvent &event, const QString &raw)
{
    const QString reason = tr("The gateway reports “%1” (request %2).").arg(event.message, event.requestId);
    m_ownLines.takeError(reason);
    error(reason, raw);
}

void Conversation::take(const PongEvent & /*event*/, const QString & /*raw*/) {}

void Conversation::take(const ReceiptEvent &event, const QString &raw)
{
    if (event.errors.isEmpty())
        return;
    const QString errors = event.errors.join(QStringLiteral("; "));
    error(tr("The backend could not deliver a message to everybody: %1").arg(errors), raw);
}

void Conversation::take(const BackendLineEvent &event, const QString &raw)
{
    append(Message::Kind::Backend, {}, event.text, raw);
}

void Conversation::take(const PlainLineEvent &event, const QString &raw)
{
    append(Message::Kind::Backend, {}, event.text, raw);
}

/// An id that was ours until the connection was renewed.
bool Conversation::isFormerSelf(const QString &connectionId) const
{
    return m_session.renewals() > 0 && m_transcript.isOwnId(connectionId)
           && m_self.ownId() != connectionId;
}

/// The end of a connection of ours that was renewed is nobody's leaving. Where its id is not known, it is that
/// of the first to leave who was never seen.
bool Conversation::isOwnLeaving(const QString &connectionId)
{
    if (isFormerSelf(connectionId))
        return true;
    const bool isUnseen =
        m_people.match(m_people.index(0), PeopleModel::IdRole, connectionId, 1, Qt::MatchExactly).isEmpty();
    return isUnseen && std::exchange(m_awaitsOwnLeaving, false);
}

void Conversation::notice(const QString &text)
{
    append(Message::Kind::Notice, {}, text, {});
}

void Conversation::error(const QString &text, const QString &raw)
{
    append(Message::Kind::Error, {}, text, raw);
}

void Conversation::append(Message::Kind kind, const QString &personId, const QString &text,
                          const QString &raw)
{
    m_transcript.append({kind, personId, text, m_clock.wallTime(), raw});
}

void Conversation::recogniseSelf(const QString &connectionId)
{
    m_people.add(connectionId);
    m_people.setOwnId(connectionId);
    m_transcript.noteOwnId(connectionId);
}

} // namespace Greenroom
