// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Services.h"

#include <QMainWindow>

QT_BEGIN_NAMESPACE
class QLabel;
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace Greenroom {

class ConversationPage;
class QuickSwitcher;
class SessionDeck;
class StageActs;
class StageList;
class StageListModel;

/// One window: the stages on the left, the conversation in the middle, session and people on the right.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Borrows `services`. Opens with one unused session.
    explicit MainWindow(Services &services, QWidget *parent = nullptr);

    int sessionCount() const;
    /// The conversation in sight.
    ConversationPage &currentPage();
    /// Opens a session for the stage behind the one in sight, and connects it as at the start.
    void connectOutOfSight(const QUrl &stage);

public Q_SLOTS:
    /// Opens another session and shows it; its address field holds the present one's address.
    void openSession();
    /// Ends the present session; a saved stage stays in the list. The last session makes room for an unused
    /// one.
    void closeSession();
    /// Starts the local stage if it does not run, and connects to it: here if this session is unused, else
    /// anew.
    void startLocalStage();
    /// Keeps the choice for the next starts. A local stage that runs is started anew for it, and its sessions
    /// here are connected again.
    void setLocalStageEncrypted(bool isEncrypted);
    /// Opens a search over all conversations.
    void searchEverywhere();
    /// Shows the line with this number of the conversation of this key: in the session that has it, else in
    /// one that is opened for it and not connected.
    void showLine(const QString &key, qint64 number);
    void showNextSession();
    void showPreviousSession();
    /// Opens the settings of the stage in the address field.
    void editStage();
    /// Each asks for a file.
    void exportAddresses();
    void importAddresses();
    /// Asks for a part of a stage's name and goes there.
    void goToStage();
    /// Brings the window before all others, out of an icon too.
    void bringForward();

Q_SIGNALS:
    void newWindowRequested();
    void demoRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void restoreLook();
    void refreshTitle();
    void connectToLocalStage(const QUrl &address);
    void explainLocalStageFailure(const QString &message);
    void refreshStatus();
    void fitColumns();

    Services &m_services;
    QSplitter *m_columns;
    QStackedWidget *m_pages;
    QStackedWidget *m_sidePanels;
    SessionDeck *m_deck;
    StageListModel *m_stages;
    StageList *m_stageList;
    StageActs *m_acts;
    QuickSwitcher *m_switcher;
    QLabel *m_status;
    QAction *m_showStages = nullptr;
    QAction *m_showSession = nullptr;
    bool m_awaitsLocalStage = false;
    /// This window has changed something of it, so it says what went wrong.
    bool m_tellsOfLocalStage = false;
};

} // namespace Greenroom
