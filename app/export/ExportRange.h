// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/TranscriptSelection.h"

#include <optional>

namespace Greenroom {

/// Which lines of a transcript are exported, and which is next. Stays with its lines while others come and
/// go; what comes after them is no part of it.
class ExportRange
{
public:
    /// The first `rows` lines, whole.
    static ExportRange all(int rows);
    /// What is selected: of its first and last line perhaps a part.
    static ExportRange of(const TranscriptSelection &selection);

    bool isAtEnd() const;
    /// The row that is to be exported next.
    int next() const;
    /// Lines that were there at first, less those that went meanwhile.
    int total() const;
    int done() const;
    /// What is to be exported of the next row, which has `length` characters; nothing stands for all.
    std::optional<TextSpan> partOfNext(int length) const;

    void advance();
    void noteInserted(int first, int count);
    void noteRemoved(int first, int count);

private:
    /// Rows as they are now; the last one is in the range.
    int m_next = 0;
    int m_last = -1;
    int m_done = 0;
    /// Where a selection begins and ends, while those lines are there.
    std::optional<TextPlace> m_from;
    std::optional<TextPlace> m_to;
};

} // namespace Greenroom
