// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/TextSpan.h"

#include <QString>
#include <compare>

namespace Greenroom {

class TranscriptModel;

/// A place in a transcript: before a character of a line as it is shown.
struct TextPlace
{
    int row = 0;
    int position = 0;

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the 0 in what stands for < for a pointer.
    auto operator<=>(const TextPlace &other) const = default;
};

/// What is selected of a transcript: all from where the selection began to where it was drawn, over lines.
class TranscriptSelection
{
public:
    bool isEmpty() const;
    /// Where it began, and where its moving end is.
    TextPlace anchor() const;
    TextPlace cursor() const;
    /// The two in order.
    TextPlace from() const;
    TextPlace to() const;
    /// What is selected of the line in `row`, which has `length` characters.
    TextSpan spanIn(int row, int length) const;
    /// What is selected, to be copied: of one line the bare text; of several each with its time and name.
    QString text(const TranscriptModel &transcript) const;

    void begin(TextPlace place);
    void extendTo(TextPlace place);
    void clear();
    /// Lines came or went: goes on holding the same text; nothing, if some of it went.
    void noteInserted(int first, int count);
    void noteRemoved(int first, int count);

private:
    TextPlace m_anchor;
    TextPlace m_cursor;
};

} // namespace Greenroom
