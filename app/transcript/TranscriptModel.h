// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/Message.h"

#include <QAbstractListModel>
#include <QList>

namespace Greenroom {

/// The lines of one conversation, oldest first.
class TranscriptModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole,
        PersonIdRole,
        TextRole,
        /// qint64: milliseconds since 1970, UTC.
        TimeRole,
        /// bool: written by ourselves.
        OwnRole,
        RawFrameRole,
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const Message &message(int row) const;
    /// Whether the line is ours: its writer is one of the ids that noteOwnId() was told.
    bool isOwn(int row) const;
    /// Whether somebody else wrote the line: these are the lines that can be unread.
    bool isFromOthers(int row) const;

    void append(Message message);
    /// Puts older lines, oldest first, before all others.
    void prepend(const QList<Message> &older);
    /// From now on, and in the lines already here, this id is ourselves.
    void noteOwnId(const QString &connectionId);

private:
    QList<Message> m_messages;
    QStringList m_ownIds;
};

} // namespace Greenroom
