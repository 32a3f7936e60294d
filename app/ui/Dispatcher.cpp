// SPDX-License-Identifier: MIT
#include "ui/Dispatcher.h"

#include "session/PersonName.h"
#include "stages/SavedStages.h"
#include "stages/StageAddress.h"
#include "ui/AddressBar.h"
#include "ui/AskBar.h"
#include "ui/Composer.h"
#include "wire/Dialect.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

namespace Greenroom {

Dispatcher::Dispatcher(Conversation &conversation, const SavedStages &stages, const AddressBar &addressBar,
                       Composer &composer, QWidget *parent)
    : QObject(parent),
      m_conversation(conversation),
      m_stages(stages),
      m_addressBar(addressBar),
      m_composer(composer),
      m_staleQuestion(new AskBar(parent)),
      m_commandQuestion(new AskBar(parent))
{
    m_staleQuestion->setObjectName(QStringLiteral("askStale"));
    m_commandQuestion->setObjectName(QStringLiteral("askCommand"));
    const OwnLines &lines = conversation.ownLines();
    connect(&composer, &Composer::sendRequested, this, &Dispatcher::dispatch);
    connect(&composer, &Composer::recallRequested, this, &Dispatcher::recall);
    connect(&composer, &Composer::recipientCleared, this, &Dispatcher::forgetRecipient);
    connect(&composer, &Composer::textChanged, m_commandQuestion, &AskBar::withdraw);
    connect(m_staleQuestion, &AskBar::answered, this, &Dispatcher::answerStale);
    connect(m_commandQuestion, &AskBar::answered, this, &Dispatcher::answerCommand);
    connect(&conversation, &Conversation::recipientChosen, this, &Dispatcher::address);
    connect(&lines, &OwnLines::editRequested, this, &Dispatcher::editAnew);
    connect(&lines, &OwnLines::staleLinesWaiting, this, &Dispatcher::askForStale);
    connect(&lines, &OwnLines::staleLinesForgotten, m_staleQuestion, &AskBar::withdraw);
    // Ids end with their connection.
    connect(&lines, &OwnLines::staleLinesForgotten, this, &Dispatcher::forgetRecipient);
    connect(&lines, &OwnLines::notSaved, this, &Dispatcher::explain);
    connect(&lines, &OwnLines::failed, this, &Dispatcher::explainFailure);
}

AskBar &Dispatcher::staleQuestion()
{
    return *m_staleQuestion;
}

AskBar &Dispatcher::commandQuestion()
{
    return *m_commandQuestion;
}

void Dispatcher::dispatch(const QString &text)
{
    std::visit([this, &text](const auto &command) { run(command, text); }, SlashCommand::parse(text));
}

void Dispatcher::run(const SlashCommand::Text & /*command*/, const QString &text)
{
    write({form(), text, m_recipientId, {}});
}

void Dispatcher::run(const SlashCommand::Help & /*command*/, const QString & /*text*/)
{
    m_composer.clear();
    m_conversation.notice(SlashCommand::help());
}

void Dispatcher::run(const SlashCommand::Connect &command, const QString & /*text*/)
{
    const bool isOpen = m_conversation.session().state() == ChatSession::State::Connected;
    if (command.address.isEmpty() && isOpen) {
        m_composer.explain(tr("This session is connected already."));
        return;
    }
    const QString typed = command.address.isEmpty() ? m_addressBar.text() : command.address;
    const Result<QUrl> parsed = StageAddress::parse(typed);
    if (!parsed) {
        m_composer.explain(parsed.error().message);
        return;
    }
    m_composer.clear();
    Q_EMIT connectRequested(*parsed);
}

void Dispatcher::run(const SlashCommand::Disconnect & /*command*/, const QString & /*text*/)
{
    const ChatSession::State state = m_conversation.session().state();
    if (state == ChatSession::State::Disconnected || state == ChatSession::State::Failed
        || state == ChatSession::State::Closing) {
        m_composer.explain(tr("This session is not connected."));
        return;
    }
    m_composer.clear();
    m_conversation.session().disconnectFromStage();
}

void Dispatcher::run(const SlashCommand::To &command, const QString & /*text*/)
{
    const QString &rest = command.rest;
    if (rest.isEmpty()) {
        m_composer.clear();
        forgetRecipient();
        return;
    }
    const std::optional<PeopleModel::Named> person = m_conversation.people().namedAtStart(rest);
    if (const Result<void> possible = checkDirectMessages(); !possible) {
        m_composer.explain(possible.error().message);
    } else if (!person) {
        m_composer.explain(tr("Nobody of this name was seen here: “%1”. The names are in the list of people.",
                              "%1 is what was typed")
                               .arg(rest));
    } else if (person->rest.isEmpty()) {
        m_composer.clear();
        address(person->id);
    } else {
        write({Outgoing::Form::Direct, person->rest, person->id, {}});
    }
}

void Dispatcher::run(const SlashCommand::Raw &command, const QString & /*text*/)
{
    QJsonParseError mistake;
    QJsonDocument::fromJson(command.frame.toUtf8(), &mistake);
    if (m_conversation.session().state() != ChatSession::State::Connected)
        m_composer.explain(tr("A raw frame can be sent while connected only."));
    else if (mistake.error != QJsonParseError::NoError)
        m_composer.explain(
            tr("This is no JSON, so it was not sent: %1 (at byte %2).", "%1 is the parser's reason")
                .arg(mistake.errorString())
                .arg(mistake.offset));
    else
        write(Dialect::readOutgoing(command.frame));
}

void Dispatcher::run(const SlashCommand::Unknown &command, const QString & /*text*/)
{
    m_commandQuestion->ask(
        tr("“%1” is no command; /help lists them. Shall it be sent as a message?").arg(command.word),
        {tr("Send as a message"), tr("Keep writing")});
}

void Dispatcher::write(const Outgoing &line)
{
    if (const Result<QUrl> stage = StageAddress::parse(m_addressBar.text()))
        m_conversation.ownLines().setStage(*stage);
    m_problem.clear();
    if (const Result<void> done = m_conversation.ownLines().write(line); !done) {
        m_composer.explain(done.error().message);
        return;
    }
    // Not before it is written, so that the words are somewhere at any time.
    m_composer.clear();
    if (!m_problem.isEmpty())
        m_composer.explain(m_problem);
    Q_EMIT written();
}

/// Of the stage that is written to, which is the one in the field.
DialectChoice Dispatcher::dialect() const
{
    const Result<QUrl> stage = StageAddress::parse(m_addressBar.text());
    return stage ? m_stages.options(*stage).dialect : DialectChoice::Automatic;
}

Outgoing::Form Dispatcher::form() const
{
    if (!m_recipientId.isEmpty())
        return Outgoing::Form::Direct;
    switch (dialect()) {
    case DialectChoice::Broadcast:
        return Outgoing::Form::Broadcast;
    case DialectChoice::Raw:
        return Outgoing::Form::Raw;
    default:
        return Outgoing::Form::Chat;
    }
}

/// What the user has set counts more than what the stage has shown.
Result<void> Dispatcher::checkDirectMessages() const
{
    const DialectChoice choice = dialect();
    if (choice == DialectChoice::Automatic)
        return m_conversation.checkDirectMessages();
    if (choice != DialectChoice::Direct)
        return failure(tr("This stage has no direct messages, by the form that its settings (F4) give its "
                          "messages; choose another one there to write to one person."));
    if (m_conversation.session().state() != ChatSession::State::Connected)
        return failure(tr("Connect first: whom you can write to is known while connected only."));
    return {};
}

void Dispatcher::address(const QString &connectionId)
{
    if (const Result<void> possible = checkDirectMessages(); !possible) {
        m_composer.explain(possible.error().message);
        return;
    }
    m_recipientId = connectionId;
    m_composer.showRecipient(PersonName::fromId(connectionId));
    m_composer.focusField();
}

void Dispatcher::forgetRecipient()
{
    m_recipientId.clear();
    m_composer.showRecipient({});
}

void Dispatcher::recall()
{
    OwnLines &lines = m_conversation.ownLines();
    if (lines.lastFailed() >= 0)
        lines.edit(lines.lastFailed());
    else if (!lines.lastText().isEmpty())
        m_composer.setText(lines.lastText());
}

void Dispatcher::editAnew(const Outgoing &line)
{
    // What stands there already is kept as well.
    const QString before = m_composer.text();
    m_composer.setText(before.isEmpty() ? line.text : line.text + QLatin1Char('\n') + before);
    Q_EMIT takenBack();
    m_composer.focusField();
}

void Dispatcher::askForStale(int count, WallTime oldest)
{
    const QDateTime since = QDateTime::fromMSecsSinceEpoch(oldest.time_since_epoch().count());
    m_staleQuestion->ask(tr("%n message(s) typed here since %1 could not be sent. Send now?", nullptr, count)
                             .arg(QLocale().toString(since, QLocale::ShortFormat)),
                         {tr("Send now"), tr("Don't send")});
}

void Dispatcher::answerStale(int answer)
{
    if (answer == 0)
        m_conversation.ownLines().sendWaiting();
    else
        m_conversation.ownLines().holdBack();
}

void Dispatcher::answerCommand(int answer)
{
    if (answer == 0)
        run(SlashCommand::Text{}, m_composer.text());
    m_composer.focusField();
}

void Dispatcher::explainFailure(const QString &reason)
{
    explain(tr("A message was not delivered. %1 Ctrl+Shift+R sends it again, Ctrl+Shift+E edits it.",
               "%1 is a sentence that says why")
                .arg(reason));
}

void Dispatcher::explain(const QString &problem)
{
    m_problem = problem;
    m_composer.explain(problem);
}

} // namespace Greenroom
