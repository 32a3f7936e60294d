// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatSession.h"
#include "session/PeopleModel.h"
#include "session/SelfRecognition.h"
#include "transcript/OwnLines.h"
#include "transcript/TranscriptModel.h"

#include <QObject>

namespace Greenroom {

/// One entry of the stage list: a session with its transcript and the people seen in it. Turns what happens
/// in the session into lines.
class Conversation : public QObject
{
    Q_OBJECT

public:
    /// Borrows `clock` and `outbox`.
    Conversation(Clock &clock, TransportFactory makeTransport, LineOutbox &outbox, QObject *parent = nullptr);

    ChatSession &session();
    TranscriptModel &transcript();
    PeopleModel &people();
    /// What we write here, and what becomes of it.
    OwnLines &ownLines();
    /// Our own id in the present connection, once it is known.
    std::optional<QString> ownId() const;
    /// Nothing if a message can be sent to one person now, else a sentence on why it can't.
    Result<void> checkDirectMessages() const;
    /// The transcript shows `stored`, the conversation of the stage at this address, and what is written
    /// without a connection waits for one to it.
    void showStage(const QUrl &address, std::unique_ptr<ArchivedConversation> stored);

public Q_SLOTS:
    /// Sends the failed line in `row` again.
    void retry(int row);
    /// Takes the line in `row`, failed or waiting, out of the transcript to be written anew.
    void edit(int row);

public:
    /// Adds a line of the client's own to the transcript.
    void notice(const QString &text);

Q_SIGNALS:
    /// The user wants to write to this person alone.
    void recipientChosen(const QString &connectionId);

private:
    void recordState(ChatSession::State state);
    void beginConnection();
    void recordEnd(ChatSession::End end);
    void recordConnectFailure();
    void recordSettling(const Outage &outage);
    void beginRenewed();
    void noteIdentified(const QString &connectionId);
    bool isFormerSelf(const QString &connectionId) const;
    bool isOwnLeaving(const QString &connectionId);
    void record(const Event &event, const QString &raw);
    void take(const IdentityEvent &event, const QString &raw);
    void take(const ChatLineEvent &event, const QString &raw);
    void take(const DirectMessageEvent &event, const QString &raw);
    void take(const JoinEvent &event, const QString &raw);
    void take(const LeaveEvent &event, const QString &raw);
    void take(const BackendErrorEvent &event, const QString &raw);
    void take(const GatewayErrorEvent &event, const QString &raw);
    void take(const PongEvent &event, const QString &raw);
    void take(const ReceiptEvent &event, const QString &raw);
    void take(const BackendLineEvent &event, const QString &raw);
    void take(const PlainLineEvent &event, const QString &raw);
    QString disconnectedText() const;
    bool beginOutage();
    static QString returnText(const Outage &outage);
    void error(const QString &text, const QString &raw = {});
    void append(Message::Kind kind, const QString &personId, const QString &text, const QString &raw);
    void recogniseSelf(const QString &connectionId);

    Clock &m_clock;
    ChatSession m_session;
    TranscriptModel m_transcript;
    PeopleModel m_people;
    SelfRecognition m_self;
    OwnLines m_ownLines;
    /// The stage has told us our id, as those do that have direct messages.
    bool m_isNamedByStage = false;
    /// The outage that lasts has its line already.
    bool m_outageIsTold = false;
    /// Its end has none yet, since it may not be the end.
    bool m_returnIsUntold = false;
    /// The stage is about to tell that our former connection has left, whose id was never known.
    bool m_awaitsOwnLeaving = false;
};

} // namespace Greenroom
