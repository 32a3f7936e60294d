// SPDX-License-Identifier: MIT
#pragma once

#include "ui/TranscriptRow.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace Greenroom {

/// Lays out and draws a transcript's rows for a list view, and tells who wrote one and when in its tooltip.
class TranscriptDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Borrows both.
    TranscriptDelegate(const TranscriptModel &transcript, QAbstractItemView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    TranscriptLook look() const;
    void forgetHeights(const QModelIndex &first, const QModelIndex &last);

    const TranscriptModel &m_transcript;
    QAbstractItemView *m_view;
    /// Row heights at m_heightsFor's width and font, since laying out text is what costs.
    mutable QHash<int, int> m_heights;
    mutable TranscriptLook m_heightsFor;
};

} // namespace Greenroom
