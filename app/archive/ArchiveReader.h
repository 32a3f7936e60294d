// SPDX-License-Identifier: MIT
#pragma once

#include "archive/ArchiveDatabase.h"
#include "archive/ArchiveWrite.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace Greenroom {

/// A line and its number in its conversation.
struct NumberedLine
{
    qint64 number = 0;
    /// Without the frame that it came in.
    Message line;
};

/// The archive's file as it is read while others write to it. Belongs to the thread that opened it. What
/// cannot be read is missing in the answers; damage() tells.
class ArchiveReader
{
public:
    struct Conversation
    {
        qint64 id = 0;
        QString key;
        ConversationState state;
        /// The number of the line that comes next.
        qint64 end = 0;
        /// How many of the lines before it were removed.
        qint64 removed = 0;
    };

    static tl::expected<std::unique_ptr<ArchiveReader>, ArchiveTrouble> open(const QString &file);

    /// What was found to be wrong with the file, if anything was.
    const std::optional<ArchiveTrouble> &damage() const { return m_damage; }

    QList<Conversation> conversations();
    /// The lines whose numbers are from `first` on and below `end`, in order.
    QList<NumberedLine> lines(qint64 conversation, qint64 first, qint64 end);
    /// Those of our own lines that have not arrived.
    QList<NumberedLine> unsettled(qint64 conversation);
    /// Those of them, the newest first and no more than `most`, that may hold what `expression` asks for.
    QList<NumberedLine> candidates(qint64 conversation, const QString &expression, qint64 first, qint64 end,
                                   int most);
    QString frame(qint64 conversation, qint64 number);
    /// In order.
    std::vector<qint64> removedNumbers(qint64 conversation);
    QStringList ownIds(qint64 conversation);

private:
    explicit ArchiveReader(std::unique_ptr<ArchiveDatabase> database);

    bool execute(QSqlQuery &query, const QVariantList &values);
    void noteError(const QSqlQuery &query);
    QList<NumberedLine> read(QSqlQuery &query, const QVariantList &values);
    qint64 endOf(qint64 conversation);

    std::unique_ptr<ArchiveDatabase> m_database;
    QSqlQuery m_lines;
    std::optional<ArchiveTrouble> m_damage;
};

} // namespace Greenroom
