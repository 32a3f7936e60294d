// SPDX-License-Identifier: MIT
#include "transcript/Conversation.h"

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
    // A heartbeat that comes back tells nothing of who we are: others may have the same one, and it is not
    // typed.
    const bool isBeat = m_session.heartbeat().says(event.text);
    if (!isBeat && m_self.noteLine(event.senderId, event.text))
        recogniseSelf(event.senderId);
    m_ownLines.noteEchoingStage();
    const Message line{Message::Kind::Chat, event.senderId, event.text, event.sentAt, raw};
    const bool isOwn = m_transcript.isOwnId(event.senderId);
    const bool isEcho = isOwn && m_ownLines.takeEcho({Outgoing::Form::Chat, event.text, {}}, line);
    if (!isEcho && !(isOwn && isBeat))
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
