// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace Greenroom {

class TranscriptModel;

/// How a line stands to the one before it.
struct RowPlace
{
    /// Lines of one person that follow one another within this time stand together under one name.
    static constexpr std::chrono::minutes groupSpan{5};

    /// It is the first of its day, in the user's time zone.
    bool beginsDay = false;
    /// It is the first that was not read yet.
    bool beginsUnread = false;
    /// It goes on where the same person's line before left off.
    bool continuesGroup = false;

    bool operator==(const RowPlace &other) const = default;

    /// The place of row `row`, where `unreadRow` is the first unread one or -1.
    static RowPlace of(const TranscriptModel &transcript, int row, int unreadRow);
};

} // namespace Greenroom
