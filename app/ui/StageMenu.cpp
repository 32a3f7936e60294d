// SPDX-License-Identifier: MIT
#include "ui/StageMenu.h"

#include "tell/Teller.h"
#include "ui/StageActs.h"
#include "ui/StageListModel.h"
#include "ui/StageView.h"

#include <QCoreApplication>
#include <QMenu>

namespace Greenroom::StageMenu {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(StageMenu)
};

bool isUnderWay(ChatSession::State state)
{
    return state != ChatSession::State::Disconnected && state != ChatSession::State::Failed;
}

template <class Act>
QAction &add(QMenu &menu, StageActs &acts, const QString &text, const char *name, Act act)
{
    QAction *action = menu.addAction(text);
    action->setObjectName(QLatin1String(name));
    QObject::connect(action, &QAction::triggered, &acts, act);
    return *action;
}

/// In a menu an ampersand marks the key of a letter.
QString unmarked(QString name)
{
    return name.replace(QLatin1Char('&'), QLatin1String("&&"));
}

void addGroups(QMenu &menu, StageActs &acts, const StageEntry &entry)
{
    QMenu &groups = *menu.addMenu(Tr::tr("&Move to group"));
    groups.setObjectName(QStringLiteral("moveToGroup"));
    const QString present = StageSection::group(entry.section);
    const auto addGroup = [&](const QString &text, const QString &group, const char *name) {
        QAction &action =
            add(groups, acts, text, name, [&acts, entry, group] { acts.moveToGroup(entry, group); });
        action.setCheckable(true);
        action.setChecked(group == present);
    };
    addGroup(Tr::tr("N&one"), {}, "noGroup");
    const QStringList names = acts.services().savedStages.groups();
    for (const QString &name : names)
        addGroup(unmarked(name), name, "group");
    groups.addSeparator();
    add(groups, acts, Tr::tr("&New group…"), "newGroupOfStage",
        [&acts, entry] { acts.moveToNewGroup(entry); });
}

void addRename(QMenu &menu, StageView &view, StageActs &acts, const QModelIndex &index)
{
    QAction &rename = add(menu, acts, Tr::tr("&Rename"), "renameStage",
                          [&view, at = QPersistentModelIndex(index)] { view.edit(at); });
    rename.setShortcut(Qt::Key_F2);
    rename.setEnabled(index.flags().testFlag(Qt::ItemIsEditable));
}

void addMoves(QMenu &menu, StageView &view, StageActs &acts, const QModelIndex &index)
{
    const auto addMove = [&](const QString &text, Qt::Key key, const char *name,
                             SavedStages::Direction direction) {
        QAction &move = add(menu, acts, text, name, [&view, at = QPersistentModelIndex(index), direction] {
            view.stages().move(at, direction);
        });
        move.setShortcut(QKeySequence(Qt::ALT | key));
        move.setEnabled(index.flags().testFlag(Qt::ItemIsEditable));
    };
    addMove(Tr::tr("Move &up"), Qt::Key_Up, "moveUp", SavedStages::Direction::Up);
    addMove(Tr::tr("Move &down"), Qt::Key_Down, "moveDown", SavedStages::Direction::Down);
}

void addMute(QMenu &menu, StageActs &acts, const StageEntry &entry)
{
    Teller *teller = acts.services().teller;
    if (teller == nullptr || entry.stage.isEmpty())
        return;
    MutedStages &muted = teller->mutedStages();
    const bool isMuted = muted.isMuted(entry.stage);
    QAction &mute = add(menu, acts, Tr::tr("&Mute notifications"), "muteStage",
                        [&muted, stage = entry.stage, isMuted] { muted.setMuted(stage, !isMuted); });
    mute.setCheckable(true);
    mute.setChecked(isMuted);
    menu.addSeparator();
}

void fillForHeader(QMenu &menu, StageView &view, StageActs &acts, const QModelIndex &index)
{
    const bool isFolded = index.data(StageEntry::FoldedRole).toBool();
    add(menu, acts, isFolded ? Tr::tr("&Show its stages") : Tr::tr("&Hide its stages"), "fold",
        [&view, at = QPersistentModelIndex(index)] { view.stages().toggle(at); });
    menu.addSeparator();
    addRename(menu, view, acts, index);
    addMoves(menu, view, acts, index);
}

void fillForStage(QMenu &menu, StageView &view, StageActs &acts, const QModelIndex &index)
{
    const StageEntry entry = view.stages().entry(index);
    add(menu, acts, isUnderWay(entry.state) ? Tr::tr("Dis&connect") : Tr::tr("&Connect"), "connectStage",
        [&acts, entry] { acts.connectOrDisconnect(entry); });
    add(menu, acts, Tr::tr("S&ign in…"), "signInToStage", [&acts, entry] {
        acts.signIn(entry);
    }).setEnabled(!entry.stage.isEmpty());
    add(menu, acts, Tr::tr("Open &another session"), "anotherSession", [&acts, entry] {
        acts.openAnother(entry.stage.toString());
    }).setEnabled(!entry.stage.isEmpty());
    add(menu, acts, Tr::tr("C&lose session"), "closeSession", [&acts, entry] {
        acts.close(entry);
    }).setEnabled(entry.page != nullptr);
    menu.addSeparator();
    addRename(menu, view, acts, index);
    addMoves(menu, view, acts, index);
    addGroups(menu, acts, entry);
    menu.findChild<QMenu *>(QStringLiteral("moveToGroup"))->setEnabled(entry.isSaved);
    menu.addSeparator();
    addMute(menu, acts, entry);
    QAction &settings =
        add(menu, acts, Tr::tr("&Settings…"), "editStage", [&acts, entry] { acts.edit(entry.stage); });
    settings.setShortcut(Qt::Key_F4);
    settings.setEnabled(entry.isSaved);
    add(menu, acts, Tr::tr("&Forget stage…"), "askToForget", [&acts, entry] {
        acts.askToForget(entry);
    }).setEnabled(entry.isSaved);
}

} // namespace

void show(StageView &view, StageActs &acts, const QModelIndex &index, QPoint at)
{
    auto *menu = new QMenu(&view);
    menu->setObjectName(QStringLiteral("stageMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (view.stages().isHeader(index))
        fillForHeader(*menu, view, acts, index);
    else
        fillForStage(*menu, view, acts, index);
    menu->popup(at);
}

} // namespace Greenroom::StageMenu
