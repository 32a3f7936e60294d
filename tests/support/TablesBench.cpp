// SPDX-License-Identifier: MIT
#include "support/TablesBench.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>

namespace Greenroom::Test {

SessionRow TablesBench::session(const char *id, const char *connectedAt)
{
    return {QString::fromUtf8(id), QStringLiteral("127.0.0.1"), QString::fromUtf8(connectedAt)};
}

MessageRow TablesBench::message(const QString &id, const QString &text, const char *at)
{
    return {id, QStringLiteral("ana"), text, QString::fromUtf8(at)};
}

std::unique_ptr<SqliteTables> TablesBench::openTables()
{
    auto tables = SqliteTables::open(file(), m_clock);
    if (!tables)
        qFatal("%s", qPrintable(tables.error().message));
    return std::move(*tables);
}

QStringList TablesBench::sql(const QString &statement) const
{
    QStringList rows;
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("reader"));
        database.setDatabaseName(file());
        if (!database.open())
            return {QStringLiteral("not open")};
        QSqlQuery query(database);
        query.exec(statement);
        while (query.next()) {
            QStringList values;
            for (int column = 0; column < query.record().count(); ++column)
                values.append(query.isNull(column) ? QStringLiteral("NULL") : query.value(column).toString());
            rows.append(values.join(u'|'));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("reader"));
    return rows;
}

} // namespace Greenroom::Test
