// SPDX-License-Identifier: MIT
#include "tables/SqlError.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>

namespace Greenroom {

namespace {

// https://www.sqlite.org/rescode.html: SQLITE_CORRUPT and SQLITE_NOTADB. Extended codes keep them in the low
// byte.
constexpr int corrupt = 11;
constexpr int notADatabase = 26;
constexpr int primaryCodeMask = 0xff;

} // namespace

Error damagedTables(const QString &file)
{
    return {QCoreApplication::translate("Greenroom::Tables",
                                        "The tables in “%1” are damaged; move the file away to begin with "
                                        "empty ones.")
                .arg(QDir::toNativeSeparators(file))};
}

Error tablesError(const QSqlError &error, const QString &file)
{
    const int code = error.nativeErrorCode().toInt() & primaryCodeMask;
    if (code == corrupt || code == notADatabase)
        return damagedTables(file);
    return {QCoreApplication::translate("Greenroom::Tables", "The tables in “%1” cannot be used: %2.")
                .arg(QDir::toNativeSeparators(file),
                     error.databaseText().isEmpty() ? error.driverText() : error.databaseText())};
}

} // namespace Greenroom
