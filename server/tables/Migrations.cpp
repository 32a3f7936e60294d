// SPDX-License-Identifier: MIT
#include "tables/Migrations.h"

#include "tables/SqlError.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <array>

namespace Greenroom::Migrations {

namespace {

/// Names and columns are those of the tutorial's three DynamoDB tables.
bool createTables(QSqlQuery &query)
{
    return query.exec(
               QStringLiteral("CREATE TABLE ActiveConnections (connection_id TEXT NOT NULL PRIMARY KEY)"))
           && query.exec(
               QStringLiteral("CREATE TABLE SessionHistory (connection_id TEXT NOT NULL PRIMARY KEY, "
                              "source_ip TEXT, connected_at TEXT NOT NULL, disconnected_at TEXT, "
                              "duration_seconds INTEGER)"))
           && query.exec(QStringLiteral("CREATE TABLE MessageHistory (message_id TEXT NOT NULL PRIMARY KEY, "
                                        "connection_id TEXT NOT NULL, message TEXT NOT NULL, "
                                        "timestamp TEXT NOT NULL)"));
}

using Step = bool (*)(QSqlQuery &);
/// The step at index n leads from version n to n + 1. Steps are only ever added, at the end.
constexpr std::array<Step, 1> steps{&createTables};

Result<void> failed(const QSqlDatabase &database, const QSqlError &error)
{
    return tl::unexpected(tablesError(error, database.databaseName()));
}

Result<void> runStep(QSqlDatabase &database, int from)
{
    QSqlQuery query(database);
    const bool isDone = query.exec(QStringLiteral("BEGIN IMMEDIATE"))
                        && steps.at(static_cast<std::size_t>(from))(query)
                        && query.exec(QStringLiteral("PRAGMA user_version = %1").arg(from + 1))
                        && query.exec(QStringLiteral("COMMIT"));
    if (isDone)
        return {};
    const QSqlError error = query.lastError();
    query.exec(QStringLiteral("ROLLBACK"));
    return failed(database, error);
}

} // namespace

int currentVersion()
{
    return static_cast<int>(steps.size());
}

Result<void> run(QSqlDatabase &database)
{
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return failed(database, query.lastError());
    const int found = query.value(0).toInt();
    query.finish();
    if (found < 0)
        return tl::unexpected(damagedTables(database.databaseName()));
    if (found > currentVersion())
        return failure(QCoreApplication::translate(
                           "Greenroom::Tables", "The tables in “%1” were written by a newer version of this "
                                                "program; use that one, or another data directory.")
                           .arg(QDir::toNativeSeparators(database.databaseName())));
    for (int version = found; version < currentVersion(); ++version) {
        if (auto done = runStep(database, version); !done)
            return done;
    }
    return {};
}

} // namespace Greenroom::Migrations
