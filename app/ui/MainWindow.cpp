// SPDX-License-Identifier: MIT
#include "ui/MainWindow.h"

#include "common/Redaction.h"
#include "localstage/LocalStage.h"
#include "session/PersonName.h"
#include "ui/AddressBar.h"
#include "ui/ConversationPage.h"
#include "ui/Icons.h"
#include "ui/Menus.h"
#include "ui/NotificationMenu.h"
#include "ui/SidePanel.h"
#include "ui/Words.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QLabel>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>

namespace Greenroom {

namespace {

constexpr QSize defaultSize{1080, 680};
/// Given by hand: columns that hide when there is no room for them must not ask for it.
constexpr QSize smallest{340, 400};
constexpr int stagesWidth = 236;
constexpr int sideWidth = 280;
/// Narrower windows give their room to the conversation, first from the right column, then from the left one.
constexpr int roomForSession = 820;
constexpr int roomForStages = 560;

QString geometryKey()
{
    return QStringLiteral("window/geometry");
}

QString columnsKey()
{
    return QStringLiteral("window/columns");
}

QString stagesShownKey()
{
    return QStringLiteral("window/stagesShown");
}

QString sessionShownKey()
{
    return QStringLiteral("window/sessionShown");
}

} // namespace

MainWindow::MainWindow(Services &services, QWidget *parent)
    : QMainWindow(parent),
      m_services(services),
      m_columns(new QSplitter(this)),
      m_stageList(new StageList(this)),
      m_pages(new QStackedWidget(this)),
      m_sidePanels(new QStackedWidget(this)),
      m_status(new QLabel(this))
{
    build();
    connect(m_stageList, &StageList::currentChanged, this, &MainWindow::showSession);
    connect(m_stageList, &StageList::newSessionRequested, this, &MainWindow::openSession);
    connect(m_stageList, &StageList::localStageRequested, this, &MainWindow::startLocalStage);
    connect(&services.localStage, &LocalStage::started, this, &MainWindow::connectToLocalStage);
    connect(&services.localStage, &LocalStage::failed, this, &MainWindow::explainLocalStageFailure);
    appendSession();
    m_stageList->setCurrent(0);
    currentPage().addressBar().focusField();
}

int MainWindow::sessionCount() const
{
    return m_pages->count();
}

ConversationPage &MainWindow::currentPage()
{
    return page(m_pages->currentIndex());
}

void MainWindow::openSession()
{
    const QString address = currentPage().addressBar().text();
    appendSession().addressBar().setText(address);
    m_stageList->setCurrent(sessionCount() - 1);
    currentPage().addressBar().focusField();
}

void MainWindow::closeSession()
{
    const int row = m_pages->currentIndex();
    if (sessionCount() == 1)
        appendSession();
    QWidget *closing = m_pages->widget(row);
    QWidget *side = m_sidePanels->widget(row);
    m_pages->removeWidget(closing);
    m_sidePanels->removeWidget(side);
    m_stageList->remove(row);
    refreshStatus();
    // The panel goes first: it watches the session that the page owns.
    delete side;
    closing->deleteLater();
    showSession(m_stageList->current());
}

void MainWindow::startLocalStage()
{
    m_awaitsLocalStage = true;
    m_services.localStage.start();
}

void MainWindow::showNextSession()
{
    m_stageList->setCurrent((m_stageList->current() + 1) % sessionCount());
}

void MainWindow::showPreviousSession()
{
    m_stageList->setCurrent((m_stageList->current() + sessionCount() - 1) % sessionCount());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    // What came while the window was in the background is read now.
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        showSession(m_pages->currentIndex());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitColumns();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings &settings = m_services.settings;
    settings.setValue(geometryKey(), saveGeometry());
    settings.setValue(columnsKey(), m_columns->saveState());
    settings.setValue(stagesShownKey(), m_showStages->isChecked());
    settings.setValue(sessionShownKey(), m_showSession->isChecked());
    QMainWindow::closeEvent(event);
}

ConversationPage &MainWindow::page(int row)
{
    return *qobject_cast<ConversationPage *>(m_pages->widget(row));
}

void MainWindow::build()
{
    setMinimumSize(smallest);
    setWindowIcon(Icons::application());
    setAttribute(Qt::WA_DeleteOnClose);
    m_sidePanels->setObjectName(QStringLiteral("sidePanel"));
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    m_columns->addWidget(m_stageList);
    m_columns->addWidget(m_pages);
    m_columns->addWidget(m_sidePanels);
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({stagesWidth, defaultSize.width() - stagesWidth - sideWidth, sideWidth});
    setCentralWidget(m_columns);
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setContentsMargins(12, 0, 0, 4);
    statusBar()->addWidget(m_status);
    const Menus::ColumnActions actions = Menus::fill(*this, m_services.sendKey);
    NotificationMenu::fill(*this, m_services);
    m_showStages = actions.stages;
    m_showSession = actions.session;
    connect(m_showStages, &QAction::toggled, this, &MainWindow::fitColumns);
    connect(m_showSession, &QAction::toggled, this, &MainWindow::fitColumns);
    restoreLook();
}

void MainWindow::restoreLook()
{
    const QSettings &settings = m_services.settings;
    if (!restoreGeometry(settings.value(geometryKey()).toByteArray()))
        resize(defaultSize);
    m_columns->restoreState(settings.value(columnsKey()).toByteArray());
    m_showStages->setChecked(settings.value(stagesShownKey(), true).toBool());
    m_showSession->setChecked(settings.value(sessionShownKey(), true).toBool());
}

ConversationPage &MainWindow::appendSession()
{
    auto *page = new ConversationPage(m_services, m_pages);
    m_pages->addWidget(page);
    m_sidePanels->addWidget(new SidePanel(page->conversation(), m_services.clock, m_sidePanels));
    m_stageList->append(entry(*page));
    connect(page, &ConversationPage::localStageRequested, this, &MainWindow::startLocalStage);
    connect(page, &ConversationPage::forwardRequested, this, [this, page] { bringForward(*page); });
    connect(&page->conversation().session(), &ChatSession::stateChanged, page,
            [this, page] { refreshEntry(*page); });
    connect(&page->conversation().transcript(), &QAbstractItemModel::rowsInserted, page,
            [this, page] { countUnread(*page); });
    return *page;
}

void MainWindow::showSession(int row)
{
    if (row < 0 || row >= m_pages->count())
        return;
    m_pages->setCurrentIndex(row);
    m_sidePanels->setCurrentIndex(row);
    page(row).markRead();
    refreshEntry(page(row));
}

void MainWindow::bringForward(ConversationPage &page)
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
    m_stageList->setCurrent(m_pages->indexOf(&page));
}

