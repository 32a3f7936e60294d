// SPDX-License-Identifier: MIT
#include "ui/TranscriptDelegate.h"

#include "transcript/LineText.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QTextDocument>
#include <QToolTip>

namespace Greenroom {

TranscriptDelegate::TranscriptDelegate(const TranscriptModel &transcript, QAbstractItemView *view)
    : QStyledItemDelegate(view), m_transcript(transcript), m_view(view)
{
    connect(&transcript, &QAbstractItemModel::dataChanged, this, &TranscriptDelegate::forgetHeights);
}

void TranscriptDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    TranscriptRow(m_transcript, index.row(), look())
        .paint(*painter, option.rect.topLeft(),
               selected ? TranscriptRow::Emphasis::Selected : TranscriptRow::Emphasis::None);
}

QSize TranscriptDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    const TranscriptLook now = look();
    if (now.width != m_heightsFor.width || now.font != m_heightsFor.font) {
        m_heights.clear();
        m_heightsFor = now;
    }
    auto known = m_heights.find(index.row());
    if (known == m_heights.end())
        known = m_heights.insert(index.row(), TranscriptRow(m_transcript, index.row(), now).height());
    return {now.width, *known};
}

bool TranscriptDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                   const QStyleOptionViewItem & /*option*/, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    // Converted, since a tooltip takes text that looks like markup for markup.
    const QString text = LineText::details(m_transcript.message(index.row()));
    QToolTip::showText(event->globalPos(), Qt::convertFromPlainText(text), view);
    return true;
}

TranscriptLook TranscriptDelegate::look() const
{
    return {m_view->font(), m_view->palette(), m_view->layoutDirection(), m_view->viewport()->width()};
}

void TranscriptDelegate::forgetHeights(const QModelIndex &first, const QModelIndex &last)
{
    for (int row = first.row(); row <= last.row(); ++row)
        m_heights.remove(row);
}

} // namespace Greenroom
