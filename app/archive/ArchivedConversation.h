// SPDX-License-Identifier: MIT
#pragma once

#include "archive/LineFinder.h"

#include <QObject>

namespace Greenroom {

class Archive;

/// One conversation of an Archive in somebody's hands. Several may have the same; the first of them writes,
/// the others read what is there, and take its place when it goes.
class ArchivedConversation : public QObject
{
    Q_OBJECT

public:
    ~ArchivedConversation() override;
    Q_DISABLE_COPY_MOVE(ArchivedConversation)

    QString key() const { return m_key; }
    /// What is put here goes to the disk.
    bool isWriter() const;
    /// All that was put here is on the disk or on its way, under the numbers that it was put under; so it can
    /// be read again. Else whoever put it has to keep it.
    bool isComplete() const;
    /// What was put into it in earlier runs of the program can be read.
    bool isOnDisk() const;

    /// The number after that of the last line that was there when the conversation was opened.
    qint64 end() const { return m_openedEnd; }
    /// The numbers below end() that have no line any more, in order.
    std::vector<qint64> removedNumbers() const;
    QStringList ownIds() const;
    QList<NumberedLine> unsettled() const;
    QList<NumberedLine> lines(qint64 first, qint64 end) const;
    QString frame(qint64 number) const;
    /// Nothing if there is nothing on the disk.
    std::unique_ptr<LineFinder> find(const QString &wanted, qint64 before) const;

    /// The line with this number is new or has changed. Returns the number that written() will tell of, or 0
    /// if nothing will be written.
    quint64 put(qint64 number, const Message &line, bool isOwn);
    quint64 remove(qint64 number);
    /// Lines come from this number on; those before it were never put here.
    void continueAt(qint64 number);
    void addOwnId(const QString &personId);

    int unread() const;
    /// -1 if there is none.
    qint64 firstUnread() const;
    /// Somebody else's line came and was not read.
    void addUnread(qint64 number);

Q_SIGNALS:
    /// What was put up to this number can be read from the disk.
    void written(quint64 number);
    /// What was there has been forgotten.
    void forgotten();
    /// The archive has begun anew: whoever has lines in memory may put them again, from number 0 on.
    void begunAnew();

private:
    friend class Archive;

    ArchivedConversation(Archive &archive, QString key);
    void beginAt(qint64 end);
    void takeOver(qint64 archiveEnd);
    qint64 archived(qint64 number) const;
    bool goesToDisk(qint64 number) const;

    Archive &m_archive;
    QString m_key;
    qint64 m_openedEnd = 0;
    /// After the last number that was put here.
    qint64 m_end = 0;
    /// Numbers from here on are for the disk, shifted by the offset there.
    qint64 m_writesFrom = 0;
    qint64 m_offset = 0;
};

} // namespace Greenroom
