// SPDX-License-Identifier: MIT
#include "ui/Menus.h"

#include "compose/SendKey.h"
#include "transcript/ShownTimes.h"
#include "ui/AddressBar.h"
#include "ui/ConversationPage.h"
#include "ui/ExportBar.h"
#include "ui/LocalStageMenu.h"
#include "ui/MainWindow.h"
#include "ui/PageSignIn.h"
#include "ui/Services.h"
#include "ui/TranscriptPane.h"

#include <QAction>
#include <QApplication>
#include <QMenuBar>
#include <QMessageBox>

namespace Greenroom::Menus {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Menus)
};

void about(MainWindow &window)
{
    QMessageBox::about(
        &window, Tr::tr("About Greenroom"),
        Tr::tr("Greenroom %1\n\nDesktop chat for serverless WebSocket backends, with the backend "
               "in the box.\n\nFree software under the MIT licence.")
            .arg(QApplication::applicationVersion()));
}

void fillFile(MainWindow &window, QMenu &menu, const Services &services)
{
    menu.addAction(Tr::tr("&New session"), QKeySequence::AddTab, &window, &MainWindow::openSession);
    menu.addAction(Tr::tr("New &window"), QKeySequence::New, &window, &MainWindow::newWindowRequested);
    menu.addSeparator();
    menu.addAction(Tr::tr("Start &local stage"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), &window,
                   &MainWindow::startLocalStage);
    LocalStageMenu::fill(window, menu, services);
    menu.addAction(Tr::tr("Play a &demo: two people talking"), &window, &MainWindow::demoRequested);
    menu.addSeparator();
    menu.addAction(Tr::tr("&Export…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), &window,
                   [&window] { window.currentPage().exportBar().exportAll(); });
    const auto addTransfer = [&](const QString &text, const char *name, void (MainWindow::*act)()) {
        menu.addAction(text, &window, act)->setObjectName(QLatin1String(name));
    };
    addTransfer(Tr::tr("E&xport addresses…"), "askToExportAddresses", &MainWindow::exportAddresses);
    addTransfer(Tr::tr("&Import addresses…"), "askToImportAddresses", &MainWindow::importAddresses);
    menu.addSeparator();
    menu.addAction(Tr::tr("&Close session"), QKeySequence::Close, &window, &MainWindow::closeSession);
    menu.addAction(Tr::tr("&Quit"), QKeySequence::Quit, qApp, &QApplication::closeAllWindows);
}

void fillSession(MainWindow &window, QMenu &menu)
{
    menu.addAction(Tr::tr("&Connect or disconnect"), QKeySequence(Qt::CTRL | Qt::Key_D), &window,
                   [&window] { window.currentPage().addressBar().trigger(); });
    menu.addAction(Tr::tr("Go to the &address"), QKeySequence(Qt::CTRL | Qt::Key_L), &window,
                   [&window] { window.currentPage().addressBar().focusField(); });
    QAction *settings =
        menu.addAction(Tr::tr("Stage &settings…"), QKeySequence(Qt::Key_F4), &window, &MainWindow::editStage);
    settings->setObjectName(QStringLiteral("editCurrentStage"));
    QAction *signIn = menu.addAction(Tr::tr("Sign &in…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I),
                                     &window, [&window] { window.currentPage().signIn().open(); });
    signIn->setObjectName(QStringLiteral("openSignIn"));
    menu.addSeparator();
    QAction *goTo = menu.addAction(Tr::tr("&Go to a stage…"), QKeySequence(Qt::CTRL | Qt::Key_K), &window,
                                   &MainWindow::goToStage);
    goTo->setObjectName(QStringLiteral("goToStage"));
    menu.addAction(Tr::tr("&Next session"), QKeySequence(Qt::CTRL | Qt::Key_PageDown), &window,
                   &MainWindow::showNextSession);
    menu.addAction(Tr::tr("&Previous session"), QKeySequence(Qt::CTRL | Qt::Key_PageUp), &window,
                   &MainWindow::showPreviousSession);
}

void fillConversation(MainWindow &window, QMenu &menu)
{
    const auto add = [&](const QString &text, const QKeySequence &key, void (TranscriptPane::*act)()) {
        menu.addAction(text, key, &window,
                       [&window, act] { (window.currentPage().transcriptPane().*act)(); });
    };
    add(Tr::tr("&Find in the conversation"), QKeySequence::Find, &TranscriptPane::find);
    menu.addAction(Tr::tr("Search &all conversations"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
                   &window, &MainWindow::searchEverywhere);
    add(Tr::tr("Find ne&xt"), Qt::Key_F3, &TranscriptPane::findNext);
    add(Tr::tr("Find pre&vious"), Qt::SHIFT | Qt::Key_F3, &TranscriptPane::findPrevious);
    menu.addSeparator();
    add(Tr::tr("&Larger text"), QKeySequence::ZoomIn, &TranscriptPane::zoomIn);
    add(Tr::tr("S&maller text"), QKeySequence::ZoomOut, &TranscriptPane::zoomOut);
    add(Tr::tr("&Normal text size"), Qt::CTRL | Qt::Key_0, &TranscriptPane::resetZoom);
    menu.addSeparator();
}

void fillMessage(MainWindow &window, QMenu &menu)
{
    const auto conversation = [&window]() -> Conversation & { return window.currentPage().conversation(); };
    QAction *again = menu.addAction(
        Tr::tr("&Send the last failed message again"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
        &window, [conversation] { conversation().retry(conversation().ownLines().lastFailed()); });
    QAction *edit = menu.addAction(
        Tr::tr("&Edit the last failed message"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), &window,
        [conversation] { conversation().edit(conversation().ownLines().lastFailed()); });
    again->setObjectName(QStringLiteral("sendAgain"));
    edit->setObjectName(QStringLiteral("editFailed"));
}

QAction *addColumnAction(QMenu &menu, const QString &text, const QString &name, Qt::Key key)
{
    QAction *action = menu.addAction(text, QKeySequence(key));
    action->setObjectName(name);
    action->setCheckable(true);
    action->setChecked(true);
    return action;
}

/// An action that is on and off as `isOn` says, and tells `set`.
QAction *addToggle(QMenu &menu, const QString &text, const char *name, const std::function<bool()> &isOn,
                   const std::function<void(bool)> &set)
{
    QAction *action = menu.addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setCheckable(true);
    action->setChecked(isOn());
    QObject::connect(action, &QAction::toggled, action, set);
    return action;
}

void addSendKeyAction(SendKey &sendKey, QMenu &menu)
{
    using Way = SendKey::Way;
    const auto isOn = [&sendKey] { return sendKey.way() == Way::EnterSends; };
    QAction *action = addToggle(
        menu, Tr::tr("E&nter sends, Shift+Enter breaks the line"), "enterSends", isOn,
        [&sendKey](bool enterSends) { sendKey.setWay(enterSends ? Way::EnterSends : Way::EnterBreaks); });
    QObject::connect(&sendKey, &SendKey::changed, action, [action, isOn] { action->setChecked(isOn()); });
}

void addUtcAction(ShownTimes &times, QMenu &menu)
{
    const auto isOn = [&times] { return times.zone() == Qt::UTC; };
    QAction *action = addToggle(menu, Tr::tr("Times in &UTC"), "timesInUtc", isOn,
                                [&times](bool utc) { times.setZone(utc ? Qt::UTC : Qt::LocalTime); });
    QObject::connect(&times, &ShownTimes::changed, action, [action, isOn] { action->setChecked(isOn()); });
}

} // namespace

ColumnActions fill(MainWindow &window, Services &services)
{
    QMenuBar &bar = *window.menuBar();
    fillFile(window, *bar.addMenu(Tr::tr("&File")), services);
    QMenu &session = *bar.addMenu(Tr::tr("&Session"));
    session.setObjectName(QStringLiteral("sessionMenu"));
    fillSession(window, session);
    QMenu &message = *bar.addMenu(Tr::tr("&Message"));
    fillMessage(window, message);
    message.addSeparator();
    addSendKeyAction(services.sendKey, message);
    QMenu &view = *bar.addMenu(Tr::tr("&View"));
    fillConversation(window, view);
    addUtcAction(services.shownTimes, view);
    const ColumnActions columns{
        addColumnAction(view, Tr::tr("&Stages"), QStringLiteral("showStages"), Qt::Key_F8),
        addColumnAction(view, Tr::tr("Session and &people"), QStringLiteral("showSession"), Qt::Key_F9)};
    QMenu &help = *bar.addMenu(Tr::tr("&Help"));
    help.addAction(Tr::tr("&About Greenroom"), &window, [&window] { about(window); });
    return columns;
}

} // namespace Greenroom::Menus
