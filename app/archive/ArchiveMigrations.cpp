// SPDX-License-Identifier: MIT
#include "archive/ArchiveMigrations.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>
#include <array>

namespace Greenroom::ArchiveMigrations {

namespace {

bool execAll(QSqlQuery &query, const QStringList &statements)
{
    return std::all_of(statements.cbegin(), statements.cend(),
                       [&query](const QString &statement) { return query.exec(statement); });
}

/// A line's id is its conversation's, shifted, and its number there (see LineId.h). Frames have a table of
/// their own, since they are as long as the lines and hardly ever looked at.
bool createTables(QSqlQuery &query)
{
    return execAll(
        query,
        {QStringLiteral("CREATE TABLE conversations (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, "
                        "unread INTEGER NOT NULL DEFAULT 0, first_unread INTEGER NOT NULL DEFAULT -1, "
                        "last_text TEXT, last_person TEXT, last_own INTEGER NOT NULL DEFAULT 0, "
                        "last_at INTEGER NOT NULL DEFAULT 0)"),
         QStringLiteral("CREATE TABLE lines (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, "
                        "kind INTEGER NOT NULL, person TEXT NOT NULL, text TEXT NOT NULL, "
                        "delivery INTEGER NOT NULL, failure TEXT, outbox TEXT)"),
         QStringLiteral("CREATE INDEX unsettled_lines ON lines (id) WHERE delivery IN (1, 2, 5)"),
         QStringLiteral("CREATE TABLE frames (id INTEGER PRIMARY KEY, frame TEXT NOT NULL)"),
         QStringLiteral("CREATE TABLE removed_lines (id INTEGER PRIMARY KEY)"),
         QStringLiteral("CREATE TABLE own_ids (conversation INTEGER NOT NULL, person TEXT NOT NULL, "
                        "PRIMARY KEY (conversation, person)) WITHOUT ROWID")});
}

using Step = bool (*)(QSqlQuery &);
/// The step at index n leads from version n to n + 1. Steps are only ever added, at the end.
constexpr std::array<Step, 1> steps{&createTables};

tl::unexpected<ArchiveTrouble> failed(const QSqlQuery &query, const QSqlDatabase &database)
{
    return tl::unexpected(ArchiveTrouble::of(query.lastError(), database.databaseName()));
}

tl::expected<int, ArchiveTrouble> number(const QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql) || !query.next())
        return failed(query, database);
    return query.value(0).toInt();
}

tl::expected<void, ArchiveTrouble> runStep(const QSqlDatabase &database, int from)
{
    QSqlQuery query(database);
    const bool isDone = query.exec(QStringLiteral("BEGIN IMMEDIATE"))
                        && steps.at(static_cast<std::size_t>(from))(query)
                        && query.exec(QStringLiteral("PRAGMA application_id = %1").arg(applicationId))
                        && query.exec(QStringLiteral("PRAGMA user_version = %1").arg(from + 1))
                        && query.exec(QStringLiteral("COMMIT"));
    if (isDone)
        return {};
    const auto trouble = failed(query, database);
    query.exec(QStringLiteral("ROLLBACK"));
    return trouble;
}

} // namespace

int currentVersion()
{
    return static_cast<int>(steps.size());
}

tl::expected<void, ArchiveTrouble> check(const QSqlDatabase &database)
{
    const auto tables = number(database, QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!tables)
        return tl::unexpected(tables.error());
    const auto application = number(database, QStringLiteral("PRAGMA application_id"));
    const auto version = number(database, QStringLiteral("PRAGMA user_version"));
    if (!application || !version)
        return tl::unexpected(ArchiveTrouble::damaged(database.databaseName()));
    const bool isNew = *tables == 0 && *version == 0;
    if (!isNew && (*application != applicationId || *version <= 0))
        return tl::unexpected(ArchiveTrouble::damaged(database.databaseName()));
    if (*version > currentVersion())
        return tl::unexpected(ArchiveTrouble::newer(database.databaseName()));
    return {};
}

tl::expected<void, ArchiveTrouble> run(const QSqlDatabase &database)
{
    const auto found = number(database, QStringLiteral("PRAGMA user_version"));
    if (!found)
        return tl::unexpected(found.error());
    for (int version = *found; version < currentVersion(); ++version) {
        if (auto done = runStep(database, version); !done)
            return done;
    }
    return {};
}

} // namespace Greenroom::ArchiveMigrations
