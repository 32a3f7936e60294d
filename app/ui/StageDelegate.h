// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace Greenroom {

/// Draws an entry of the stage list: the sign of its state, its title, and below it what there is to say
/// about it.
class StageDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role {
        /// QString: the second line.
        WordsRole = Qt::UserRole,
        /// int: a ChatSession::State.
        StateRole,
        /// int: lines not yet read.
        UnreadRole,
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Greenroom
