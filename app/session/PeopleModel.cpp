// SPDX-License-Identifier: MIT
#include "session/PeopleModel.h"

#include "session/PersonName.h"

namespace Greenroom {

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QString &id = m_ids.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return PersonName::fromId(id);
    case Qt::ToolTipRole:
    case IdRole:
        return id;
    case OwnRole:
        return id == m_ownId;
    default:
        return {};
    }
}

std::optional<PeopleModel::Named> PeopleModel::namedAtStart(const QString &text) const
{
    for (const QString &id : m_ids) {
        for (const QString &name : {PersonName::fromId(id), id}) {
            const QString rest = text.sliced(std::min(name.size(), text.size()));
            const bool isWhole = rest.isEmpty() || rest.at(0).isSpace();
            if (text.startsWith(name, Qt::CaseInsensitive) && isWhole)
                return Named{id, rest.trimmed()};
        }
    }
    return std::nullopt;
}

void PeopleModel::clear()
{
    beginResetModel();
    m_ids.clear();
    m_ownId.clear();
    endResetModel();
}

void PeopleModel::add(const QString &connectionId)
{
    if (m_ids.contains(connectionId))
        return;
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_ids.append(connectionId);
    endInsertRows();
}

void PeopleModel::remove(const QString &connectionId)
{
    const auto row = static_cast<int>(m_ids.indexOf(connectionId));
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_ids.removeAt(row);
    endRemoveRows();
}

void PeopleModel::setOwnId(const QString &connectionId)
{
    const QString former = std::exchange(m_ownId, connectionId);
    if (former == connectionId)
        return;
    announceOwner(former);
    announceOwner(connectionId);
}

void PeopleModel::announceOwner(const QString &connectionId)
{
    const auto row = static_cast<int>(m_ids.indexOf(connectionId));
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row), {OwnRole});
}

} // namespace Greenroom
