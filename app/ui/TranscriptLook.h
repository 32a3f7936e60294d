// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QFontMetrics>
#include <QPalette>

namespace Greenroom {

/// What all rows of a transcript are drawn with.
struct TranscriptLook
{
    QFont font;
    QPalette palette;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    /// Pixels from edge to edge.
    int width = 0;

    bool operator==(const TranscriptLook &other) const = default;

    /// Longer lines are hard to read.
    int widestBubble() const
    {
        constexpr int characters = 80;
        return characters * QFontMetrics(font).averageCharWidth();
    }

    /// The font of what is of less weight than the text: names, times, notices.
    QFont smallFont() const
    {
        constexpr double scale = 0.88;
        QFont small = font;
        small.setPointSizeF(font.pointSizeF() * scale);
        return small;
    }
};

} // namespace Greenroom
