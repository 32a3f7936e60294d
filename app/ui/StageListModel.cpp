// SPDX-License-Identifier: MIT
#include "ui/StageListModel.h"

#include "ui/SessionDeck.h"

#include <QMimeData>
#include <QScopedValueRollback>
#include <algorithm>

namespace Greenroom {

namespace {

QString mimeType()
{
    return QStringLiteral("application/x-greenroom-stage");
}

} // namespace

bool StageListModel::Row::isSameAs(const Row &other) const
{
    if (kind != other.kind)
        return false;
    if (kind == Kind::Header)
        return entry.section == other.entry.section;
    // A saved stage's first row is the stage's, whether there is a session or not.
    const bool isStage = entry.isSaved && entry.ordinal == 1;
    const bool isOtherStage = other.entry.isSaved && other.entry.ordinal == 1;
    if (isStage || isOtherStage)
        return isStage && isOtherStage && entry.stage == other.entry.stage;
    return entry.page == other.entry.page;
}

StageListModel::StageListModel(Services &services, SessionDeck &deck, QObject *parent)
    : QAbstractListModel(parent), m_services(services), m_entries(services, deck)
{
    connect(&services.savedStages, &SavedStages::changed, this, &StageListModel::rebuild);
    connect(&services.summaries, &StageSummaries::changed, this, &StageListModel::rebuild);
    connect(&deck, &SessionDeck::pagesChanged, this, &StageListModel::rebuild);
    connect(&deck, &SessionDeck::pageChanged, this, &StageListModel::rebuild);
    rebuild();
    refreshTimes();
}

int StageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant StageListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StageEntry &shown = m_rows.at(index.row()).entry;
    if (!isHeader(index))
        return shown.data(role, m_services.clock.wallTime());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return shown.title;
    case Qt::AccessibleTextRole:
        return m_rows.at(index.row()).isFolded ? tr("%1, folded group", "%1 is a name").arg(shown.title)
                                               : tr("%1, group", "%1 is a name").arg(shown.title);
    case StageEntry::HeaderRole:
        return true;
    case StageEntry::FoldedRole:
        return m_rows.at(index.row()).isFolded;
    case StageEntry::UnreadRole:
        return shown.unread;
    default:
        return {};
    }
}

bool StageListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const QString name = value.toString().trimmed();
    if (name == data(index, role).toString())
        return true;
    if (isHeader(index))
        m_services.savedStages.renameGroup(StageSection::group(entry(index).section), name);
    else
        m_services.savedStages.rename(entry(index).stage, name);
    return true;
}

Qt::ItemFlags StageListModel::flags(const QModelIndex &index) const
{
    // Between the rows.
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Qt::ItemFlags always = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (isHeader(index) && entry(index).section == StageSection::local())
        return always;
    if (isHeader(index))
        return always | Qt::ItemIsEditable | Qt::ItemIsDropEnabled;
    return entry(index).isSaved ? always | Qt::ItemIsEditable | Qt::ItemIsDragEnabled : always;
}

Qt::DropActions StageListModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

QStringList StageListModel::mimeTypes() const
{
    return {mimeType()};
}

QMimeData *StageListModel::mimeData(const QModelIndexList &indexes) const
{
    auto *dragged = new QMimeData;
    if (!indexes.isEmpty())
        dragged->setData(mimeType(), entry(indexes.constFirst()).stage.toEncoded());
    return dragged;
}

bool StageListModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int /*column*/,
                                  const QModelIndex &parent)
{
    if (action != Qt::MoveAction || !data->hasFormat(mimeType()))
        return false;
    const QUrl stage = QUrl::fromEncoded(data->data(mimeType()));
    // Onto a head is below it; a row belongs to the group of the one above it.
    const int below = parent.isValid() ? parent.row() + 1 : row < 0 ? rowCount() : row;
    const QString section = below > 0 ? m_rows.at(below - 1).entry.section : QString();
    if (section == StageSection::local())
        return false;
    QUrl before = below < rowCount() ? m_rows.at(below).entry.stage : QUrl();
    // Between a stage and its further sessions is below all of them.
    for (int next = below + 1; below > 0 && m_rows.at(below - 1).entry.stage == before && !before.isEmpty();)
        before = m_rows.value(next++).entry.stage;
    m_services.savedStages.place(stage, StageSection::group(section), before);
    return true;
}

