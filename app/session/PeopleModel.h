// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>
#include <QStringList>
#include <optional>

namespace Greenroom {

/// The people seen in the present connection, in the order of their first appearance.
class PeopleModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        /// QString: the connection id.
        IdRole = Qt::UserRole,
        /// bool: ourselves.
        OwnRole,
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// Qt::DisplayRole is the short name (`PersonName`), Qt::ToolTipRole the id.
    QVariant data(const QModelIndex &index, int role) const override;

    /// A person, and what follows the name in a text.
    struct Named
    {
        QString id;
        QString rest;
    };
    /// The person whose short name or id `text` begins with, in any case of letters.
    std::optional<Named> namedAtStart(const QString &text) const;

    void clear();
    /// Does nothing if the id is here already.
    void add(const QString &connectionId);
    void remove(const QString &connectionId);
    void setOwnId(const QString &connectionId);

private:
    void announceOwner(const QString &connectionId);

    QStringList m_ids;
    QString m_ownId;
};

} // namespace Greenroom
