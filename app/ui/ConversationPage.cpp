// SPDX-License-Identifier: MIT
#include "ui/ConversationPage.h"

#include "common/Redaction.h"
#include "stages/SavedStages.h"
#include "ui/AddressBar.h"
#include "ui/Composer.h"
#include "ui/TranscriptView.h"
#include "ui/WelcomePane.h"

#include <QFrame>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace Greenroom {

ConversationPage::ConversationPage(Services &services, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_conversation(services.clock, services.makeTransport),
      m_addressBar(new AddressBar(this)),
      m_middle(new QStackedLayout),
      m_transcript(new TranscriptView(m_conversation.transcript(), this)),
      m_composer(new Composer(this))
{
    build();
    ChatSession &session = m_conversation.session();
    connect(m_addressBar, &AddressBar::connectRequested, this, &ConversationPage::connectAndSave);
    connect(m_addressBar, &AddressBar::disconnectRequested, &session, &ChatSession::disconnectFromStage);
    connect(m_composer, &Composer::sendRequested, this, &ConversationPage::send);
    connect(&session, &ChatSession::stateChanged, this, &ConversationPage::showState);
    connect(&m_conversation.transcript(), &QAbstractItemModel::rowsInserted, this,
            &ConversationPage::noteRows);
}

Conversation &ConversationPage::conversation()
{
    return m_conversation;
}

AddressBar &ConversationPage::addressBar()
{
    return *m_addressBar;
}

bool ConversationPage::isIdle()
{
    const ChatSession::State state = m_conversation.session().state();
    return state == ChatSession::State::Disconnected || state == ChatSession::State::Failed;
}

int ConversationPage::unread() const
{
    return m_unread;
}

void ConversationPage::markRead()
{
    m_unread = 0;
}

void ConversationPage::connectTo(const QUrl &address)
{
    m_addressBar->setText(address.toString());
    m_conversation.session().connectTo(address);
}

void ConversationPage::build()
{
    auto *welcome = new WelcomePane(this);
    connect(welcome, &WelcomePane::localStageRequested, this, &ConversationPage::localStageRequested);
    m_middle->addWidget(welcome);
    m_middle->addWidget(m_transcript);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_addressBar);
    layout->addLayout(m_middle, 1);
    layout->addWidget(m_composer);
}

void ConversationPage::connectAndSave(const QUrl &address)
{
    if (!m_services.savedStages.save(address))
        m_conversation.notice(tr("The address could not be saved for the next start."));
    else if (Redaction::hasSecrets(address))
        m_conversation.notice(tr("The secret parts of the address were not saved; type the whole address "
                                 "again at the next start."));
    m_conversation.session().connectTo(address);
}

void ConversationPage::send(const QString &text)
{
    if (const Result<void> sent = m_conversation.session().sendChat(text); sent)
        m_composer->clear();
    else
        m_composer->explain(sent.error().message);
}

void ConversationPage::showState(ChatSession::State state)
{
    m_addressBar->showState(state);
    if (state == ChatSession::State::Connected)
        m_composer->focusField();
}

void ConversationPage::noteRows(const QModelIndex & /*parent*/, int first, int last)
{
    m_middle->setCurrentWidget(m_transcript);
    for (int row = first; row <= last; ++row) {
        const Message::Kind kind = m_conversation.transcript().message(row).kind;
        const bool counts =
            kind == Message::Kind::Chat || kind == Message::Kind::Direct || kind == Message::Kind::Backend;
        m_unread += counts && !m_conversation.transcript().isOwn(row) ? 1 : 0;
    }
}

} // namespace Greenroom
