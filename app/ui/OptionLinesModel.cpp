// SPDX-License-Identifier: MIT
#include "ui/OptionLinesModel.h"

#include "stages/OptionRules.h"

#include <algorithm>

namespace Greenroom {

OptionLinesModel::OptionLinesModel(Form form, QObject *parent) : QAbstractTableModel(parent), m_form(form) {}

QList<OptionLinesModel::Line> OptionLinesModel::lines() const
{
    QList<Line> written;
    for (const Line &line : m_lines) {
        if (!isBlank(line))
            written.append({line.name.trimmed(), line.value, line.isSecret});
    }
    return written;
}

void OptionLinesModel::setLines(const QList<Line> &lines)
{
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

bool OptionLinesModel::isSecret(const QModelIndex &index) const
{
    return m_lines.at(index.row()).isSecret;
}

int OptionLinesModel::rowOf(qsizetype place) const
{
    qsizetype left = place;
    for (int row = 0; row < rowCount(); ++row) {
        if (!isBlank(m_lines.at(row)) && left-- == 0)
            return row;
    }
    return -1;
}

QModelIndex OptionLinesModel::add()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_lines.append(Line());
    endInsertRows();
    return index(row, NameColumn);
}

int OptionLinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int OptionLinesModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_form == Form::Names ? ValueColumn : SecretColumn + 1;
}

QVariant OptionLinesModel::data(const QModelIndex &index, int role) const
{
    const Line &line = m_lines.at(index.row());
    const bool isText = role == Qt::DisplayRole || role == Qt::EditRole;
    if (index.column() == NameColumn && isText)
        return line.name;
    if (index.column() == ValueColumn && isText)
        return role == Qt::EditRole ? line.value : shownValue(line);
    if (index.column() == SecretColumn && role == Qt::CheckStateRole)
        return static_cast<int>(line.isSecret ? Qt::Checked : Qt::Unchecked);
    if (index.column() == SecretColumn && role == Qt::AccessibleTextRole)
        return line.isSecret ? tr("Secret") : tr("Not secret");
    return {};
}

bool OptionLinesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    Line &line = m_lines[index.row()];
    if (index.column() == SecretColumn && role == Qt::CheckStateRole)
        line.isSecret = value.toInt() == Qt::Checked || OptionRules::isSecretName(line.name);
    else if (role != Qt::EditRole || !write(line, index.column(), value.toString()))
        return false;
    // A name may make its value a secret.
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), columnCount() - 1));
    return true;
}

Qt::ItemFlags OptionLinesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (index.column() != SecretColumn)
        return usual | Qt::ItemIsEditable;
    const bool isChoice = !OptionRules::isSecretName(m_lines.at(index.row()).name);
    return isChoice ? usual | Qt::ItemIsUserCheckable : usual;
}

QVariant OptionLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case ValueColumn:
        return tr("Value");
    default:
        return tr("Secret");
    }
}

bool OptionLinesModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (row < 0 || count < 1 || row + count > rowCount())
        return false;
    beginRemoveRows(parent, row, row + count - 1);
    m_lines.remove(row, count);
    endRemoveRows();
    return true;
}

bool OptionLinesModel::isBlank(const Line &line)
{
    return line.name.trimmed().isEmpty() && line.value.isEmpty();
}

/// As many dots for each, since the length tells something too.
QString OptionLinesModel::shownValue(const Line &line)
{
    constexpr int dots = 8;
    return line.isSecret && !line.value.isEmpty() ? QString(dots, QChar(0x2022)) : line.value;
}

bool OptionLinesModel::write(Line &line, int column, const QString &text)
{
    if (column == SecretColumn)
        return false;
    (column == NameColumn ? line.name : line.value) = text;
    line.isSecret = line.isSecret || OptionRules::isSecretName(line.name);
    return true;
}

} // namespace Greenroom
