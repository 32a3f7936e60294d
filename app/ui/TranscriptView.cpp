// SPDX-License-Identifier: MIT
#include "ui/TranscriptView.h"

#include "transcript/LineText.h"
#include "ui/NewLinesPill.h"
#include "ui/TranscriptAccessible.h"
#include "ui/TranscriptKeys.h"
#include "ui/TranscriptPointer.h"

#include <QCoreApplication>
#include <QPainter>
#include <QScrollBar>

namespace Greenroom {

TranscriptView::TranscriptView(TranscriptModel &transcript, QWidget *parent)
    : QAbstractScrollArea(parent),
      m_transcript(transcript),
      m_layout(transcript),
      m_cursor(transcript),
      m_keys(new TranscriptKeys(*this)),
      m_pill(new NewLinesPill(viewport()))
{
    TranscriptAccessible::install();
    setObjectName(QStringLiteral("transcript"));
    setAccessibleName(tr("Transcript"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    connect(m_pill, &QAbstractButton::clicked, this, &TranscriptView::scrollToEnd);
    new TranscriptPointer(*this);
    const auto repaint = [this] { viewport()->update(); };
    connect(&m_cursor, &TranscriptCursor::selectionChanged, this, repaint);
    connect(&m_cursor, &TranscriptCursor::rowChanged, this, &TranscriptView::announceCurrentRow);
    watchModel();
    adoptLook();
    arrangeLater();
}

TranscriptView::~TranscriptView()
{
    // QWidget's destructor takes the focus away, of which nobody is to hear who knows us as more than that.
    removeEventFilter(m_keys);
}

void TranscriptView::watchModel()
{
    using Model = QAbstractItemModel;
    const auto inserted = [this](const QModelIndex &, int first, int last) { noteInserted(first, last); };
    const auto removed = [this](const QModelIndex &, int first, int last) { noteRemoved(first, last); };
    const auto changed = [this](const QModelIndex &first, const QModelIndex &last) {
        noteChanged(first.row(), last.row());
    };
    connect(&m_transcript, &Model::rowsInserted, this, inserted);
    connect(&m_transcript, &Model::rowsRemoved, this, removed);
    connect(&m_transcript, &Model::dataChanged, this, changed);
    connect(&m_transcript, &Model::modelReset, this, &TranscriptView::noteReset);
}

QRect TranscriptView::rowRect(int row)
{
    settle();
    return {0, m_layout.topOf(row), viewport()->width(), m_layout.heightOf(row)};
}

int TranscriptView::rowAt(QPoint point)
{
    settle();
    const int row = m_layout.rowAt(point.y());
    return row >= 0 && rowRect(row).contains(0, point.y()) ? row : -1;
}

TextPlace TranscriptView::placeAt(QPoint point)
{
    settle();
    const int row = m_layout.rowAt(point.y());
    if (row < 0)
        return {};
    return {row, laidOut(row).positionAt(point - QPoint(0, m_layout.topOf(row)))};
}

std::optional<Link> TranscriptView::linkAt(QPoint point)
{
    const int row = rowAt(point);
    if (row < 0)
        return {};
    return laidOut(row).linkAt(point - QPoint(0, m_layout.topOf(row)));
}

const TranscriptRow &TranscriptView::laidOut(int row)
{
    return m_layout.row(row);
}

int TranscriptView::newLines() const
{
    return m_pill->count();
}

void TranscriptView::showRow(int row, Where where)
{
    settle();
    m_layout.show(row, where);
    arrange();
}

void TranscriptView::showUnread()
{
    settle();
    const int unread = m_layout.unreadRow();
    if (unread < 0 || !m_layout.followsEnd() || m_layout.topOf(unread) >= 0)
        return;
    showRow(unread, Where::Top);
    for (int row = m_layout.rowAt(m_layout.viewHeight()); row < m_transcript.rowCount(); ++row)
        m_pill->add(m_transcript.isFromOthers(row) ? 1 : 0);
    m_pill->place();
}

void TranscriptView::showPlace(TextPlace place)
{
    showRow(place.row, Where::Middle);
    // A line of text can be higher than the window.
    const QRect at = laidOut(place.row).placeOf(place.position).translated(rowRect(place.row).topLeft());
    if (at.top() < 0 || at.bottom() >= viewport()->height())
        scrollBy(at.center().y() - viewport()->height() / 2);
}

void TranscriptView::scrollBy(int pixels)
{
    settle();
    m_layout.scrollBy(pixels);
    arrange();
}

void TranscriptView::setUnreadRow(int row)
{
    m_layout.setUnreadRow(row);
    arrangeLater();
}

void TranscriptView::markHits(const QString &wanted, const std::optional<TranscriptSearch::Hit> &current)
{
    m_wanted = wanted;
    m_currentHit = current;
    viewport()->update();
}

void TranscriptView::setZoom(int percent)
{
    if (percent == m_zoom)
        return;
    m_zoom = percent;
    adoptLook();
    arrangeLater();
}

void TranscriptView::scrollToEnd()
{
    m_layout.followEnd();
    arrange();
}

void TranscriptView::refresh()
{
    noteChanged(0, m_transcript.rowCount() - 1);
}

bool TranscriptView::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest && m_isDirty)
        arrange();
    return QAbstractScrollArea::event(event);
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    settle();
    QPainter painter(viewport());
    const int count = m_transcript.rowCount();
    int top = count == 0 ? 0 : m_layout.topOf(m_layout.firstInSight());
    for (int row = m_layout.firstInSight(); row < count && top <= event->rect().bottom(); ++row) {
        const TranscriptRow &shown = laidOut(row);
        if (top + shown.height() > event->rect().top())
            shown.paint(painter, QPoint(0, top), event->rect(), emphasisOf(row, shown));
        top += shown.height();
    }
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    adoptLook();
    arrange();
}

void TranscriptView::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    if (m_isArranging)
        return;
    settle();
    m_layout.scrollTo(verticalScrollBar()->value());
    arrange();
}

