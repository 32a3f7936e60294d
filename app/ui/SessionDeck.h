// SPDX-License-Identifier: MIT
#pragma once

#include "stages/StageSummaries.h"
#include "ui/Services.h"

#include <QHash>
#include <QObject>
#include <QSet>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace Greenroom {

class ConversationPage;
class SidePanel;

/// The sessions of a window: their pages and side panels, one in sight. There is always one.
class SessionDeck : public QObject
{
    Q_OBJECT

public:
    /// Borrows all three; puts a page and a panel for each session into the stacks. Begins with an unused
    /// session.
    SessionDeck(Services &services, QStackedWidget &pages, QStackedWidget &sidePanels,
                QObject *parent = nullptr);

    /// In the order in which they were opened.
    QList<ConversationPage *> pages() const;
    /// In the order in which they were in sight last, the present one first.
    QList<ConversationPage *> recentPages() const;
    /// The sessions of a stage.
    QList<ConversationPage *> pagesOf(const QUrl &stage) const;
    ConversationPage &current() const;
    /// What was said last in the session; an empty line where nothing was.
    StageSummary summary(ConversationPage &page) const;

    /// Opens another session out of sight.
    ConversationPage &add();
    void show(ConversationPage &page);
    /// Shows the session of the stage. If there is none, an unused one becomes it, else a new one is
    /// opened; it is not connected.
    ConversationPage &open(const QUrl &stage);
    /// As open(), but by the conversation that is kept under `key`: that with a stage or with the local one.
    ConversationPage &openConversation(const QString &key);
    /// Ends the session; the last one makes room for an unused one.
    void close(ConversationPage &page);
    /// What came while the window was in the background is read now.
    void markRead();

Q_SIGNALS:
    /// There is another session, one less, or one with another stage.
    void pagesChanged();
    /// There is something else to tell about a session.
    void pageChanged();
    /// Another session is in sight.
    void shown();
    /// Lines came that nobody has looked at.
    void unreadGrew();
    void localStageRequested();
    /// The user wants to see the settings of the stage of the session in sight.
    void settingsRequested();
    /// The window is to come to the front; the session that is meant is in sight already.
    void forwardRequested();

private:
    /// What belongs to a page.
    struct Beside
    {
        SidePanel *panel = nullptr;
        StageSummary summary;
    };

    std::unique_ptr<ConversationPage> take(ConversationPage &page);
    void noteStage(ConversationPage &page);
    void endSessionsOf(const QUrl &stage);
    void noteLines(ConversationPage &page);
    void tellOfLines();

    Services &m_services;
    QStackedWidget &m_pageStack;
    QStackedWidget &m_panelStack;
    QHash<ConversationPage *, Beside> m_beside;
    QList<ConversationPage *> m_pages;
    QList<ConversationPage *> m_recent;
    /// Of these there is more to tell when this turn of the event loop is over.
    QSet<ConversationPage *> m_changed;
};

} // namespace Greenroom
