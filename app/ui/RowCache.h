// SPDX-License-Identifier: MIT
#pragma once

#include "ui/TranscriptRow.h"

#include <QCache>

namespace Greenroom {

/// The rows that were in sight lately, laid out; the others are forgotten, so that memory is bounded however
/// long the transcript.
class RowCache
{
public:
    /// Borrows `transcript`.
    explicit RowCache(const TranscriptModel &transcript);

    const TranscriptLook &look() const;
    int unreadRow() const;
    int size() const;
    /// Row `row`, laid out now unless it is at hand; valid until another is asked for.
    const TranscriptRow &row(int row);

    /// Forgets all rows if this is another look.
    void setLook(const TranscriptLook &look);
    void setUnreadRow(int row);
    void forget(int first, int last);
    void noteInserted(int first, int count);
    void noteRemoved(int first, int count);
    void clear();

private:
    const TranscriptModel &m_transcript;
    TranscriptLook m_look;
    int m_unreadRow = -1;
    /// By a number that a row keeps when others come before it: its place less m_before.
    QCache<int, TranscriptRow> m_rows;
    int m_before = 0;
};

} // namespace Greenroom
