// SPDX-License-Identifier: MIT
#include "ui/StageView.h"

#include "ui/StageDelegate.h"
#include "ui/StageListModel.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

namespace Greenroom {

namespace {

constexpr int rowSpacing = 2;

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

StageView::StageView(StageListModel &model, QWidget *parent) : QListView(parent), m_model(model)
{
    setObjectName(QStringLiteral("stages"));
    setAccessibleName(tr("Stages"));
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setItemDelegate(new StageDelegate(this));
    setMouseTracking(true);
    setSpacing(rowSpacing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(EditKeyPressed);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setModel(&model);
    connect(this, &QListView::clicked, this, &StageView::toggleClicked);
}

void StageView::keyPressEvent(QKeyEvent *event)
{
    if (takeMove(*event) || takeFold(*event))
        return;
    if (isEnter(event->key()) && state() != EditingState)
        Q_EMIT writingRequested();
    else
        QListView::keyPressEvent(event);
}

void StageView::mouseMoveEvent(QMouseEvent *event)
{
    // Whoever draws the mouse over the list does not want to open everything that it meets.
    const bool canBeDragged = currentIndex().flags().testFlag(Qt::ItemIsDragEnabled);
    if (event->buttons() == Qt::NoButton || canBeDragged)
        QListView::mouseMoveEvent(event);
}

void StageView::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    const bool comesBack =
        event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason;
    if (!comesBack && state() != EditingState)
        Q_EMIT left();
}

void StageView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (index.isValid())
        Q_EMIT menuRequested(index, byKey ? viewport()->mapToGlobal(visualRect(index).center())
                                          : event->globalPos());
}

void StageView::dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    QListView::dataChanged(first, last, roles);
    // A row grows with its first line; all others keep their height.
    for (int row = first.row(); row <= last.row(); ++row) {
        const QModelIndex index = m_model.index(row);
        if (sizeHintForIndex(index).height() != rectForIndex(index).height())
            scheduleDelayedItemsLayout();
    }
}

bool StageView::takeMove(const QKeyEvent &event)
{
    const bool isUp = event.key() == Qt::Key_Up;
    const bool isMove = event.modifiers() == Qt::AltModifier && (isUp || event.key() == Qt::Key_Down);
    if (isMove && currentIndex().isValid())
        m_model.move(currentIndex(), isUp ? SavedStages::Direction::Up : SavedStages::Direction::Down);
    return isMove;
}

bool StageView::takeFold(const QKeyEvent &event)
{
    const QModelIndex index = currentIndex();
    if (!m_model.isHeader(index) || event.modifiers() != Qt::NoModifier)
        return false;
    const bool isFolded = index.data(StageEntry::FoldedRole).toBool();
    const int inward = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int outward = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    const bool isToggle =
        isEnter(event.key()) || event.key() == Qt::Key_Space || event.key() == (isFolded ? inward : outward);
    if (isToggle)
        m_model.toggle(index);
    return isToggle;
}

void StageView::toggleClicked(const QModelIndex &index)
{
    if (!m_model.isHeader(index))
        return;
    m_model.toggle(index);
    Q_EMIT left();
}

} // namespace Greenroom
