// SPDX-License-Identifier: MIT
#include "ui/SessionDeck.h"

#include "archive/ArchivedConversation.h"
#include "archive/ConversationKey.h"
#include "stages/SavedStages.h"
#include "transcript/LineText.h"
#include "ui/ConversationPage.h"
#include "ui/SidePanel.h"

#include <QStackedWidget>
#include <algorithm>

namespace Greenroom {

namespace {

/// The last line that somebody wrote; where notices fill a whole window after it, it is old news.
StageSummary lastSaid(const TranscriptModel &transcript)
{
    constexpr int farthest = 50;
    const int last = transcript.rowCount() - 1;
    for (int row = last; row >= 0 && row > last - farthest; --row) {
        const Message &message = transcript.message(row);
        if (isWritten(message.kind))
            return {LineText::inBrief(transcript, row), message.at, 0};
    }
    return {};
}

} // namespace

SessionDeck::SessionDeck(Services &services, QStackedWidget &pages, QStackedWidget &sidePanels,
                         QObject *parent)
    : QObject(parent), m_services(services), m_pageStack(pages), m_panelStack(sidePanels)
{
    connect(&services.savedStages, &SavedStages::forgetting, this, &SessionDeck::endSessionsOf);
    show(add());
}

QList<ConversationPage *> SessionDeck::pages() const
{
    return m_pages;
}

QList<ConversationPage *> SessionDeck::recentPages() const
{
    return m_recent;
}

QList<ConversationPage *> SessionDeck::pagesOf(const QUrl &stage) const
{
    QList<ConversationPage *> found;
    std::copy_if(m_pages.begin(), m_pages.end(), std::back_inserter(found),
                 [&stage](const ConversationPage *page) { return page->stage() == stage; });
    return found;
}

ConversationPage &SessionDeck::current() const
{
    return *m_recent.constFirst();
}

StageSummary SessionDeck::summary(ConversationPage &page) const
{
    return m_beside.value(&page).summary;
}

ConversationPage &SessionDeck::add()
{
    auto *page = new ConversationPage(m_services, &m_pageStack);
    auto *panel = new SidePanel(*page, m_services, &m_panelStack);
    m_pageStack.addWidget(page);
    m_panelStack.addWidget(panel);
    m_beside.insert(page, {panel, {}});
    m_pages.append(page);
    m_recent.append(page);
    const auto noteLines = [this, page] { this->noteLines(*page); };

    const TranscriptModel &transcript = page->conversation().transcript();
    connect(page, &ConversationPage::localStageRequested, this, &SessionDeck::localStageRequested);
    connect(page, &ConversationPage::settingsRequested, this, &SessionDeck::settingsRequested);
    connect(page, &ConversationPage::forwardRequested, this, [this, page] {
        Q_EMIT forwardRequested();
        show(*page);
    });
    connect(page, &ConversationPage::stageChanged, this, [this, page] { noteStage(*page); });
    connect(&page->conversation().session(), &ChatSession::stateChanged, this, &SessionDeck::pageChanged);
    connect(&page->conversation().session(), &ChatSession::retryTicked, this, &SessionDeck::pageChanged);
    connect(&transcript, &QAbstractItemModel::rowsInserted, this, noteLines);
    connect(&transcript, &QAbstractItemModel::rowsRemoved, this, noteLines);
    connect(&transcript, &QAbstractItemModel::dataChanged, this, noteLines);
    connect(&transcript, &QAbstractItemModel::modelReset, this, noteLines);
    Q_EMIT pagesChanged();
    return *page;
}

void SessionDeck::show(ConversationPage &page)
{
    m_recent.removeAll(&page);
    m_recent.prepend(&page);
    m_pageStack.setCurrentWidget(&page);
    m_panelStack.setCurrentWidget(m_beside.value(&page).panel);
    markRead();
    Q_EMIT shown();
}

ConversationPage &SessionDeck::open(const QUrl &stage)
{
    const QList<ConversationPage *> there = pagesOf(stage);
    if (!there.isEmpty()) {
        show(*there.constFirst());
        return current();
    }
    ConversationPage &page = current().isUnused() ? current() : add();
    page.prepare(stage);
    show(page);
    return page;
}

ConversationPage &SessionDeck::openConversation(const QString &key)
{
    const auto isIt = [&key](ConversationPage *page) {
        const ArchivedConversation *kept = page->conversation().transcript().conversation();
        return kept != nullptr && kept->key() == key;
    };
    const auto found = std::find_if(m_pages.cbegin(), m_pages.cend(), isIt);
    if (found == m_pages.cend() && key != ConversationKey::ofLocalStage())
        return open(QUrl(key));
    ConversationPage &page = found != m_pages.cend() ? **found : current().isUnused() ? current() : add();
    if (found == m_pages.cend())
        page.prepareLocalStage();
    show(page);
    return page;
}

void SessionDeck::close(ConversationPage &page)
{
    // Later: it may be the page itself that asks for it.
    take(page).release()->deleteLater();
}

void SessionDeck::markRead()
{
    current().markRead();
    m_services.summaries.markRead(current().stage());
    Q_EMIT pageChanged();
}

/// Takes the page out of everything; its end is its owner's.
std::unique_ptr<ConversationPage> SessionDeck::take(ConversationPage &page)
{
    if (m_pages.size() == 1)
        add();
    const bool wasCurrent = &page == &current();
    m_pages.removeAll(&page);
    m_recent.removeAll(&page);
    m_changed.remove(&page);
    page.disconnect(this);
    page.conversation().session().disconnect(this);
    page.conversation().transcript().disconnect(this);
    if (wasCurrent)
        show(current());
    m_pageStack.removeWidget(&page);
    // The panel goes first: it watches the session that the page owns.
    delete m_beside.take(&page).panel;
    Q_EMIT pagesChanged();
    return std::unique_ptr<ConversationPage>(&page);
}

/// At once, so that what the pages keep at their end is there before it is erased.
void SessionDeck::endSessionsOf(const QUrl &stage)
{
    const QList<ConversationPage *> pages = pagesOf(stage);
    for (ConversationPage *page : pages)
        take(*page);
}

void SessionDeck::noteStage(ConversationPage &page)
{
    m_beside[&page].summary = {};
    noteLines(page);
    Q_EMIT pagesChanged();
}

void SessionDeck::noteLines(ConversationPage &page)
{
    if (&page == &current() && page.isActiveWindow())
        page.markRead();
    // Once for all lines that come in one turn of the event loop.
    if (m_changed.isEmpty())
        QMetaObject::invokeMethod(this, &SessionDeck::tellOfLines, Qt::QueuedConnection);
    m_changed.insert(&page);
}

void SessionDeck::tellOfLines()
{
    const QSet<ConversationPage *> changed = std::exchange(m_changed, {});
    for (ConversationPage *page : changed) {
        Beside &beside = m_beside[page];
        StageSummary summary = lastSaid(page->conversation().transcript());
        beside.summary = summary;
        summary.unread = page->unread();
        if (!page->stage().isEmpty() && !summary.lastLine.isEmpty())
            m_services.summaries.set(page->stage(), summary);
        Q_EMIT pageChanged();
        if (page->unread() > 0)
            Q_EMIT unreadGrew();
    }
}

} // namespace Greenroom
