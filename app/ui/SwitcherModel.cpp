// SPDX-License-Identifier: MIT
#include "ui/SwitcherModel.h"

#include "stages/StageMatch.h"

#include <algorithm>
#include <vector>

namespace Greenroom {

SwitcherModel::SwitcherModel(const Clock &clock, QObject *parent) : QAbstractListModel(parent), m_clock(clock)
{
}

int SwitcherModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant SwitcherModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    QVariant known = entry(index).data(role, m_clock.wallTime());
    const QString group = StageSection::group(entry(index).section);
    if (role != StageEntry::WordsRole || group.isEmpty())
        return known;
    return tr("%1 · %2", "%1 is a group's name, %2 a session's state").arg(group, known.toString());
}

const StageEntry &SwitcherModel::entry(const QModelIndex &index) const
{
    return m_shown.at(index.row());
}

void SwitcherModel::setEntries(const QList<StageEntry> &entries)
{
    m_all = entries;
    filter({});
}

void SwitcherModel::filter(const QString &typed)
{
    std::vector<std::pair<int, StageEntry>> found;
    for (const StageEntry &entry : std::as_const(m_all)) {
        const QString group = StageSection::group(entry.section);
        if (const auto rank = StageMatch::rank(typed, entry.title, group, entry.stage.toString()))
            found.emplace_back(*rank, entry);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &one, const auto &other) { return one.first < other.first; });
    beginResetModel();
    m_shown.clear();
    for (const auto &[rank, entry] : found)
        m_shown.append(entry);
    endResetModel();
}

} // namespace Greenroom