void MainWindow::refreshEntry(ConversationPage &page)
{
    const StageList::Entry shown = entry(page);
    m_stageList->update(m_pages->indexOf(&page), shown);
    refreshStatus();
    if (&page == &currentPage())
        setWindowTitle(tr("%1 – Greenroom", "%1 names a stage").arg(shown.title));
}

void MainWindow::refreshStatus()
{
    int connected = 0;
    for (int row = 0; row < sessionCount(); ++row) {
        if (page(row).conversation().session().state() == ChatSession::State::Connected)
            ++connected;
    }
    const QUrl local = m_services.localStage.address();
    const QString sessions = tr("%n session(s) connected", nullptr, connected);
    m_status->setText(
        local.isEmpty() ? sessions
                        : tr("%1 · local stage at %2", "%1 counts sessions").arg(sessions, local.toString()));
}

void MainWindow::countUnread(ConversationPage &page)
{
    if (&page == &currentPage() && isActiveWindow())
        page.markRead();
    if (page.unread() > 0)
        QApplication::alert(this);
    refreshEntry(page);
}

StageList::Entry MainWindow::entry(ConversationPage &page) const
{
    ChatSession &session = page.conversation().session();
    const QUrl address = session.address();
    const QUrl shown = Redaction::withoutSecrets(address);
    const bool isLocal = !address.isEmpty() && address == m_services.localStage.address();
    const QString title = isLocal             ? tr("Local stage")
                          : address.isEmpty() ? tr("New session")
                                              : Words::stageTitle(shown);
    const auto ownId = page.conversation().ownId();
    const bool named = ownId && session.state() == ChatSession::State::Connected;
    return {title, shown.toString(), session.state(), named ? PersonName::fromId(*ownId) : QString(),
            page.unread()};
}

void MainWindow::connectToLocalStage(const QUrl &address)
{
    if (!std::exchange(m_awaitsLocalStage, false))
        return;
    if (!currentPage().isUnused()) {
        appendSession();
        m_stageList->setCurrent(sessionCount() - 1);
    }
    currentPage().connectTo(address);
}

void MainWindow::explainLocalStageFailure(const QString &message)
{
    if (std::exchange(m_awaitsLocalStage, false))
        currentPage().addressBar().showProblem(tr("The local stage could not start. %1").arg(message));
}

void MainWindow::fitColumns()
{
    m_stageList->setVisible(m_showStages->isChecked() && width() >= roomForStages);
    m_sidePanels->setVisible(m_showSession->isChecked() && width() >= roomForSession);
}

} // namespace Greenroom