bool StageListModel::isHeader(const QModelIndex &index) const
{
    return index.isValid() && m_rows.at(index.row()).kind == Row::Kind::Header;
}

StageEntry StageListModel::entry(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).entry : StageEntry();
}

QModelIndex StageListModel::indexOf(const ConversationPage &page) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows.at(row).entry.page == &page)
            return index(row);
    }
    // It is in a folded group.
    const QString section = entryOf(page).section;
    for (int row = 0; row < rowCount(); ++row) {
        if (isHeader(index(row)) && m_rows.at(row).entry.section == section)
            return index(row);
    }
    return {};
}

QString StageListModel::titleOf(const ConversationPage &page) const
{
    return entryOf(page).title;
}

void StageListModel::toggle(const QModelIndex &header)
{
    if (isHeader(header))
        m_services.savedStages.setFolded(entry(header).section, !m_rows.at(header.row()).isFolded);
}

void StageListModel::move(const QModelIndex &index, SavedStages::Direction direction)
{
    const StageEntry moved = entry(index);
    if (isHeader(index)) {
        m_services.savedStages.moveGroup(StageSection::group(moved.section), direction);
        return;
    }
    {
        // In one go, so that the row stays the row that it is.
        const QScopedValueRollback moving(m_isMoving, true);
        moveStage(moved.stage, direction);
    }
    rebuild();
}

void StageListModel::moveStage(const QUrl &address, SavedStages::Direction direction)
{
    m_services.savedStages.move(address, direction);
    // One sees where it went.
    const auto stage = m_services.savedStages.find(address);
    if (const QString section = StageSection::ofGroup(stage ? stage->group : QString());
        m_services.savedStages.isFolded(section))
        m_services.savedStages.setFolded(section, false);
}

QList<StageListModel::Row> StageListModel::wantedRows() const
{
    QList<Row> rows;
    qsizetype header = -1;
    QString section;
    const QList<StageEntry> entries = m_entries.all();
    for (const StageEntry &entry : entries) {
        // The local stage needs no head while it is alone.
        const bool isNew =
            entry.section != section && !(entry.section == StageSection::local() && rows.isEmpty());
        if (isNew) {
            StageEntry head;
            head.section = entry.section;
            head.title =
                entry.section == StageSection::local() ? tr("Local") : StageSection::group(entry.section);
            header = rows.size();
            rows.append({Row::Kind::Header, head, m_services.savedStages.isFolded(head.section)});
        }
        section = entry.section;
        if (header < 0 || !rows.at(header).isFolded)
            rows.append({Row::Kind::Stage, entry, false});
        else
            rows[header].entry.unread += entry.unread;
    }
    return rows;
}

StageEntry StageListModel::entryOf(const ConversationPage &page) const
{
    const QList<StageEntry> entries = m_entries.all();
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&page](const StageEntry &entry) { return entry.page == &page; });
    return found == entries.end() ? StageEntry() : *found;
}

void StageListModel::rebuild()
{
    if (m_isMoving)
        return;
    Q_EMIT aboutToRebuild();
    const QList<Row> wanted = wantedRows();
    removeUnwanted(wanted);
    for (int place = 0; place < wanted.size(); ++place)
        bringTo(place, wanted.at(place));
    Q_EMIT rebuilt();
}

void StageListModel::removeUnwanted(const QList<Row> &wanted)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto isIt = [this, row](const Row &other) { return m_rows.at(row).isSameAs(other); };
        if (std::any_of(wanted.begin(), wanted.end(), isIt))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

void StageListModel::bringTo(int place, const Row &row)
{
    int from = place;
    while (from < rowCount() && !m_rows.at(from).isSameAs(row))
        ++from;
    if (from == rowCount()) {
        beginInsertRows({}, place, place);
        m_rows.insert(place, row);
        endInsertRows();
    } else if (from > place) {
        beginMoveRows({}, from, from, {}, place);
        m_rows.move(from, place);
        endMoveRows();
    }
    if (m_rows.at(place) == row)
        return;
    m_rows[place] = row;
    Q_EMIT dataChanged(index(place), index(place));
}

/// "now" does not stay true for long.
void StageListModel::refreshTimes()
{
    constexpr std::chrono::seconds often{30};
    m_minute = m_services.clock.ringAfter(often, [this] { refreshTimes(); });
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {StageEntry::TimeRole, Qt::AccessibleTextRole});
}

} // namespace Greenroom
