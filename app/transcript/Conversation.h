// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatSession.h"
#include "session/PeopleModel.h"
#include "session/SelfRecognition.h"
#include "transcript/TranscriptModel.h"

#include <QObject>

namespace Greenroom {

/// One entry of the stage list: a session with its transcript and the people seen in it. Turns what happens
/// in the session into lines.
class Conversation : public QObject
{
    Q_OBJECT

public:
    /// Borrows `clock`.
    Conversation(Clock &clock, TransportFactory makeTransport, QObject *parent = nullptr);

    ChatSession &session();
    TranscriptModel &transcript();
    PeopleModel &people();

    /// Adds a line of the client's own to the transcript.
    void notice(const QString &text);

private:
    void recordState(ChatSession::State state);
    void recordEnd(ChatSession::End end);
    void recordConnectFailure();
    void record(const Event &event, const QString &raw);
    void error(const QString &text, const QString &raw = {});
    void meet(const QString &connectionId);
    void recogniseSelf(const QString &connectionId);

    Clock &m_clock;
    ChatSession m_session;
    TranscriptModel m_transcript;
    PeopleModel m_people;
    SelfRecognition m_self;
};

} // namespace Greenroom
