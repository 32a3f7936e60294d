// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace Greenroom {

/// Draws a line that was found: where, who and when above it, and what was looked for marked in it.
class HitDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// QString: the line above. The line itself is the item's text.
    static constexpr int captionRole = Qt::UserRole + 2;

    using QStyledItemDelegate::QStyledItemDelegate;

    void setWanted(const QString &wanted) { m_wanted = wanted; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QString m_wanted;
};

} // namespace Greenroom
