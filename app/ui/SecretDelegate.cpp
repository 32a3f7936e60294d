// SPDX-License-Identifier: MIT
#include "ui/SecretDelegate.h"

#include "ui/OptionLinesModel.h"

#include <QLineEdit>

namespace Greenroom {

SecretDelegate::SecretDelegate(const OptionLinesModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model)
{
}

QWidget *SecretDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                      const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("lineEditor"));
    editor->setFrame(false);
    editor->setAccessibleName(m_model.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
    if (index.column() == OptionLinesModel::ValueColumn && m_model.isSecret(index))
        editor->setEchoMode(QLineEdit::PasswordEchoOnEdit);
    return editor;
}

} // namespace Greenroom
