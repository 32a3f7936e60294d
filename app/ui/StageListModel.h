// SPDX-License-Identifier: MIT
#pragma once

#include "stages/SavedStages.h"
#include "ui/StageEntries.h"

#include <QAbstractListModel>

namespace Greenroom {

/// The rows of the left column: the stages and sessions of a window, under a head for each group. Stages can
/// be renamed in place and dragged to another place or group.
class StageListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Borrows both.
    StageListModel(Services &services, SessionDeck &deck, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    bool isHeader(const QModelIndex &index) const;
    /// What the row is about; of a header only title and section mean anything.
    StageEntry entry(const QModelIndex &index) const;
    /// The row of the session, its group's head if that is folded.
    QModelIndex indexOf(const ConversationPage &page) const;
    /// All stages and sessions, those in folded groups too, the likeliest to be looked for first.
    QList<StageEntry> entriesByUse() const { return m_entries.byUse(); }
    /// What the session is called, in a folded group too.
    QString titleOf(const ConversationPage &page) const;

    /// Shows the stages below this head, or hides them.
    void toggle(const QModelIndex &header);
    /// Moves the stage or the group by one place.
    void move(const QModelIndex &index, SavedStages::Direction direction);

Q_SIGNALS:
    /// Rows come and go between these two; nobody has chosen anything.
    void aboutToRebuild();
    void rebuilt();

private:
    struct Row
    {
        enum class Kind { Stage, Header };

        Kind kind = Kind::Stage;
        StageEntry entry;
        bool isFolded = false;

        bool operator==(const Row &other) const = default;
        bool isSameAs(const Row &other) const;
    };

    QList<Row> wantedRows() const;
    StageEntry entryOf(const ConversationPage &page) const;
    void moveStage(const QUrl &address, SavedStages::Direction direction);
    void rebuild();
    void removeUnwanted(const QList<Row> &wanted);
    void bringTo(int place, const Row &row);
    void refreshTimes();

    Services &m_services;
    StageEntries m_entries;
    QList<Row> m_rows;
    std::unique_ptr<Alarm> m_minute;
    bool m_isMoving = false;
};

} // namespace Greenroom
