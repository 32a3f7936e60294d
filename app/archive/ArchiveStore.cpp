// SPDX-License-Identifier: MIT
#include "archive/ArchiveStore.h"

#include "archive/LineId.h"
#include "archive/LineIndex.h"

#include <QSqlError>
#include <QVariant>

namespace Greenroom {

namespace {

/// Statements for the volumes of many conversations add up.
constexpr qsizetype mostStatements = 64;

/// Qt binds texts as UTF-16, whose first character SQLite takes for a byte order mark if it looks like one.
/// For a statement with `CAST(? AS TEXT)`.
QByteArray utf8(const QString &text)
{
    // Qt would bind a null array as NULL.
    return text.isEmpty() ? QByteArray("") : text.toUtf8();
}

QVariant utf8OrNull(const QString &text)
{
    return text.isEmpty() ? QVariant(QMetaType::fromType<QByteArray>()) : QVariant(text.toUtf8());
}

} // namespace

tl::expected<std::unique_ptr<ArchiveStore>, ArchiveTrouble> ArchiveStore::open(const QString &file)
{
    auto database = ArchiveDatabase::open(file, ArchiveDatabase::Use::Write);
    if (!database)
        return tl::unexpected(database.error());
    return std::unique_ptr<ArchiveStore>(new ArchiveStore(std::move(*database)));
}

ArchiveStore::ArchiveStore(std::unique_ptr<ArchiveDatabase> database) : m_database(std::move(database)) {}

tl::expected<void, ArchiveTrouble> ArchiveStore::apply(const ArchiveWrites &writes)
{
    if (auto begun = m_database->execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    m_hasForgotten = false;
    if (!applyAll(writes) || !execute(QStringLiteral("COMMIT"), {})) {
        // Tables that were made meanwhile are no more, and neither is what was prepared for them.
        m_statements.clear();
        // Fails where SQLite has rolled back by itself.
        QSqlQuery(m_database->database()).exec(QStringLiteral("ROLLBACK"));
        return tl::unexpected(m_trouble);
    }
    // From the log too, which otherwise goes when the program ends.
    if (m_hasForgotten)
        QSqlQuery(m_database->database()).exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    return {};
}

bool ArchiveStore::applyAll(const ArchiveWrites &writes)
{
    return std::all_of(writes.cbegin(), writes.cend(), [this](const ArchiveWrite &write) {
        return std::visit([this](const auto &what) { return apply(what); }, write);
    });
}

bool ArchiveStore::apply(const AddConversation &write)
{
    return execute(
        QStringLiteral("INSERT OR IGNORE INTO conversations (id, key) VALUES (?, CAST(? AS TEXT))"),
        {write.conversation, utf8(write.key)});
}

bool ArchiveStore::apply(const PutLine &write)
{
    const QByteArray entry = LineIndex::entry(write.line);
    if (!takeFromIndex(write.conversation, write.number, entry))
        return false;
    const qint64 id = LineId::of(write.conversation, write.number);
    const Message &line = write.line;
    const bool isPut =
        execute(QStringLiteral("INSERT OR REPLACE INTO lines (id, at, kind, person, text, delivery, failure, "
                               "outbox) VALUES (?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, "
                               "CAST(? AS TEXT), CAST(? AS TEXT))"),
                {id, static_cast<qint64>(line.at.time_since_epoch().count()), static_cast<int>(line.kind),
                 utf8(line.personId), utf8(line.text), static_cast<int>(line.delivery),
                 utf8OrNull(line.failure), utf8OrNull(line.outboxName)});
    const bool hasFrame =
        line.rawFrame.isEmpty()
        || execute(QStringLiteral("INSERT OR REPLACE INTO frames (id, frame) VALUES (?, CAST(? AS TEXT))"),
                   {id, utf8(line.rawFrame)});
    if (!isPut || !hasFrame || !m_isToBeIndexed)
        return isPut && hasFrame;
    return putIntoIndex(write.conversation, write.number, entry,
                        QStringLiteral("INSERT INTO %1 (rowid, text) VALUES (?, CAST(? AS TEXT))"));
}

bool ArchiveStore::apply(const RemoveLine &write)
{
    const QVariantList id{LineId::of(write.conversation, write.number)};
    return takeFromIndex(write.conversation, write.number, {})
           && execute(QStringLiteral("DELETE FROM lines WHERE id = ?"), id)
           && execute(QStringLiteral("DELETE FROM frames WHERE id = ?"), id)
           && execute(QStringLiteral("INSERT OR IGNORE INTO removed_lines (id) VALUES (?)"), id);
}

bool ArchiveStore::apply(const AddOwnId &write)
{
    return execute(
        QStringLiteral("INSERT OR IGNORE INTO own_ids (conversation, person) VALUES (?, CAST(? AS TEXT))"),
        {write.conversation, utf8(write.personId)});
}

bool ArchiveStore::apply(const SetState &write)
{
    const ConversationState &state = write.state;
    return execute(QStringLiteral("UPDATE conversations SET unread = ?, first_unread = ?, "
                                  "last_text = CAST(? AS TEXT), last_person = CAST(? AS TEXT), last_own = ?, "
                                  "last_at = ? WHERE id = ?"),
                   {state.unread, state.firstUnread, utf8(state.lastText), utf8(state.lastPersonId),
                    state.lastIsOwn, static_cast<qint64>(state.lastAt.time_since_epoch().count()),
                    write.conversation});
}

bool ArchiveStore::apply(const ForgetConversation &write)
{
    const qint64 first = LineId::of(write.conversation, 0);
    const qint64 last = LineId::of(write.conversation + 1, 0) - 1;
    for (const char *table : {"lines", "frames", "removed_lines"}) {
        const QString sql = QStringLiteral("DELETE FROM %1 WHERE id BETWEEN ? AND ?");
        if (!execute(sql.arg(QLatin1String(table)), {first, last}))
            return false;
    }
    m_hasForgotten = true;
    return dropIndex(write.conversation)
           && execute(QStringLiteral("DELETE FROM own_ids WHERE conversation = ?"), {write.conversation})
           && execute(QStringLiteral("DELETE FROM conversations WHERE id = ?"), {write.conversation});
}

bool ArchiveStore::takeFromIndex(qint64 conversation, qint64 number, const QByteArray &unless)
{
    m_isToBeIndexed = true;
    auto &found = m_statements[QStringLiteral("SELECT kind, person, text FROM lines WHERE id = ?")];
    if (!found)
        found = std::make_shared<QSqlQuery>(
            m_database->prepared(QStringLiteral("SELECT kind, person, text FROM lines WHERE id = ?")));
    found->bindValue(0, LineId::of(conversation, number));
    if (!note(*found, found->exec()))
        return false;
    if (!found->next()) {
        found->finish();
        return true;
    }
    Message line;
    line.kind = static_cast<Message::Kind>(found->value(0).toInt());
    line.personId = found->value(1).toString();
    line.text = found->value(2).toString();
    found->finish();
    const QByteArray before = LineIndex::entry(line);
    m_isToBeIndexed = before != unless;
    return !m_isToBeIndexed
           || putIntoIndex(conversation, number, before,
                           QStringLiteral("INSERT INTO %1 (%1, rowid, text) VALUES ('delete', ?, "
                                          "CAST(? AS TEXT))"));
}

bool ArchiveStore::putIntoIndex(qint64 conversation, qint64 number, const QByteArray &entry,
                                const QString &statement)
{
    const qint64 volume = LineIndex::volumeOf(number);
    const QString sql = statement.arg(LineIndex::table(conversation, volume));
    if (!m_statements.contains(sql) && !execute(LineIndex::creation(conversation, volume), {}))
        return false;
    return execute(sql, {number, entry});
}

bool ArchiveStore::dropIndex(qint64 conversation)
{
    QStringList names;
    QSqlQuery query = m_database->prepared(QStringLiteral(
        "SELECT name FROM sqlite_master WHERE name GLOB ? AND sql LIKE 'CREATE VIRTUAL TABLE%'"));
    query.bindValue(0, LineIndex::tables(conversation));
    if (!note(query, query.exec()))
        return false;
    while (query.next())
        names.append(query.value(0).toString());
    query.finish();
    // A table is not dropped while somebody might use it.
    m_statements.clear();
    return std::all_of(names.cbegin(), names.cend(), [this](const QString &name) {
        return execute(QStringLiteral("DROP TABLE %1").arg(name), {});
    });
}

bool ArchiveStore::execute(const QString &sql, const QVariantList &values)
{
    if (m_statements.size() > mostStatements)
        m_statements.clear();
    auto &statement = m_statements[sql];
    if (!statement)
        statement = std::make_shared<QSqlQuery>(m_database->prepared(sql));
    for (qsizetype index = 0; index < values.size(); ++index)
        statement->bindValue(static_cast<int>(index), values.at(index));
    const bool isDone = statement->exec();
    note(*statement, isDone);
    statement->finish();
    return isDone;
}

bool ArchiveStore::note(const QSqlQuery &query, bool isDone)
{
    if (!isDone)
        m_trouble = ArchiveTrouble::of(query.lastError(), m_database->file());
    return isDone;
}

} // namespace Greenroom
