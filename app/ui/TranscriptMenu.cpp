// SPDX-License-Identifier: MIT
#include "ui/TranscriptMenu.h"

#include "transcript/LineText.h"
#include "ui/TranscriptView.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

namespace Greenroom::TranscriptMenu {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(TranscriptMenu)
};

QAction &add(QMenu &menu, const QString &text, const char *name)
{
    QAction *action = menu.addAction(text);
    action->setObjectName(QLatin1String(name));
    return *action;
}

/// Adds an action that puts `copied` on the clipboard; there is nothing to do for it if that is empty.
void addCopy(QMenu &menu, const QString &text, const char *name, const QString &copied)
{
    QAction &action = add(menu, text, name);
    action.setEnabled(!copied.isEmpty());
    QObject::connect(&action, &QAction::triggered, &menu,
                     [copied] { QGuiApplication::clipboard()->setText(copied); });
}

void addLink(QMenu &menu, TranscriptView &view, const Link &link)
{
    QAction &open = add(menu, Tr::tr("&Open link…"), "openLink");
    QObject::connect(&open, &QAction::triggered, &view,
                     [&view, url = link.url] { Q_EMIT view.linkActivated(url); });
    addCopy(menu, Tr::tr("Copy &link"), "copyLink", link.url.toString(QUrl::FullyEncoded));
    menu.addSeparator();
}

/// For a line of our own that has not arrived.
void addSendingAgain(QMenu &menu, TranscriptView &view, int row, Delivery delivery)
{
    if (delivery != Delivery::Failed && delivery != Delivery::Waiting)
        return;
    // By its own number, since others may come and go while the menu is open.
    const quint64 line = view.transcript().message(row).ownLine;
    if (delivery == Delivery::Failed)
        QObject::connect(&add(menu, Tr::tr("&Send again"), "retryLine"), &QAction::triggered, &view,
                         [&view, line] { Q_EMIT view.retryRequested(view.transcript().rowOfOwnLine(line)); });
    QObject::connect(&add(menu, Tr::tr("&Edit"), "editLine"), &QAction::triggered, &view,
                     [&view, line] { Q_EMIT view.editRequested(view.transcript().rowOfOwnLine(line)); });
    menu.addSeparator();
}

} // namespace

void show(TranscriptView &view, const QContextMenuEvent &event)
{
    const bool byKey = event.reason() == QContextMenuEvent::Keyboard;
    const int row = byKey ? view.textCursor().row() : view.rowAt(event.pos());
    auto *menu = new QMenu(&view);
    menu->setObjectName(QStringLiteral("transcriptMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto link = byKey ? std::nullopt : view.linkAt(event.pos());
    if (link)
        addLink(*menu, view, *link);
    const Message message = row < 0 ? Message() : view.transcript().message(row);
    addSendingAgain(*menu, view, row, message.delivery);
    QAction &copy = add(*menu, Tr::tr("&Copy"), "copy");
    copy.setShortcut(QKeySequence::Copy);
    copy.setEnabled(!view.textCursor().selection().isEmpty());
    QObject::connect(&copy, &QAction::triggered, &view.textCursor(), &TranscriptCursor::copy);
    addCopy(*menu, Tr::tr("Copy &message"), "copyMessage", row < 0 ? QString() : LineText::shown(message));
    addCopy(*menu, Tr::tr("Copy raw &frame"), "copyFrame",
            row < 0 ? QString() : view.transcript().rawFrame(row));
    QAction &exportIt = add(*menu, Tr::tr("&Export selection…"), "exportSelection");
    exportIt.setEnabled(!view.textCursor().selection().isEmpty());
    QObject::connect(&exportIt, &QAction::triggered, &view,
                     [&view] { Q_EMIT view.exportRequested(view.textCursor().selection()); });
    menu->addSeparator();
    QAction &all = add(*menu, Tr::tr("Select &all"), "selectAll");
    all.setShortcut(QKeySequence::SelectAll);
    QObject::connect(&all, &QAction::triggered, &view.textCursor(), &TranscriptCursor::selectAll);
    const QPoint below = row < 0 ? QPoint() : view.rowRect(row).center();
    menu->popup(byKey ? view.viewport()->mapToGlobal(below) : event.globalPos());
}

} // namespace Greenroom::TranscriptMenu
