// SPDX-License-Identifier: MIT
#include "ui/ConversationPage.h"

#include "archive/Archive.h"
#include "archive/ConversationKey.h"
#include "common/Redaction.h"
#include "localstage/LocalStage.h"
#include "stages/SavedStages.h"
#include "transcript/ShownTimes.h"
#include "ui/AddressBar.h"
#include "ui/AddressKeeper.h"
#include "ui/ArchiveBar.h"
#include "ui/CertificateBar.h"
#include "ui/Composer.h"
#include "ui/Dispatcher.h"
#include "ui/DraftKeeper.h"
#include "ui/ExportBar.h"
#include "ui/PageOptions.h"
#include "ui/PageReading.h"
#include "ui/PageSignIn.h"
#include "ui/PageTelling.h"
#include "ui/SecretsBar.h"
#include "ui/TranscriptPane.h"
#include "ui/TranscriptView.h"
#include "ui/WelcomePane.h"

#include <QStackedLayout>
#include <QVBoxLayout>

namespace Greenroom {

ConversationPage::ConversationPage(Services &services, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_conversation(services.clock, services.makeTransport, services.outbox),
      m_addressBar(new AddressBar(this)),
      m_addressKeeper(new AddressKeeper(services.secrets, *m_addressBar)),
      m_middle(new QStackedLayout),
      m_transcript(new TranscriptPane(m_conversation.transcript(), services.settings, this)),
      m_reading(new PageReading(*this, *m_transcript, services.archive)),
      m_composer(new Composer(services.sendKey, this)),
      m_draftKeeper(new DraftKeeper(services.clock, services.settings, *m_addressBar, *m_composer, this)),
      m_dispatcher(new Dispatcher(m_conversation, services.savedStages, *m_addressBar, *m_composer, this)),
      m_exportBar(new ExportBar(m_conversation, services.clock, this)),
      m_options(new PageOptions(*this, services)),
      m_signIn(new PageSignIn(*this, services))
{
    build();
    if (services.highlightWords != nullptr)
        m_conversation.transcript().setHighlightWords(*services.highlightWords);
    if (services.teller != nullptr)
        new PageTelling(*this, *services.teller);
    ChatSession &session = m_conversation.session();
    connect(m_addressBar, &AddressBar::connectRequested, this, &ConversationPage::connectAndSave);
    connect(m_addressBar, &AddressBar::disconnectRequested, &session, &ChatSession::disconnectFromStage);
    connect(m_addressBar, &AddressBar::retryRequested, &session, &ChatSession::retryNow);
    connect(&session, &ChatSession::retryTicked, this,
            [this] { m_addressBar->showSession(m_conversation.session()); });
    if (services.networkHint != nullptr)
        session.listenTo(*services.networkHint);
    connect(m_addressBar, &AddressBar::settingsRequested, this, &ConversationPage::settingsRequested);
    connect(m_dispatcher, &Dispatcher::written, m_reading, &PageReading::noteOwnLine);
    connect(m_reading, &PageReading::read, this, &ConversationPage::read);
    connect(m_dispatcher, &Dispatcher::takenBack, m_draftKeeper, &DraftKeeper::keep);
    connect(m_dispatcher, &Dispatcher::connectRequested, this, &ConversationPage::connectFromCommand);
    connect(&m_transcript->view(), &TranscriptView::retryRequested, &m_conversation, &Conversation::retry);
    connect(&services.shownTimes, &ShownTimes::changed, &m_transcript->view(), &TranscriptView::refresh);
    connect(&m_transcript->view(), &TranscriptView::editRequested, &m_conversation, &Conversation::edit);
    connect(&session, &ChatSession::stateChanged, this, &ConversationPage::showState);
    connect(&services.localStage, &LocalStage::moved, this, &ConversationPage::followLocalStage);
    connect(&m_transcript->view(), &TranscriptView::exportRequested, m_exportBar,
            &ExportBar::exportSelection);
    connect(&m_conversation.transcript(), &QAbstractItemModel::rowsInserted, m_middle,
            [this] { m_middle->setCurrentWidget(m_transcript); });
}

ConversationPage::~ConversationPage()
{
    m_draftKeeper->keepAtEnd(m_stage);
}

Conversation &ConversationPage::conversation()
{
    return m_conversation;
}

AddressBar &ConversationPage::addressBar()
{
    return *m_addressBar;
}

TranscriptPane &ConversationPage::transcriptPane()
{
    return *m_transcript;
}

ExportBar &ConversationPage::exportBar()
{
    return *m_exportBar;
}

bool ConversationPage::isUnused()
{
    return m_conversation.session().address().isEmpty() && m_addressBar->text().isEmpty()
           && m_composer->text().isEmpty();
}

QUrl ConversationPage::stage() const
{
    return m_stage;
}

int ConversationPage::unread() const
{
    return m_reading->unread();
}

void ConversationPage::markRead()
{
    m_reading->markRead();
}

void ConversationPage::connectTo(const QUrl &address)
{
    m_addressBar->setText(address.toString());
    showStage(address);
    m_addressKeeper->cancel();
    m_signIn->connectTo(address);
}

void ConversationPage::connectAtStart(const QUrl &stage)
{
    prepare(stage);
    m_addressKeeper->fetch(stage, [this, stage] {
        if (!m_addressKeeper->explainLack(stage))
            m_signIn->connectTo(stage);
    });
}

void ConversationPage::prepare(const QUrl &address)
{
    m_addressBar->setText(address.toString());
    showStage(address);
    m_draftKeeper->restore(address);
    setStage(address);
}

void ConversationPage::focusComposer()
{
    m_composer->focusField();
}

void ConversationPage::prepareLocalStage()
{
    showConversation({}, ConversationKey::ofLocalStage());
}

void ConversationPage::showLine(qint64 number)
{
    const int row = m_conversation.transcript().rowFrom(number);
    m_middle->setCurrentWidget(m_transcript);
    m_transcript->view().showRow(row, TranscriptView::Where::Middle);
    m_transcript->view().textCursor().setRow(row);
    m_transcript->view().setFocus(Qt::OtherFocusReason);
}

void ConversationPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_reading->showUnread();
}

void ConversationPage::build()
{
    auto *welcome = new WelcomePane(this);
    connect(welcome, &WelcomePane::localStageRequested, this, &ConversationPage::localStageRequested);
    m_middle->addWidget(welcome);
    m_middle->addWidget(m_transcript);
    setTabOrder(m_addressBar, welcome);
    setTabOrder(welcome, m_transcript);
    setTabOrder(m_transcript, m_composer);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_addressBar);
    layout->addLayout(m_middle, 1);
    m_exportBar->setContentsMargins(16, 8, 16, 0);
    layout->addWidget(m_exportBar);
    const std::initializer_list<AskBar *> questions{new ArchiveBar(m_services.archive, this),
                                                    new SecretsBar(m_services.secrets, this),
                                                    &m_options->certificateBar(),
                                                    &m_signIn->question(),
                                                    &m_dispatcher->staleQuestion(),
                                                    &m_dispatcher->commandQuestion()};
    for (AskBar *question : questions) {
        question->setContentsMargins(16, 8, 16, 0);
        layout->addWidget(question);
    }
    layout->addWidget(m_composer);
}

