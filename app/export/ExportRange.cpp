// SPDX-License-Identifier: MIT
#include "export/ExportRange.h"

namespace Greenroom {

namespace {

void shift(std::optional<TextPlace> &place, int from, int by)
{
    if (place && place->row >= from)
        place->row += by;
}

void forget(std::optional<TextPlace> &place, int first, int count)
{
    if (place && place->row >= first && place->row < first + count)
        place.reset();
}

} // namespace

ExportRange ExportRange::all(int rows)
{
    ExportRange range;
    range.m_last = rows - 1;
    return range;
}

ExportRange ExportRange::of(const TranscriptSelection &selection)
{
    if (selection.isEmpty())
        return all(0);
    ExportRange range;
    range.m_next = selection.from().row;
    range.m_last = selection.to().row;
    range.m_from = selection.from();
    range.m_to = selection.to();
    return range;
}

bool ExportRange::isAtEnd() const
{
    return m_next > m_last;
}

int ExportRange::next() const
{
    return m_next;
}

int ExportRange::total() const
{
    return m_done + std::max(0, m_last - m_next + 1);
}

int ExportRange::done() const
{
    return m_done;
}

std::optional<TextSpan> ExportRange::partOfNext(int length) const
{
    const bool begins = m_from && m_from->row == m_next;
    const bool ends = m_to && m_to->row == m_next;
    if (!begins && !ends)
        return std::nullopt;
    const int start = begins ? std::min(m_from->position, length) : 0;
    const int end = ends ? std::min(m_to->position, length) : length;
    return TextSpan{start, end - start};
}

void ExportRange::advance()
{
    ++m_next;
    ++m_done;
}

void ExportRange::noteInserted(int first, int count)
{
    if (first > m_last)
        return;
    if (first <= m_next)
        m_next += count;
    m_last += count;
    shift(m_from, first, count);
    shift(m_to, first, count);
}

void ExportRange::noteRemoved(int first, int count)
{
    const auto goneBefore = [first, count](int row) { return std::clamp(row - first, 0, count); };
    forget(m_from, first, count);
    forget(m_to, first, count);
    m_last -= goneBefore(m_last + 1);
    m_next -= goneBefore(m_next);
    shift(m_from, first + count, -count);
    shift(m_to, first + count, -count);
}

} // namespace Greenroom
