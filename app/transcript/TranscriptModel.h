// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/Message.h"

#include <QAbstractListModel>
#include <QList>

namespace Greenroom {

class HighlightWords;

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
        /// Delivery.
        DeliveryRole,
        /// QString: why the line could not be delivered.
        FailureRole,
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const Message &message(int row) const;
    /// Whether the line is ours: typed here, or its writer is one of the ids that noteOwnId() was told.
    bool isOwn(int row) const;
    /// Whether somebody else wrote the line: these are the lines that can be unread.
    bool isFromOthers(int row) const;
    /// Whether somebody else wrote one of the highlight words in it.
    bool isHighlighted(int row) const;
    /// Whether noteOwnId() was told this id.
    bool isOwnId(const QString &connectionId) const;
    /// The id that noteOwnId() was told last; empty if none.
    QString lastOwnId() const;
    /// The row of the line that was typed here and got this number; -1 if there is none. Looks from the end.
    int rowOfOwnLine(quint64 ownLine) const;

    void append(Message message);
    /// Puts older lines, oldest first, before all others.
    void prepend(const QList<Message> &older);
    /// Another state of the line in `row`, its own number kept.
    void replace(int row, Message message);
    /// Sets how far the line in `row` has come; `failure` says why where it failed.
    void setDelivery(int row, Delivery delivery, const QString &failure = {});
    void remove(int row);
    /// From now on, and in the lines already here, these are the highlight words; they must outlive the
    /// model.
    void setHighlightWords(const HighlightWords &words);
    /// From now on, and in the lines already here, this id is ourselves.
    void noteOwnId(const QString &connectionId);

private:
    QList<Message> m_messages;
    QStringList m_ownIds;
    const HighlightWords *m_highlightWords = nullptr;
};

} // namespace Greenroom
