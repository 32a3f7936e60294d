// SPDX-License-Identifier: MIT
#include "ui/HighlightMark.h"

#include "ui/Colours.h"
#include "ui/Icons.h"

#include <QPainter>
#include <QStyle>

namespace Greenroom::HighlightMark {

namespace {

constexpr int barWidth = 3;
constexpr int inset = 8;
constexpr int iconSize = 14;
constexpr int gap = 6;

} // namespace

void paint(QPainter &painter, const QRect &bubble, const QColor &fill, const TranscriptLook &look)
{
    const QColor accent = look.palette.color(QPalette::Highlight);
    const QRect bar(bubble.left() + barWidth, bubble.top() + inset, barWidth, bubble.height() - 2 * inset);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Colours::readable(accent, fill));
    painter.drawRoundedRect(QStyle::visualRect(look.direction, bubble, bar), 1.5, 1.5);
    // A bubble may leave no more room than the margin.
    const int room = look.direction == Qt::LeftToRight ? look.width - bubble.right() - 1 : bubble.left();
    const int left = bubble.right() + 1 + std::min(gap, room - iconSize - 1);
    const QRect star(left, bubble.top() + (bubble.height() - iconSize) / 2, iconSize, iconSize);
    const QColor base = look.palette.color(QPalette::Base);
    Icons::symbolic(QStringLiteral("highlight"), Colours::readable(accent, base))
        .paint(&painter, QStyle::visualRect(look.direction, bubble, star));
}

} // namespace Greenroom::HighlightMark
