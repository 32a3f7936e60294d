// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/LinePages.h"
#include "transcript/Message.h"
#include "transcript/RowNumbers.h"

#include <QAbstractListModel>
#include <QSet>
#include <deque>
#include <set>

namespace Greenroom {

class HighlightWords;

/// The lines of one conversation, oldest first: those that are kept on the disk, read when they are asked
/// for, and after them those that are new.
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
    /// Valid until the model changes or some hundred other rows were asked for. The frame is missing in what
    /// comes from the disk.
    const Message &message(int row) const;
    QString rawFrame(int row) const;
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
    /// The row of the line that was typed here and got this number; -1 if there is none.
    int rowOfOwnLine(quint64 ownLine) const;
    /// The rows of our lines that wait, are under way or have failed, in order.
    QList<int> unsettledRows() const;
    /// So many rows, from the first on, would have to be read from the disk.
    int rowsOnDisk() const;
    /// Looks for a text in those of them that are above row `before`; nothing if there are none.
    std::unique_ptr<LineFinder> findOnDisk(const QString &wanted, int before) const;
    /// The row of the first line from this number on, for what a LineFinder finds.
    int rowFrom(qint64 number) const;

    /// What is shown is this conversation from now on. Lines that belonged to none come after its last; if it
    /// is kept in memory only, all do.
    void show(std::unique_ptr<ArchivedConversation> conversation);
    /// The conversation that is shown; null if none is.
    ArchivedConversation *conversation() const { return m_conversation.get(); }
    /// The first line that was not read when the program ended; -1 if there is none.
    int firstUnread() const;
    /// The line in `row` came from others and nobody has looked.
    void noteUnread(int row);

    void append(Message message);
    /// Puts older lines, oldest first, before all others; in a transcript that is in memory only.
    void prepend(const QList<Message> &older);
    /// Another state of the line in `row`, its own number kept.
    void replace(int row, Message message);
    /// Sets how far the line in `row` has come; `failure` says why where it failed.
    void setDelivery(int row, Delivery delivery, const QString &failure = {});
    /// The line in `row` is kept in the outbox by this name.
    void setOutboxName(int row, const QString &name);
    /// The line in `row`, which is from the disk, gets this number.
    void setOwnLine(int row, quint64 ownLine);
    void remove(int row);
    /// From now on, and in the lines already here, these are the highlight words; they must outlive the
    /// model.
    void setHighlightWords(const HighlightWords &words);
    /// From now on, and in the lines already here, this id is ourselves.
    void noteOwnId(const QString &connectionId);

private:
    struct Line
    {
        Message message;
        /// The write that brings it to the disk; 0 if none does.
        quint64 write = 0;
    };

    Line *inMemory(qint64 number);
    bool isOwn(const Message &message) const;
    void change(int row, const Message &message);
    void noteDelivery(qint64 number, Delivery delivery);
    QList<Message> linesInMemory() const;
    void reset();
    void giveUp(quint64 written);

    std::unique_ptr<ArchivedConversation> m_conversation;
    RowNumbers m_numbers;
    /// Up to the first in memory.
    mutable LinePages m_pages;
    std::deque<Line> m_lines;
    qint64 m_firstInMemory = 0;
    QSet<QString> m_ownIds;
    QString m_lastOwnId;
    QHash<quint64, qint64> m_ownLines;
    std::set<qint64> m_unsettled;
    const HighlightWords *m_highlightWords = nullptr;
};

} // namespace Greenroom
