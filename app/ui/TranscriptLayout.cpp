// SPDX-License-Identifier: MIT
#include "ui/TranscriptLayout.h"

#include <QFontMetrics>
#include <limits>

namespace Greenroom {

namespace {

/// Below the last row.
constexpr int endMargin = 8;
/// What an ordinary row takes beside its text, in height and in width.
constexpr int rowFrame = 20;
constexpr int rowMargins = 136;
constexpr int bubblePadding = 24;

int toPixels(qint64 distance)
{
    return static_cast<int>(
        std::clamp<qint64>(distance, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

} // namespace

TranscriptLayout::TranscriptLayout(const TranscriptModel &transcript)
    : m_transcript(transcript), m_rows(transcript)
{
    noteReset();
}

const TranscriptLook &TranscriptLayout::look() const
{
    return m_rows.look();
}

const TranscriptRow &TranscriptLayout::row(int row)
{
    return m_rows.row(row);
}

int TranscriptLayout::unreadRow() const
{
    return m_rows.unreadRow();
}

int TranscriptLayout::rowsAtHand() const
{
    return m_rows.size();
}

int TranscriptLayout::viewHeight() const
{
    return m_viewHeight;
}

int TranscriptLayout::firstInSight() const
{
    return m_anchor;
}

int TranscriptLayout::topOf(int row) const
{
    return toPixels(m_heights.top(row) - scrollPosition());
}

int TranscriptLayout::heightOf(int row) const
{
    return m_heights.height(row);
}

int TranscriptLayout::rowAt(int y) const
{
    return m_heights.rowAt(qint64(scrollPosition()) + y);
}

bool TranscriptLayout::followsEnd() const
{
    return m_followsEnd;
}

int TranscriptLayout::scrollPosition() const
{
    return m_heights.count() == 0 ? 0 : toPixels(m_heights.top(m_anchor) - m_anchorTop);
}

int TranscriptLayout::scrollMaximum() const
{
    return toPixels(std::max<qint64>(m_heights.total() + endMargin - m_viewHeight, 0));
}

void TranscriptLayout::setLook(const TranscriptLook &look)
{
    if (look == m_rows.look())
        return;
    const QFontMetrics metrics(look.font);
    m_lineHeight = metrics.lineSpacing();
    const int textWidth = std::clamp(look.width - rowMargins, rowMargins,
                                     std::max(look.widestBubble() - bubblePadding, rowMargins));
    m_lineLength = std::max(textWidth / std::max(metrics.averageCharWidth(), 1), 1);
    m_rows.setLook(look);
    if (m_heights.count() == 0 || m_followsEnd)
        return;
    // The other heights stay as they are for estimates; of this row, the same part stays at the top.
    const int before = std::max(m_heights.height(m_anchor), 1);
    m_anchorTop = static_cast<int>(qint64(m_anchorTop) * measure(m_anchor) / before);
}

void TranscriptLayout::setViewHeight(int height)
{
    m_viewHeight = height;
}

void TranscriptLayout::setUnreadRow(int row)
{
    m_rows.setUnreadRow(row);
}

void TranscriptLayout::noteInserted(int first, int count)
{
    m_rows.noteInserted(first, count);
    if (first == m_heights.count()) {
        for (int row = first; row < first + count; ++row)
            m_heights.append(estimate(row));
        return;
    }
    std::vector<int> heights;
    for (int row = first; row < first + count; ++row)
        heights.push_back(estimate(row));
    m_heights.insert(first, heights);
    if (m_anchor < first)
        return;
    m_anchor += count;
    // It may have begun its day until now: what stays in place is its end.
    const int before = m_heights.height(m_anchor);
    if (m_rows.look().width > 0)
        m_anchorTop += before - measure(m_anchor);
}

void TranscriptLayout::noteRemoved(int first, int count)
{
    m_rows.noteRemoved(first, count);
    m_heights.remove(first, count);
    if (m_anchor >= first + count)
        m_anchor -= count;
    m_anchor = std::clamp(m_anchor, 0, std::max(m_heights.count() - 1, 0));
}

void TranscriptLayout::noteChanged(int first, int last)
{
    m_rows.forget(first, last + 1);
}

void TranscriptLayout::noteReset()
{
    m_rows.clear();
    m_rows.setUnreadRow(-1);
    // Lines on the disk are not read for it.
    const int read = m_transcript.rowsOnDisk();
    m_heights.reset(read, 2 * m_lineHeight + rowFrame);
    for (int row = read; row < m_transcript.rowCount(); ++row)
        m_heights.append(estimate(row));
    m_anchor = 0;
    m_anchorTop = 0;
    m_followsEnd = true;
}

void TranscriptLayout::scrollTo(int position)
{
    const int pixels = position - scrollPosition();
    // From row to row as far as one can look, since what is between may be of another height than estimated.
    if (std::abs(pixels) <= 2 * m_viewHeight || m_heights.count() == 0) {
        scrollBy(pixels);
        return;
    }
    m_anchor = m_heights.rowAt(position);
    m_anchorTop = toPixels(m_heights.top(m_anchor) - position);
    m_followsEnd = position >= scrollMaximum();
}

void TranscriptLayout::scrollBy(int pixels)
{
    if (pixels == 0)
        return;
    m_followsEnd = scrollPosition() + pixels >= scrollMaximum();
    m_anchorTop -= pixels;
}

void TranscriptLayout::followEnd()
{
    m_followsEnd = true;
}

void TranscriptLayout::show(int row, Where where)
{
    const int top = topOf(row);
    const int high = measure(row);
    const int room = std::max(m_viewHeight - high, 0);
    // Of a row higher than the window any part will do: one is reading it.
    const bool isPartlySeen = high >= m_viewHeight && top < m_viewHeight && top + high > 0;
    const bool isInSight = isPartlySeen || (top >= 0 && top <= room);
    if (where == Where::Top || (top < 0 && where == Where::Nearest && !isInSight))
        place(row, 0);
    else if (!isInSight)
        place(row, where == Where::Middle ? room / 2 : room);
}

void TranscriptLayout::place(int row, int top)
{
    m_followsEnd = false;
    m_anchor = row;
    m_anchorTop = top;
}

void TranscriptLayout::settle()
{
    if (m_heights.count() == 0 || m_rows.look().width <= 0)
        return;
    if (!m_followsEnd)
        settleAtAnchor();
    if (m_followsEnd)
        settleAtEnd();
}

int TranscriptLayout::measure(int row)
{
    const int height = m_rows.row(row).height();
    m_heights.setHeight(row, height);
    return height;
}

int TranscriptLayout::estimate(int row) const
{
    const auto length = static_cast<int>(m_transcript.message(row).text.size());
    return (1 + length / m_lineLength) * m_lineHeight + rowFrame;
}

void TranscriptLayout::settleAtAnchor()
{
    const int last = m_heights.count() - 1;
    int height = measure(m_anchor);
    while (m_anchorTop > 0 && m_anchor > 0)
        m_anchorTop -= height = measure(--m_anchor);
    if (m_anchor == 0)
        m_anchorTop = std::min(m_anchorTop, 0);
    while (m_anchor < last && m_anchorTop + height <= 0) {
        m_anchorTop += height;
        height = measure(++m_anchor);
    }
    int bottom = m_anchorTop + height;
    for (int row = m_anchor + 1; row <= last && bottom < m_viewHeight + endMargin; ++row)
        bottom += measure(row);
    // Nothing is below what is in sight.
    m_followsEnd = bottom + endMargin <= m_viewHeight;
}

void TranscriptLayout::settleAtEnd()
{
    m_anchor = m_heights.count() - 1;
    m_anchorTop = m_viewHeight - endMargin - measure(m_anchor);
    while (m_anchorTop > 0 && m_anchor > 0)
        m_anchorTop -= measure(--m_anchor);
    // Few rows stand at the top.
    m_anchorTop = std::min(m_anchorTop, 0);
}

} // namespace Greenroom
