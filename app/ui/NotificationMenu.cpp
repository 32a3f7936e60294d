// SPDX-License-Identifier: MIT
#include "ui/NotificationMenu.h"

#include "tell/Teller.h"
#include "ui/ConversationPage.h"
#include "ui/HighlightDialog.h"
#include "ui/MainWindow.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace Greenroom::NotificationMenu {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NotificationMenu)
};

QAction &addCheck(QMenu &menu, const QString &text, const char *name)
{
    QAction *action = menu.addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setCheckable(true);
    return *action;
}

void addMute(MainWindow &window, QMenu &menu, Teller &teller)
{
    QAction &mute = addCheck(menu, Tr::tr("&Mute notifications"), "muteNotifications");
    const auto stage = [&window] { return window.currentPage().conversation().session().address(); };
    QObject::connect(&menu, &QMenu::aboutToShow, &mute, [&mute, &teller, stage] {
        mute.setChecked(teller.mutedStages().isMuted(stage()));
        mute.setEnabled(!stage().isEmpty());
    });
    QObject::connect(&mute, &QAction::triggered, &teller,
                     [&teller, stage](bool muted) { teller.mutedStages().setMuted(stage(), muted); });
}

void addShowText(QMenu &menu, Teller &teller)
{
    QAction &show = addCheck(menu, Tr::tr("Show message &text in notifications"), "showNotificationText");
    QObject::connect(&menu, &QMenu::aboutToShow, &show,
                     [&show, &teller] { show.setChecked(teller.showsText()); });
    QObject::connect(&show, &QAction::triggered, &teller, &Teller::setShowsText);
}

void addHighlightWords(MainWindow &window, QMenu &menu, HighlightWords &words)
{
    QAction *action = menu.addAction(Tr::tr("&Highlight words…"), &window, [&window, &words] {
        auto *dialog = new HighlightDialog(words, &window);
        dialog->open();
    });
    action->setObjectName(QStringLiteral("editHighlightWords"));
}

} // namespace

void fill(MainWindow &window, const Services &services)
{
    auto *menu = window.menuBar()->findChild<QMenu *>(QStringLiteral("sessionMenu"));
    if (menu == nullptr || services.teller == nullptr)
        return;
    menu->addSeparator();
    addMute(window, *menu, *services.teller);
    addShowText(*menu, *services.teller);
    if (services.highlightWords != nullptr)
        addHighlightWords(window, *menu, *services.highlightWords);
}

} // namespace Greenroom::NotificationMenu
