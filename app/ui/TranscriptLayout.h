// SPDX-License-Identifier: MIT
#pragma once

#include "ui/HeightIndex.h"
#include "ui/RowCache.h"

namespace Greenroom {

/// Which rows of a transcript stand where in a window over it, without any widget. Rows are laid out when
/// they come into the window; until then their heights are estimates. A row in the window stays where it is
/// when others come before or after it or are found to be of another height, unless the end is being
/// followed.
class TranscriptLayout
{
public:
    enum class Where { Nearest, Top, Middle };

    /// Borrows `transcript`.
    explicit TranscriptLayout(const TranscriptModel &transcript);

    const TranscriptLook &look() const;
    const TranscriptRow &row(int row);
    int unreadRow() const;
    /// Rows that are kept laid out.
    int rowsAtHand() const;
    int viewHeight() const;
    /// The first row in the window; its top may be above it.
    int firstInSight() const;
    /// Where `row` begins, from the top of the window; exact for the rows in it.
    int topOf(int row) const;
    int heightOf(int row) const;
    /// The row at `y`, the nearest if there is none; -1 without rows.
    int rowAt(int y) const;
    /// The end is in sight and will be when more comes.
    bool followsEnd() const;
    int scrollPosition() const;
    int scrollMaximum() const;

    void setLook(const TranscriptLook &look);
    void setViewHeight(int height);
    void setUnreadRow(int row);
    /// These say what has happened to the rows of the model.
    void noteInserted(int first, int count);
    void noteRemoved(int first, int count);
    void noteChanged(int first, int last);
    void noteReset();

    void scrollTo(int position);
    void scrollBy(int pixels);
    void followEnd();
    /// Scrolls until `row` is in sight; no farther than needed for Nearest, not at all for Middle if it is.
    void show(int row, Where where);
    /// Lays out what came into the window; to be called before asking where a row is.
    void settle();

private:
    int measure(int row);
    int estimate(int row) const;
    void place(int row, int top);
    void settleAtAnchor();
    void settleAtEnd();

    const TranscriptModel &m_transcript;
    RowCache m_rows;
    HeightIndex m_heights;
    int m_viewHeight = 0;
    /// The row that holds the window in its place, and where it begins.
    int m_anchor = 0;
    int m_anchorTop = 0;
    bool m_followsEnd = true;
    /// What estimates are made of, for the present look.
    int m_lineHeight = 16;
    int m_lineLength = 60;
};

} // namespace Greenroom