void TranscriptView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    adoptLook();
    arrangeLater();
}

void TranscriptView::announceCurrentRow(int row)
{
    viewport()->update();
    TranscriptAccessible::announceCurrentRow(*this, row);
}

void TranscriptView::noteInserted(int first, int last)
{
    const int count = last - first + 1;
    const bool below = last + 1 == m_transcript.rowCount();
    m_layout.noteInserted(first, count);
    for (int row = first; row <= last && below && !m_layout.followsEnd(); ++row)
        m_pill->add(m_transcript.isFromOthers(row) ? 1 : 0);
    arrangeLater();
}

void TranscriptView::noteRemoved(int first, int last)
{
    m_layout.noteRemoved(first, last - first + 1);
    arrangeLater();
}

void TranscriptView::noteChanged(int first, int last)
{
    m_layout.noteChanged(first, last);
    arrangeLater();
}

void TranscriptView::noteReset()
{
    m_layout.noteReset();
    arrangeLater();
}

void TranscriptView::adoptLook()
{
    QFont zoomed = font();
    zoomed.setPointSizeF(QFontInfo(zoomed).pointSizeF() * m_zoom / 100);
    m_layout.setLook({zoomed, palette(), layoutDirection(), viewport()->width()});
    m_layout.setViewHeight(viewport()->height());
}

/// Once for all that comes in one turn of the event loop.
void TranscriptView::arrangeLater()
{
    if (!std::exchange(m_isDirty, true))
        QCoreApplication::postEvent(this, new QEvent(QEvent::LayoutRequest));
}

void TranscriptView::settle()
{
    if (m_isDirty)
        arrange();
}

void TranscriptView::arrange()
{
    m_isDirty = false;
    m_layout.settle();
    // Our own setting of the bar is no scrolling.
    m_isArranging = true;
    QScrollBar &bar = *verticalScrollBar();
    bar.setPageStep(m_layout.viewHeight());
    bar.setSingleStep(2 * QFontMetrics(m_layout.look().font).lineSpacing());
    bar.setRange(0, m_layout.scrollMaximum());
    bar.setValue(m_layout.scrollPosition());
    m_isArranging = false;
    if (m_layout.followsEnd())
        m_pill->reset();
    m_pill->place();
    viewport()->update();
}

TranscriptRow::Emphasis TranscriptView::emphasisOf(int row, const TranscriptRow &laidOut) const
{
    TranscriptRow::Emphasis emphasis;
    emphasis.selected = m_cursor.selection().spanIn(row, laidOut.textLength());
    if (!m_wanted.isEmpty())
        emphasis.hits = TranscriptSearch::spansIn(LineText::shown(m_transcript.message(row)), m_wanted);
    if (m_currentHit && m_currentHit->row == row)
        emphasis.currentHit = m_currentHit->span;
    emphasis.focused = row == m_cursor.row() && m_keys->showsFocus();
    return emphasis;
}

} // namespace Greenroom