void ConversationPage::setStage(const QUrl &address)
{
    const QUrl clean = Redaction::withoutSecrets(address);
    if (std::exchange(m_stage, clean) != clean)
        Q_EMIT stageChanged();
}

void ConversationPage::followLocalStage(const QUrl &from, const QUrl &to)
{
    if (m_stage != from)
        return;
    const ChatSession::State state = m_conversation.session().state();
    const bool isAtRest = state == ChatSession::State::Disconnected || state == ChatSession::State::Failed;
    if (!isAtRest) {
        connectTo(to);
        return;
    }
    m_addressBar->setText(to.toString());
    setStage(to);
}

/// What was said there before, to where one had read.
void ConversationPage::showStage(const QUrl &address)
{
    showConversation(address,
                     isLocalStage(address) ? ConversationKey::ofLocalStage() : ConversationKey::of(address));
}

void ConversationPage::showConversation(const QUrl &address, const QString &key)
{
    TranscriptModel &transcript = m_conversation.transcript();
    if (transcript.conversation() != nullptr && transcript.conversation()->key() == key)
        return;
    // What a stage says, and what is written to it, belongs in its own conversation.
    m_conversation.session().leave();
    m_conversation.showStage(address, m_services.archive.open(key));
    if (transcript.rowCount() == 0 || !transcript.conversation()->isOnDisk())
        return;
    m_middle->setCurrentWidget(m_transcript);
    m_reading->takeUp();
}

void ConversationPage::connectAndSave(const QUrl &typed)
{
    // The local stage is on another port each time: what was saved for the next start is worth more.
    const bool isLocal = isLocalStage(typed);
    const QUrl address = isLocal ? typed : m_addressKeeper->takeApart(typed);
    showStage(address);
    if (!isLocal && !m_services.savedStages.save(address))
        m_conversation.notice(tr("The address could not be saved for the next start."));
    m_draftKeeper->restore(address);
    m_addressKeeper->fetch(address, [this, address] {
        m_addressKeeper->explainLack(address);
        m_signIn->connectTo(address);
    });
}

bool ConversationPage::isLocalStage(const QUrl &address) const
{
    return Redaction::withoutSecrets(address) == m_services.localStage.address();
}

void ConversationPage::connectFromCommand(const QUrl &address)
{
    m_addressBar->setText(address.toString());
    connectAndSave(address);
}

void ConversationPage::showState(ChatSession::State state)
{
    m_addressBar->showSession(m_conversation.session());
    if (state == ChatSession::State::Connecting) {
        m_middle->setCurrentWidget(m_transcript);
        setStage(m_conversation.session().address());
    }
    // After an outage the user may long be doing something else, and in another session as well.
    const bool isInSight = isVisibleTo(window());
    if (state == ChatSession::State::Connected && isInSight && !m_conversation.session().outage())
        m_composer->focusField();
}

} // namespace Greenroom
