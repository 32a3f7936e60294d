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

TranscriptView::TranscriptView(TranscriptModel &transcript, QWidget *parent)
    : QListView(parent), m_transcript(transcript)
{
    setObjectName(QStringLiteral("transcript"));
    setAccessibleName(tr("Transcript"));
    setFrameShape(QFrame::NoFrame);
    setResizeMode(QListView::Adjust);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setItemDelegate(new TranscriptDelegate(transcript, this));
    setModel(&transcript);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TranscriptView::noteWhetherAtEnd);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &TranscriptView::followEnd);
}

void TranscriptView::copySelection()
{
    putOnClipboard([this](int row) { return LineText::withTimeAndName(m_transcript, row); });
}

void TranscriptView::copyText()
{
    putOnClipboard([this](int row) { return LineText::shown(m_transcript.message(row)); });
}

void TranscriptView::putOnClipboard(const std::function<QString(int)> &lineOf)
{
    QModelIndexList selected = selectionModel()->selectedIndexes();
    std::sort(selected.begin(), selected.end());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(selected))
        lines << lineOf(index.row());
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void TranscriptView::scrollToEnd()
{
    m_atEnd = true;
    followEnd();
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    // QListView lays its rows out anew only where the height has changed; ours depend on the width.
    scheduleDelayedItemsLayout();
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
    else if (event->key() == Qt::Key_Escape)
        clearSelection();
    else
        QListView::keyPressEvent(event);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu;
    QAction *copy = menu.addAction(tr("&Copy"), QKeySequence::Copy, this, &TranscriptView::copySelection);
    QAction *copyText = menu.addAction(tr("Copy &text only"), this, &TranscriptView::copyText);
    for (QAction *action : {copy, copyText})
        action->setEnabled(selectionModel()->hasSelection());
    menu.addAction(tr("Select &all"), QKeySequence::SelectAll, this, &QAbstractItemView::selectAll);
    menu.exec(event->globalPos());
}

void TranscriptView::noteWhetherAtEnd(int position)
{
    m_atEnd = position == verticalScrollBar()->maximum();
}

/// The range changes whenever rows come or are laid out anew, whatever for: the one place to follow from.
void TranscriptView::followEnd()
{
    if (m_atEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

} // namespace Greenroom
