// SPDX-License-Identifier: MIT
#pragma once

#include "archive/ArchiveTrouble.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <memory>
#include <tl/expected.hpp>

namespace Greenroom {

/// A connection to the archive's file; belongs to the thread that opened it.
class ArchiveDatabase
{
public:
    enum class Use { Read, Write };

    /// Opens `file`, which must exist and, to be written, be of the present shape.
    static tl::expected<std::unique_ptr<ArchiveDatabase>, ArchiveTrouble> open(const QString &file, Use use);

    /// Looks at `file` without changing it, makes it if it is missing, and brings it up to date.
    static tl::expected<void, ArchiveTrouble> prepare(const QString &file);

    ~ArchiveDatabase();
    Q_DISABLE_COPY_MOVE(ArchiveDatabase)

    const QSqlDatabase &database() const { return m_database; }
    QString file() const { return m_database.databaseName(); }
    QSqlQuery query() const;
    /// `sql` ready to be executed many times; lastError() says why if it is not.
    QSqlQuery prepared(const QString &sql) const;
    tl::expected<void, ArchiveTrouble> execute(const QString &sql) const;

private:
    ArchiveDatabase(const QString &file, Use use);

    QSqlDatabase m_database;
};

} // namespace Greenroom
