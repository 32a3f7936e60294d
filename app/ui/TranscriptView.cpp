// SPDX-License-Identifier: MIT
#include "ui/TranscriptView.h"

#include "transcript/LineText.h"
#include "ui/TranscriptDelegate.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>

namespace Greenroom {

namespace {

constexpr int edge = 8;

} // namespace

TranscriptView::TranscriptView(TranscriptModel &transcript, QWidget *parent)
    : QListView(parent), m_transcript(transcript)
{
    setObjectName(QStringLiteral("transcript"));
    setAccessibleName(tr("Transcript"));
    setFrameShape(QFrame::NoFrame);
    setViewportMargins(0, edge, 0, edge);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setResizeMode(QListView::Adjust);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setItemDelegate(new TranscriptDelegate(transcript, this));
    setModel(&transcript);
    connect(&transcript, &QAbstractItemModel::rowsAboutToBeInserted, this, &TranscriptView::noteWhetherAtEnd);
    // Queued: the view has laid its new rows out only by then.
    connect(&transcript, &QAbstractItemModel::rowsInserted, this, &TranscriptView::followEnd,
            Qt::QueuedConnection);
}

void TranscriptView::copySelection()
{
    QModelIndexList selected = selectionModel()->selectedIndexes();
    std::sort(selected.begin(), selected.end());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(selected))
        lines << LineText::withTimeAndName(m_transcript, index.row());
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    noteWhetherAtEnd();
    QListView::resizeEvent(event);
    followEnd();
}

void TranscriptView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        QListView::keyPressEvent(event);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu;
    QAction *copy = menu.addAction(tr("&Copy"), QKeySequence::Copy, this, &TranscriptView::copySelection);
    copy->setEnabled(selectionModel()->hasSelection());
    menu.addAction(tr("Select &all"), QKeySequence::SelectAll, this, &QAbstractItemView::selectAll);
    menu.exec(event->globalPos());
}

void TranscriptView::noteWhetherAtEnd()
{
    m_atEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
}

void TranscriptView::followEnd()
{
    if (m_atEnd)
        scrollToBottom();
}

} // namespace Greenroom
