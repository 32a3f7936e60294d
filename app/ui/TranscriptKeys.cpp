// SPDX-License-Identifier: MIT
#include "ui/TranscriptKeys.h"

#include "ui/TranscriptView.h"

#include <QFocusEvent>
#include <QScrollBar>

namespace Greenroom {

TranscriptKeys::TranscriptKeys(TranscriptView &view) : QObject(&view), m_view(view)
{
    view.installEventFilter(this);
}

bool TranscriptKeys::showsFocus() const
{
    return m_isUsed && m_view.hasFocus();
}

bool TranscriptKeys::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (handle(*static_cast<QKeyEvent *>(event)))
            return true;
        break;
    case QEvent::FocusIn:
        takeFocus(static_cast<QFocusEvent *>(event)->reason());
        break;
    case QEvent::FocusOut:
        m_view.viewport()->update();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void TranscriptKeys::takeFocus(Qt::FocusReason reason)
{
    const bool byTab = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason;
    // Coming back from another window changes nothing.
    if (byTab || reason == Qt::MouseFocusReason)
        m_isUsed = byTab;
    if (byTab && m_view.transcript().rowCount() > 0)
        m_view.textCursor().setRow(startRow());
    m_view.viewport()->update();
}

bool TranscriptKeys::handle(const QKeyEvent &event)
{
    if (command(event))
        return true;
    if (m_view.transcript().rowCount() == 0)
        return false;
    const bool went = goByKey(event);
    m_isUsed = m_isUsed || went;
    return went;
}

bool TranscriptKeys::command(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Copy))
        m_view.textCursor().copy();
    else if (event.matches(QKeySequence::SelectAll))
        m_view.textCursor().selectAll();
    else if (event.key() == Qt::Key_Escape && !m_view.textCursor().selection().isEmpty())
        m_view.textCursor().clearSelection();
    else
        return false;
    return true;
}

bool TranscriptKeys::goByKey(const QKeyEvent &event)
{
    const int last = m_view.transcript().rowCount() - 1;
    const int row = startRow();
    const bool isFirst = m_view.textCursor().row() < 0;
    switch (event.key()) {
    case Qt::Key_Up:
        if (!scrollWithin(row, -1))
            goTo(isFirst ? row : row - 1, event.modifiers());
        return true;
    case Qt::Key_Down:
        if (!scrollWithin(row, 1))
            goTo(isFirst ? row : row + 1, event.modifiers());
        return true;
    case Qt::Key_Home:
        goTo(0, event.modifiers());
        return true;
    case Qt::Key_End:
        goTo(last, event.modifiers());
        m_view.scrollToEnd();
        return true;
    case Qt::Key_PageUp:
        goTo(rowAPageAway(-1), event.modifiers());
        return true;
    case Qt::Key_PageDown:
        goTo(rowAPageAway(1), event.modifiers());
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!event.modifiers().testFlag(Qt::ShiftModifier))
            return false;
        extendSideways(event.key(), event.modifiers().testFlag(Qt::ControlModifier)
                                        ? RowText::Step::Word
                                        : RowText::Step::Character);
        return true;
    default:
        return false;
    }
}

void TranscriptKeys::goTo(int row, Qt::KeyboardModifiers modifiers)
{
    const int from = startRow();
    const int to = std::clamp(row, 0, m_view.transcript().rowCount() - 1);
    if (modifiers.testFlag(Qt::ShiftModifier))
        selectRows(m_view.textCursor().selection().isEmpty() ? from
                                                             : m_view.textCursor().selection().anchor().row,
                   to);
    m_view.textCursor().setRow(to);
    m_view.showRow(to);
}

/// Whole lines, the first as well as the last.
void TranscriptKeys::selectRows(int anchor, int cursor)
{
    const bool upwards = cursor < anchor;
    m_view.textCursor().select({anchor, upwards ? lengthOf(anchor) : 0},
                               {cursor, upwards ? 0 : lengthOf(cursor)});
}

void TranscriptKeys::extendSideways(int key, RowText::Step step)
{
    const bool fresh = m_view.textCursor().selection().isEmpty();
    const TextPlace anchor = fresh ? TextPlace{startRow(), 0} : m_view.textCursor().selection().anchor();
    TextPlace cursor = fresh ? anchor : m_view.textCursor().selection().cursor();
    const RowText &text = m_view.laidOut(cursor.row).text();
    cursor.position = key == Qt::Key_Right ? text.positionAfter(cursor.position, step)
                                           : text.positionBefore(cursor.position, step);
    cursor.position = std::min(cursor.position, lengthOf(cursor.row));
    m_view.textCursor().setRow(cursor.row);
    m_view.textCursor().select(anchor, cursor);
}

/// A line higher than the window is read through before one goes on to the next; false if there is no more of
/// it in this direction.
bool TranscriptKeys::scrollWithin(int row, int direction)
{
    const int sight = m_view.viewport()->height();
    const QRect rect = m_view.rowRect(row);
    const bool goesOn =
        direction > 0 ? rect.bottom() >= sight && rect.top() < sight : rect.top() < 0 && rect.bottom() >= 0;
    if (rect.height() <= sight || !goesOn)
        return false;
    m_view.scrollBy(direction * m_view.verticalScrollBar()->singleStep());
    return true;
}

int TranscriptKeys::rowAPageAway(int direction)
{
    const int y = std::clamp(m_view.rowRect(startRow()).center().y(), 0, m_view.viewport()->height() - 1);
    const int before = m_view.verticalScrollBar()->value();
    m_view.scrollBy(direction * (m_view.viewport()->height() - m_view.verticalScrollBar()->singleStep()));
    const bool hasMoved = m_view.verticalScrollBar()->value() != before;
    const int end = direction > 0 ? m_view.transcript().rowCount() - 1 : 0;
    const int row = m_view.rowAt(QPoint(0, y));
    return row < 0 || !hasMoved ? end : row;
}

int TranscriptKeys::lengthOf(int row) const
{
    return m_view.laidOut(row).textLength();
}

/// Where the keyboard is, or comes in: at the last line.
int TranscriptKeys::startRow() const
{
    const int last = m_view.transcript().rowCount() - 1;
    return m_view.textCursor().row() < 0 ? last : std::min(m_view.textCursor().row(), last);
}

} // namespace Greenroom
