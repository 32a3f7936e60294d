// SPDX-License-Identifier: MIT
#include "archive/ArchiveDatabase.h"

#include "archive/ArchiveMigrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

namespace Greenroom {

namespace {

tl::expected<void, ArchiveTrouble> makeFile(const QString &file)
{
    if (!QDir().mkpath(QFileInfo(file).path()))
        return tl::unexpected(ArchiveTrouble::unreachable(file, qt_error_string()));
    QFile made(file);
    // What SQLite puts beside it gets the same permissions.
    if (!made.open(QIODevice::ReadWrite | QIODevice::NewOnly)
        || !made.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return tl::unexpected(ArchiveTrouble::unreachable(file, made.errorString()));
    return {};
}

/// SQLite takes a few bytes of anything for an empty database, and would write over them.
bool beginsAsDatabase(const QString &path)
{
    QFile file(path);
    const QByteArray magic("SQLite format 3", 16);
    return !file.open(QIODevice::ReadOnly) || file.read(magic.size()) == magic;
}

} // namespace

tl::expected<std::unique_ptr<ArchiveDatabase>, ArchiveTrouble> ArchiveDatabase::open(const QString &file,
                                                                                     Use use)
{
    std::unique_ptr<ArchiveDatabase> archive(new ArchiveDatabase(file, use));
    if (!archive->m_database.open())
        return tl::unexpected(ArchiveTrouble::of(archive->m_database.lastError(), file));
    QStringList pragmas{QStringLiteral("busy_timeout = 5000")};
    // What is forgotten is gone from the disk. What was committed survives a crash of the program.
    if (use == Use::Write)
        pragmas << QStringLiteral("journal_mode = WAL") << QStringLiteral("synchronous = NORMAL")
                << QStringLiteral("secure_delete = ON") << QStringLiteral("journal_size_limit = 8000000");
    for (const QString &pragma : std::as_const(pragmas)) {
        if (auto done = archive->execute(QStringLiteral("PRAGMA ") + pragma); !done)
            return tl::unexpected(done.error());
    }
    return archive;
}

tl::expected<void, ArchiveTrouble> ArchiveDatabase::prepare(const QString &file)
{
    if (!QFileInfo::exists(file)) {
        if (auto made = makeFile(file); !made)
            return made;
    }
    if (QFileInfo(file).size() > 0) {
        if (!beginsAsDatabase(file))
            return tl::unexpected(ArchiveTrouble::damaged(file));
        // Closed again before anything is written: a file that is refused stays as it is.
        auto looked = open(file, Use::Read).and_then([](const auto &archive) {
            return ArchiveMigrations::check(archive->database());
        });
        if (!looked)
            return looked;
    }
    const auto archive = open(file, Use::Write);
    if (!archive)
        return tl::unexpected(archive.error());
    if (auto brought = ArchiveMigrations::run((*archive)->database()); !brought)
        return brought;
    if (auto begun = (*archive)->execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    return (*archive)->execute(QStringLiteral("ROLLBACK"));
}

ArchiveDatabase::ArchiveDatabase(const QString &file, Use use)
    : m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QUuid::createUuid().toString()))
{
    m_database.setDatabaseName(file);
    if (use == Use::Read)
        m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
}

ArchiveDatabase::~ArchiveDatabase()
{
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

QSqlQuery ArchiveDatabase::query() const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    return query;
}

QSqlQuery ArchiveDatabase::prepared(const QString &sql) const
{
    QSqlQuery made = query();
    made.prepare(sql);
    return made;
}

tl::expected<void, ArchiveTrouble> ArchiveDatabase::execute(const QString &sql) const
{
    QSqlQuery made = query();
    if (made.exec(sql))
        return {};
    return tl::unexpected(ArchiveTrouble::of(made.lastError(), file()));
}

} // namespace Greenroom
