// SPDX-License-Identifier: MIT
#include "transcript/TranscriptSelection.h"

#include "transcript/LineText.h"
#include "transcript/TranscriptModel.h"

#include <QStringList>

namespace Greenroom {

bool TranscriptSelection::isEmpty() const
{
    return m_anchor == m_cursor;
}

TextPlace TranscriptSelection::anchor() const
{
    return m_anchor;
}

TextPlace TranscriptSelection::cursor() const
{
    return m_cursor;
}

TextPlace TranscriptSelection::from() const
{
    return std::min(m_anchor, m_cursor);
}

TextPlace TranscriptSelection::to() const
{
    return std::max(m_anchor, m_cursor);
}

TextSpan TranscriptSelection::spanIn(int row, int length) const
{
    if (isEmpty() || row < from().row || row > to().row)
        return {};
    const int start = row == from().row ? std::min(from().position, length) : 0;
    const int end = row == to().row ? std::min(to().position, length) : length;
    return {start, end - start};
}

QString TranscriptSelection::text(const TranscriptModel &transcript) const
{
    if (isEmpty())
        return {};
    const bool overLines = from().row != to().row;
    QStringList lines;
    for (int row = from().row; row <= to().row; ++row) {
        const QString whole = LineText::shown(transcript.message(row));
        const TextSpan span = spanIn(row, static_cast<int>(whole.size()));
        const QString part = whole.mid(span.start, span.length);
        // An end that touches a line without reaching into it takes nothing of it.
        if (overLines && part.isEmpty() && !whole.isEmpty())
            continue;
        lines << (overLines ? LineText::withTimeAndName(transcript, row, part) : part);
    }
    return lines.join(QLatin1Char('\n'));
}

void TranscriptSelection::begin(TextPlace place)
{
    m_anchor = place;
    m_cursor = place;
}

void TranscriptSelection::extendTo(TextPlace place)
{
    m_cursor = place;
}

void TranscriptSelection::clear()
{
    m_anchor = {};
    m_cursor = {};
}

void TranscriptSelection::noteInserted(int first, int count)
{
    for (TextPlace *end : {&m_anchor, &m_cursor}) {
        if (end->row >= first)
            end->row += count;
    }
}

void TranscriptSelection::noteRemoved(int first, int count)
{
    if (from().row < first + count && to().row >= first)
        clear();
    for (TextPlace *end : {&m_anchor, &m_cursor}) {
        if (end->row >= first + count)
            end->row -= count;
    }
}

} // namespace Greenroom
