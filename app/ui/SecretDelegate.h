// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace Greenroom {

class OptionLinesModel;

/// Edits the lines of an OptionLinesModel; what is secret is readable only while it is typed.
class SecretDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Borrows `model`.
    explicit SecretDelegate(const OptionLinesModel &model, QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;

private:
    const OptionLinesModel &m_model;
};

} // namespace Greenroom
