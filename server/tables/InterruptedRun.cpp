// SPDX-License-Identifier: MIT
#include "tables/InterruptedRun.h"

#include "tables/SqlError.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace Greenroom {

namespace {

/// A session is opened together with its connection. Only a run that could not write its end leaves any.
bool areConnectionsLeft(QSqlQuery &query)
{
    return !query.exec(QStringLiteral("SELECT 1 FROM ActiveConnections LIMIT 1")) || query.next();
}

// Stamps are UTC in one form, so that they sort as text. Messages may be many: the last one is the latest.
bool closeSessions(QSqlQuery &query)
{
    return query.exec(QStringLiteral(
        "UPDATE SessionHistory SET "
        "disconnected_at = max(connected_at, last.stamp), "
        "duration_seconds = CAST(strftime('%s', max(connected_at, last.stamp)) AS INTEGER) "
        "- CAST(strftime('%s', connected_at) AS INTEGER) "
        "FROM (SELECT max(stamp) AS stamp FROM (SELECT max(connected_at) AS stamp FROM SessionHistory "
        "UNION ALL SELECT max(disconnected_at) FROM SessionHistory "
        "UNION ALL SELECT timestamp FROM (SELECT timestamp FROM MessageHistory ORDER BY rowid DESC LIMIT 1)"
        ")) AS last "
        "WHERE disconnected_at IS NULL"));
}

} // namespace

Result<void> closeInterruptedRun(QSqlDatabase &database, LastRun lastRun)
{
    QSqlQuery query(database);
    // Begun in any case: tables that may not be written shall be found now.
    const bool isBegun = query.exec(QStringLiteral("BEGIN IMMEDIATE"));
    const bool isNothingLeft = isBegun && lastRun == LastRun::Ended && !areConnectionsLeft(query);
    query.finish();
    const bool isDone =
        isNothingLeft
        || (isBegun && closeSessions(query) && query.exec(QStringLiteral("DELETE FROM ActiveConnections")));
    if (isDone && query.exec(QStringLiteral("COMMIT")))
        return {};
    const QSqlError error = query.lastError();
    query.exec(QStringLiteral("ROLLBACK"));
    return tl::unexpected(tablesError(error, database.databaseName()));
}

} // namespace Greenroom
