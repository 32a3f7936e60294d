// SPDX-License-Identifier: MIT
#pragma once

#include "compose/SlashCommand.h"
#include "transcript/Conversation.h"

#include <QObject>

namespace Greenroom {

class AddressBar;
class AskBar;
class Composer;
class SavedStages;
enum class DialectChoice;

/// What becomes of a text in the composer: a line, a command, or a question first.
class Dispatcher : public QObject
{
    Q_OBJECT

public:
    /// Borrows all four; `parent` has the questions' bars as children, which it has to lay out.
    Dispatcher(Conversation &conversation, const SavedStages &stages, const AddressBar &addressBar,
               Composer &composer, QWidget *parent);

    /// Asks whether what has waited long shall be sent.
    AskBar &staleQuestion();
    /// Asks whether what looks like a command shall be sent.
    AskBar &commandQuestion();

Q_SIGNALS:
    /// A line has been written.
    void written();
    /// Words have come back to the composer, which are nowhere else.
    void takenBack();
    void connectRequested(const QUrl &address);

private:
    void dispatch(const QString &text);
    void run(const SlashCommand::Text &command, const QString &text);
    void run(const SlashCommand::Help &command, const QString &text);
    void run(const SlashCommand::Connect &command, const QString &text);
    void run(const SlashCommand::Disconnect &command, const QString &text);
    void run(const SlashCommand::To &command, const QString &text);
    void run(const SlashCommand::Raw &command, const QString &text);
    void run(const SlashCommand::Unknown &command, const QString &text);
    void write(const Outgoing &line);
    DialectChoice dialect() const;
    Outgoing::Form form() const;
    Result<void> checkDirectMessages() const;
    void address(const QString &connectionId);
    void forgetRecipient();
    void recall();
    void editAnew(const Outgoing &line);
    void askForStale(int count, WallTime oldest);
    void answerStale(int answer);
    void answerCommand(int answer);
    void explainFailure(const QString &reason);
    void explain(const QString &problem);

    Conversation &m_conversation;
    const SavedStages &m_stages;
    const AddressBar &m_addressBar;
    Composer &m_composer;
    AskBar *m_staleQuestion;
    AskBar *m_commandQuestion;
    /// Whom all lines go to; empty: everybody.
    QString m_recipientId;
    /// What went wrong while a line was written.
    QString m_problem;
};

} // namespace Greenroom
