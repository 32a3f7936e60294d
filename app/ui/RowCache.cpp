// SPDX-License-Identifier: MIT
#include "ui/RowCache.h"

namespace Greenroom {

namespace {

/// In characters, since these are what takes memory: two hundred ordinary lines, or a few of the longest.
constexpr int capacity = 400'000;
constexpr int rowCost = 2'000;
constexpr int mostCost = capacity / 4;

} // namespace

RowCache::RowCache(const TranscriptModel &transcript) : m_transcript(transcript), m_rows(capacity) {}

const TranscriptLook &RowCache::look() const
{
    return m_look;
}

int RowCache::unreadRow() const
{
    return m_unreadRow;
}

int RowCache::size() const
{
    return static_cast<int>(m_rows.size());
}

const TranscriptRow &RowCache::row(int row)
{
    if (const TranscriptRow *known = m_rows.object(row - m_before))
        return *known;
    auto made = std::make_unique<TranscriptRow>(m_transcript, row, m_look, m_unreadRow);
    const TranscriptRow &laidOut = *made;
    m_rows.insert(row - m_before, made.release(), std::min(rowCost + laidOut.textLength(), mostCost));
    return laidOut;
}

void RowCache::setLook(const TranscriptLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    clear();
}

void RowCache::setUnreadRow(int row)
{
    forget(m_unreadRow, m_unreadRow);
    m_unreadRow = row;
    forget(row, row);
}

void RowCache::forget(int first, int last)
{
    if (last - first >= size()) {
        clear();
        return;
    }
    for (int row = first; row <= last; ++row)
        m_rows.remove(row - m_before);
}

void RowCache::noteInserted(int first, int count)
{
    if (m_unreadRow >= first)
        m_unreadRow += count;
    if (first == 0)
        m_before += count;
    else if (first + count < m_transcript.rowCount())
        clear();
    // How a line is shown depends on the one before it.
    forget(first + count, first + count);
}

void RowCache::noteRemoved(int first, int count)
{
    if (m_unreadRow >= first + count)
        m_unreadRow -= count;
    else if (m_unreadRow >= first)
        m_unreadRow = -1;
    clear();
}

void RowCache::clear()
{
    m_rows.clear();
}

} // namespace Greenroom
