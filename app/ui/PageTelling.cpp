// SPDX-License-Identifier: MIT
#include "ui/PageTelling.h"

#include "common/Redaction.h"
#include "tell/Teller.h"
#include "ui/ConversationPage.h"
#include "ui/TranscriptPane.h"
#include "ui/TranscriptView.h"
#include "ui/Words.h"

namespace Greenroom {

PageTelling::PageTelling(ConversationPage &page, Teller &teller)
    : QObject(&page), m_page(page), m_teller(teller)
{
    m_teller.add(*this);
    Conversation &conversation = page.conversation();
    connect(&conversation.transcript(), &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { m_teller.noteLines(*this, first, last); });
    connect(&conversation.session(), &ChatSession::ended, this, &PageTelling::noteEnd);
    connect(&conversation.session(), &ChatSession::connectFailed, this, &PageTelling::noteFailure);
    connect(&page, &ConversationPage::read, this, &PageTelling::noteRead);
}

PageTelling::~PageTelling()
{
    m_teller.remove(*this);
}

QUrl PageTelling::stage() const
{
    return m_page.conversation().session().address();
}

QString PageTelling::title() const
{
    return Words::stageTitle(Redaction::withoutSecrets(stage()));
}

const TranscriptModel &PageTelling::transcript() const
{
    return m_page.conversation().transcript();
}

bool PageTelling::isLookedAt() const
{
    return m_page.isVisible() && m_page.isActiveWindow();
}

void PageTelling::comeForward()
{
    Q_EMIT m_page.forwardRequested();
    m_page.transcriptPane().view().showUnread();
}

void PageTelling::noteEnd(ChatSession::End end)
{
    const ChatSession &session = m_page.conversation().session();
    const bool isUnasked = end == ChatSession::End::ByPeer || end == ChatSession::End::ByFailure;
    // Of an outage once, however often the stage lets in and closes in it.
    const bool isNews = !session.outage() || session.outage()->shortLived == 0;
    if (isUnasked && (isNews || session.state() == ChatSession::State::Failed))
        m_teller.noteEnd(*this, session.reason());
}

/// What was to come back by itself will not.
void PageTelling::noteFailure()
{
    const ChatSession &session = m_page.conversation().session();
    const bool wasConnected = session.outage() && session.outage()->wasConnected;
    if (wasConnected && session.state() == ChatSession::State::Failed)
        m_teller.noteEnd(*this, session.reason());
}

void PageTelling::noteRead()
{
    // A window behind others may show a conversation that nobody has read.
    if (isLookedAt())
        m_teller.noteRead(*this);
}

} // namespace Greenroom
