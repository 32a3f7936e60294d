// SPDX-License-Identifier: MIT
#include "archive/ArchiveReader.h"

#include "archive/LineId.h"
#include "archive/LineIndex.h"

#include <QSqlError>
#include <QVariant>

namespace Greenroom {

namespace {

constexpr auto columns = "l.id, l.at, l.kind, l.person, l.text, l.delivery, l.failure, l.outbox";

QString select(const char *rest)
{
    return QStringLiteral("SELECT %1 FROM %2").arg(QLatin1String(columns), QLatin1String(rest));
}

WallTime toTime(const QVariant &milliseconds)
{
    return WallTime(std::chrono::milliseconds(milliseconds.toLongLong()));
}

NumberedLine lineIn(const QSqlQuery &query)
{
    Message line;
    line.at = toTime(query.value(1));
    line.kind = static_cast<Message::Kind>(query.value(2).toInt());
    line.personId = query.value(3).toString();
    line.text = query.value(4).toString();
    line.delivery = static_cast<Delivery>(query.value(5).toInt());
    line.failure = query.value(6).toString();
    line.outboxName = query.value(7).toString();
    return {LineId::numberOf(query.value(0).toLongLong()), line};
}

} // namespace

tl::expected<std::unique_ptr<ArchiveReader>, ArchiveTrouble> ArchiveReader::open(const QString &file)
{
    auto database = ArchiveDatabase::open(file, ArchiveDatabase::Use::Read);
    if (!database)
        return tl::unexpected(database.error());
    std::unique_ptr<ArchiveReader> reader(new ArchiveReader(std::move(*database)));
    if (reader->m_lines.lastError().isValid())
        return tl::unexpected(ArchiveTrouble::of(reader->m_lines.lastError(), file));
    return reader;
}

ArchiveReader::ArchiveReader(std::unique_ptr<ArchiveDatabase> database)
    : m_database(std::move(database)),
      m_lines(m_database->prepared(select("lines l WHERE l.id >= ? AND l.id < ? ORDER BY l.id")))
{
}

QList<ArchiveReader::Conversation> ArchiveReader::conversations()
{
    QSqlQuery query = m_database->prepared(QStringLiteral(
        "SELECT c.id, c.key, c.unread, c.first_unread, c.last_text, c.last_person, c.last_own, "
        "c.last_at FROM conversations c ORDER BY c.id"));
    QList<Conversation> found;
    for (execute(query, {}); query.next();) {
        ConversationState state{query.value(2).toInt(),    query.value(3).toLongLong(),
                                query.value(4).toString(), query.value(5).toString(),
                                query.value(6).toBool(),   toTime(query.value(7))};
        found.append({query.value(0).toLongLong(), query.value(1).toString(), state});
    }
    for (Conversation &conversation : found) {
        conversation.end = endOf(conversation.id);
        conversation.removed = static_cast<qint64>(removedNumbers(conversation.id).size());
    }
    return found;
}

QList<NumberedLine> ArchiveReader::lines(qint64 conversation, qint64 first, qint64 end)
{
    return read(m_lines, {LineId::of(conversation, first), LineId::of(conversation, end)});
}

QList<NumberedLine> ArchiveReader::unsettled(qint64 conversation)
{
    QSqlQuery query = m_database->prepared(
        select("lines l WHERE l.delivery IN (1, 2, 5) AND l.id >= ? AND l.id < ? ORDER BY l.id"));
    return read(query, {LineId::of(conversation, 0), LineId::of(conversation + 1, 0)});
}

QList<NumberedLine> ArchiveReader::candidates(qint64 conversation, const QString &expression, qint64 first,
                                              qint64 end, int most)
{
    const QString sql =
        QStringLiteral("SELECT %1 FROM %2 f CROSS JOIN lines l ON l.id = ? + f.rowid "
                       "WHERE f.%2 MATCH ? AND f.rowid >= ? AND f.rowid < ? "
                       "ORDER BY f.rowid DESC LIMIT ?")
            .arg(QLatin1String(columns), LineIndex::table(conversation, LineIndex::volumeOf(first)));
    QSqlQuery query = m_database->query();
    // A volume of which nothing was written yet.
    if (!query.prepare(sql))
        return {};
    return read(query, {LineId::of(conversation, 0), expression, first, end, most});
}

QString ArchiveReader::frame(qint64 conversation, qint64 number)
{
    QSqlQuery query = m_database->prepared(QStringLiteral("SELECT frame FROM frames WHERE id = ?"));
    const bool isFound = execute(query, {LineId::of(conversation, number)}) && query.next();
    return isFound ? query.value(0).toString() : QString();
}

std::vector<qint64> ArchiveReader::removedNumbers(qint64 conversation)
{
    QSqlQuery query = m_database->prepared(
        QStringLiteral("SELECT id FROM removed_lines WHERE id >= ? AND id < ? ORDER BY id"));
    std::vector<qint64> numbers;
    for (execute(query, {LineId::of(conversation, 0), LineId::of(conversation + 1, 0)}); query.next();)
        numbers.push_back(LineId::numberOf(query.value(0).toLongLong()));
    return numbers;
}

QStringList ArchiveReader::ownIds(qint64 conversation)
{
    QSqlQuery query =
        m_database->prepared(QStringLiteral("SELECT person FROM own_ids WHERE conversation = ?"));
    QStringList ids;
    for (execute(query, {conversation}); query.next();)
        ids.append(query.value(0).toString());
    return ids;
}

bool ArchiveReader::execute(QSqlQuery &query, const QVariantList &values)
{
    for (qsizetype index = 0; index < values.size(); ++index)
        query.bindValue(static_cast<int>(index), values.at(index));
    if (query.exec())
        return true;
    noteError(query);
    return false;
}

void ArchiveReader::noteError(const QSqlQuery &query)
{
    const ArchiveTrouble trouble = ArchiveTrouble::of(query.lastError(), m_database->file());
    if (trouble.kind == ArchiveTrouble::Kind::Damaged)
        m_damage = trouble;
}

QList<NumberedLine> ArchiveReader::read(QSqlQuery &query, const QVariantList &values)
{
    QList<NumberedLine> found;
    if (execute(query, values)) {
        while (query.next())
            found.append(lineIn(query));
        if (query.lastError().isValid())
            noteError(query);
    }
    // An open question would keep the log from being emptied.
    query.finish();
    return found;
}

qint64 ArchiveReader::endOf(qint64 conversation)
{
    const QVariantList range{LineId::of(conversation, 0), LineId::of(conversation + 1, 0)};
    qint64 end = 0;
    for (const char *table : {"lines", "removed_lines"}) {
        QSqlQuery query = m_database->prepared(
            QStringLiteral("SELECT max(id) FROM %1 WHERE id >= ? AND id < ?").arg(QLatin1String(table)));
        if (execute(query, range) && query.next() && !query.value(0).isNull())
            end = std::max(end, LineId::numberOf(query.value(0).toLongLong()) + 1);
    }
    return end;
}

} // namespace Greenroom
