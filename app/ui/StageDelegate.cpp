// SPDX-License-Identifier: MIT
#include "ui/StageDelegate.h"

#include "ui/Colours.h"
#include "ui/Icons.h"
#include "ui/Words.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace Greenroom {

namespace {

constexpr int padding = 8;
constexpr int lineGap = 2;
constexpr int signSize = 16;
constexpr int corner = 8;
constexpr double currentTint = 0.22;
constexpr double hoverTint = 0.06;
constexpr double wordsScale = 0.88;

QFont titleFont(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = option.font;
    font.setBold(index.data(StageDelegate::UnreadRole).toInt() > 0);
    return font;
}

QFont wordsFont(const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() * wordsScale);
    return font;
}

QColor ground(const QStyleOptionViewItem &option)
{
    const QColor window = option.palette.color(QPalette::Window);
    if (option.state.testFlag(QStyle::State_Selected))
        return Colours::blend(window, option.palette.color(QPalette::Highlight), currentTint);
    if (option.state.testFlag(QStyle::State_MouseOver))
        return Colours::blend(window, option.palette.color(QPalette::WindowText), hoverTint);
    return window;
}

/// A line of text and how it is cut where there is no room for it.
struct Line
{
    QString text;
    QFont font;
    QColor colour;
    Qt::TextElideMode elide;
};

void paintLine(QPainter &painter, const QRect &rect, const Line &line)
{
    painter.setFont(line.font);
    painter.setPen(line.colour);
    painter.drawText(rect, Qt::AlignLeading | Qt::AlignVCenter,
                     QFontMetrics(line.font).elidedText(line.text, line.elide, rect.width()));
}

/// Draws the number of unread lines at the far end of `inside`; returns the width that it takes.
int paintBadge(QPainter &painter, const QRect &inside, const QStyleOptionViewItem &option,
               const QModelIndex &index)
{
    const int unread = index.data(StageDelegate::UnreadRole).toInt();
    if (unread == 0)
        return 0;
    const QFont font = wordsFont(option);
    const QString text = QLocale().toString(unread);
    const QFontMetrics metrics(font);
    const int high = metrics.height() + padding / 2;
    const int wide = std::max(high, metrics.horizontalAdvance(text) + padding);
    const QRect badge =
        QStyle::visualRect(option.direction, inside,
                           QRect(inside.right() + 1 - wide, inside.center().y() - high / 2, wide, high));
    const QColor fill = option.palette.color(QPalette::Highlight);
    painter.setBrush(fill);
    painter.drawRoundedRect(badge, high / 2.0, high / 2.0);
    painter.setFont(font);
    painter.setPen(Colours::readable(option.palette.color(QPalette::HighlightedText), fill));
    painter.drawText(badge, Qt::AlignCenter, text);
    painter.setPen(Qt::NoPen);
    return wide + padding;
}

} // namespace

void StageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const QColor background = ground(option);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (option.state.testFlag(QStyle::State_HasFocus))
        painter->setPen(Colours::readable(option.palette.color(QPalette::Highlight), background));
    painter->setBrush(background);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter->setPen(Qt::NoPen);
    const QRect inside = option.rect.adjusted(padding, padding, -padding, -padding);
    const auto mirrored = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, inside, rect);
    };
    const auto state = static_cast<ChatSession::State>(index.data(StateRole).toInt());
    const int textLeft = inside.left() + signSize + padding;
    const int badgeWidth = paintBadge(*painter, inside, option, index);
    const QRect text(QPoint(textLeft, inside.top()), inside.bottomRight() - QPoint(badgeWidth, 0));
    const int titleHeight = QFontMetrics(titleFont(option, index)).height();
    const QRect title(text.topLeft(), QSize(text.width(), titleHeight));
    const QRect words(text.left(), title.bottom() + 1 + lineGap, text.width(),
                      QFontMetrics(wordsFont(option)).height());
    const QRect sign(inside.left(), title.center().y() - signSize / 2 + 1, signSize, signSize);
    Icons::symbolic(Words::stateIcon(state), Colours::state(state, background))
        .paint(painter, mirrored(sign));
    // Hosts differ at both ends, sentences begin with what matters.
    paintLine(*painter, mirrored(title),
              {index.data(Qt::DisplayRole).toString(), titleFont(option, index),
               Colours::readable(option.palette.color(QPalette::WindowText), background), Qt::ElideMiddle});
    paintLine(*painter, mirrored(words),
              {index.data(WordsRole).toString(), wordsFont(option),
               Colours::secondaryText(option.palette, background), Qt::ElideRight});
    painter->restore();
}

QSize StageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int lines =
        QFontMetrics(titleFont(option, index)).height() + QFontMetrics(wordsFont(option)).height();
    return {0, lines + lineGap + 2 * padding};
}

} // namespace Greenroom
