// SPDX-License-Identifier: MIT
#include "ui/MainWindow.h"

#include "localstage/EncryptionChoice.h"
#include "localstage/LocalStage.h"
#include "ui/AddressBar.h"
#include "ui/AddressTransfer.h"
#include "ui/ConversationPage.h"
#include "ui/Icons.h"
#include "ui/Menus.h"
#include "ui/NotificationMenu.h"
#include "ui/QuickSwitcher.h"
#include "ui/SecretsMenu.h"
#include "ui/SessionDeck.h"
#include "ui/StageActs.h"
#include "ui/StageList.h"
#include "ui/StageListModel.h"
#include "ui/StageMenu.h"
#include "ui/StageView.h"

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
      m_pages(new QStackedWidget(this)),
      m_sidePanels(new QStackedWidget(this)),
      m_deck(new SessionDeck(services, *m_pages, *m_sidePanels, this)),
      m_stages(new StageListModel(services, *m_deck, this)),
      m_stageList(new StageList(*m_stages, *m_deck, this)),
      m_acts(new StageActs(services, *m_deck, *this)),
      m_switcher(new QuickSwitcher(services.clock, *this)),
      m_status(new QLabel(this))
{
    build();
    connect(m_stages, &StageListModel::rebuilt, this, &MainWindow::refreshTitle);
    connect(m_deck, &SessionDeck::shown, this, &MainWindow::refreshTitle);
    connect(m_deck, &SessionDeck::unreadGrew, this, [this] { QApplication::alert(this); });
    connect(m_deck, &SessionDeck::forwardRequested, this, &MainWindow::bringForward);
    connect(m_deck, &SessionDeck::localStageRequested, this, &MainWindow::startLocalStage);
    connect(m_deck, &SessionDeck::settingsRequested, this, &MainWindow::editStage);
    connect(m_stageList, &StageList::newSessionRequested, this, &MainWindow::openSession);
    connect(m_stageList, &StageList::localStageRequested, this, &MainWindow::startLocalStage);
    connect(&m_stageList->view(), &StageView::menuRequested, this,
            [this](const QModelIndex &index, QPoint at) {
                StageMenu::show(m_stageList->view(), *m_acts, index, at);
            });
    connect(&services.localStage, &LocalStage::started, this, &MainWindow::connectToLocalStage);
    connect(&services.localStage, &LocalStage::failed, this, &MainWindow::explainLocalStageFailure);
    connect(m_switcher, &QuickSwitcher::chosen, m_acts,
            [this](const StageEntry &entry) { m_acts->show(entry).focusComposer(); });
    refreshTitle();
    currentPage().addressBar().focusField();
}

int MainWindow::sessionCount() const
{
    return static_cast<int>(m_deck->pages().size());
}

ConversationPage &MainWindow::currentPage()
{
    return m_deck->current();
}

void MainWindow::connectOutOfSight(const QUrl &stage)
{
    m_deck->add().connectAtStart(stage);
}

void MainWindow::openSession()
{
    m_acts->openAnother(currentPage().addressBar().text());
}

void MainWindow::closeSession()
{
    m_deck->close(currentPage());
}

void MainWindow::startLocalStage()
{
    m_awaitsLocalStage = true;
    m_services.localStage.start();
}

void MainWindow::setLocalStageEncrypted(bool isEncrypted)
{
    EncryptionChoice::set(m_services.settings, isEncrypted);
    m_tellsOfLocalStage = true;
    m_services.localStage.setEncrypted(isEncrypted);
}

void MainWindow::showNextSession()
{
    m_stageList->step(1);
}

void MainWindow::showPreviousSession()
{
    m_stageList->step(-1);
}

void MainWindow::searchEverywhere()
{
    m_acts->searchEverywhere();
}

void MainWindow::showLine(const QString &key, qint64 number)
{
    m_acts->showLine(key, number);
}

void MainWindow::editStage()
{
    m_acts->editCurrent();
}

void MainWindow::exportAddresses()
{
    m_acts->addresses().askToExport();
}

void MainWindow::importAddresses()
{
    m_acts->addresses().askToImport();
}

void MainWindow::goToStage()
{
    m_switcher->open(m_stages->entriesByUse());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    // What came while the window was in the background is read now.
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_deck->markRead();
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
    const Menus::ColumnActions actions = Menus::fill(*this, m_services);
    NotificationMenu::fill(*this, m_services);
    SecretsMenu::fill(*this, m_services);
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

void MainWindow::bringForward()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::refreshTitle()
{
    const QString title = m_stages->titleOf(currentPage());
    setWindowTitle(tr("%1 – Greenroom", "%1 names a stage").arg(title));
    refreshStatus();
}

void MainWindow::refreshStatus()
{
    int connected = 0;
    const QList<ConversationPage *> pages = m_deck->pages();
    for (ConversationPage *page : pages) {
        if (page->conversation().session().state() == ChatSession::State::Connected)
            ++connected;
    }
    const QUrl local = m_services.localStage.address();
    const QString sessions = tr("%n session(s) connected", nullptr, connected);
    m_status->setText(
        local.isEmpty() ? sessions
                        : tr("%1 · local stage at %2", "%1 counts sessions").arg(sessions, local.toString()));
}

void MainWindow::connectToLocalStage(const QUrl &address)
{
    m_tellsOfLocalStage = false;
    if (!std::exchange(m_awaitsLocalStage, false))
        return;
    if (!currentPage().isUnused())
        m_deck->show(m_deck->add());
    currentPage().connectTo(address);
}

void MainWindow::explainLocalStageFailure(const QString &message)
{
    const bool isAwaited = std::exchange(m_awaitsLocalStage, false);
    if (std::exchange(m_tellsOfLocalStage, false) || isAwaited)
        currentPage().addressBar().showProblem(tr("The local stage could not start. %1").arg(message));
}

void MainWindow::fitColumns()
{
    m_stageList->setVisible(m_showStages->isChecked() && width() >= roomForStages);
    m_sidePanels->setVisible(m_showSession->isChecked() && width() >= roomForSession);
}

} // namespace Greenroom
