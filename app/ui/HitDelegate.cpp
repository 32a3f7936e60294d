// SPDX-License-Identifier: MIT
#include "ui/HitDelegate.h"

#include "transcript/TranscriptSearch.h"
#include "ui/Colours.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace Greenroom {

namespace {

constexpr int margin = 8;

QList<QTextLayout::FormatRange> marks(const QString &text, const QString &wanted, const QPalette &palette)
{
    QTextCharFormat format;
    format.setBackground(palette.color(QPalette::Highlight));
    format.setForeground(palette.color(QPalette::HighlightedText));
    format.setFontUnderline(true);
    QList<QTextLayout::FormatRange> ranges;
    const QList<TextSpan> spans = TranscriptSearch::spansIn(text, wanted);
    for (const TextSpan span : spans)
        ranges.append({span.start, span.length, format});
    return ranges;
}

} // namespace

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = std::exchange(item.text, {});
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const QColor ground = item.palette.color(isSelected ? QPalette::Highlight : QPalette::Base);
    const QRect inner = item.rect.adjusted(margin, margin, -margin, -margin);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(isSelected ? item.palette.color(QPalette::HighlightedText)
                               : Colours::secondaryText(item.palette, ground));
    painter->drawText(
        inner, Qt::AlignTop | Qt::AlignLeading,
        item.fontMetrics.elidedText(index.data(captionRole).toString(), Qt::ElideRight, inner.width()));
    painter->setPen(item.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    QTextLayout layout(text, item.font);
    QTextOption wrapping(Qt::AlignLeading);
    wrapping.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(wrapping);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(inner.width());
    layout.endLayout();
    painter->setClipRect(inner);
    layout.draw(painter, inner.topLeft() + QPoint(0, item.fontMetrics.lineSpacing()),
                marks(text, m_wanted, item.palette));
    painter->restore();
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {0, 2 * option.fontMetrics.lineSpacing() + 2 * margin};
}

} // namespace Greenroom
