// SPDX-License-Identifier: MIT
#include "tables/InterruptedRun.h"

#include "tables/SqlError.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace Greenroom {

namespace {

// Stamps are UTC in one form, so that they sort as text.
bool closeSessions(QSqlQuery &query)
{
    return query.exec(QStringLiteral(
        "UPDATE SessionHistory SET "
        "disconnected_at = max(connected_at, last.stamp), "
        "duration_seconds = CAST(strftime('%s', max(connected_at, last.stamp)) AS INTEGER) "
        "- CAST(strftime('%s', connected_at) AS INTEGER) "
        "FROM (SELECT max(stamp) AS stamp FROM (SELECT max(connected_at) AS stamp FROM SessionHistory "
        "UNION ALL SELECT max(disconnected_at) FROM SessionHistory "
        "UNION ALL SELECT max(timestamp) FROM MessageHistory)) AS last "
        "WHERE disconnected_at IS NULL"));
}

} // namespace

Result<void> closeInterruptedRun(QSqlDatabase &database)
{
    QSqlQuery query(database);
    const bool isDone = query.exec(QStringLiteral("BEGIN IMMEDIATE")) && closeSessions(query)
                        && query.exec(QStringLiteral("DELETE FROM ActiveConnections"))
                        && query.exec(QStringLiteral("COMMIT"));
    if (isDone)
        return {};
    const QSqlError error = query.lastError();
    query.exec(QStringLiteral("ROLLBACK"));
    return tl::unexpected(tablesError(error, database.databaseName()));
}

} // namespace Greenroom
