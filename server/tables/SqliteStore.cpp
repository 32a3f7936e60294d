// SPDX-License-Identifier: MIT
#include "tables/SqliteStore.h"

#include "tables/InterruptedRun.h"
#include "tables/Migrations.h"
#include "tables/SqlError.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

namespace Greenroom {

namespace {

// https://www.sqlite.org/rescode.html: SQLITE_BUSY. Extended codes keep it in the low byte.
constexpr int busy = 5;
constexpr int primaryCodeMask = 0xff;

bool isBusy(const QSqlError &error)
{
    return (error.nativeErrorCode().toInt() & primaryCodeMask) == busy;
}

/// Qt binds texts as UTF-16, whose first character SQLite takes for a byte order mark if it looks like one.
/// For a statement with `CAST(? AS TEXT)`.
QByteArray utf8(const QString &text)
{
    // Qt would bind a null array as NULL.
    return text.isEmpty() ? QByteArray("") : text.toUtf8();
}

} // namespace

SqliteStore::Statements::Statements(const QSqlDatabase &database)
    : beginOne(database),
      endOne(database),
      openSession(database),
      addActive(database),
      closeSession(database),
      removeActive(database),
      putMessage(database)
{
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const QString &file, Durability durability)
{
    const LastRun lastRun = StoreFile::hasLog(file) ? LastRun::Killed : LastRun::Ended;
    std::unique_ptr<SqliteStore> store(new SqliteStore(file));
    if (!store->m_database.open())
        return tl::unexpected(tablesError(store->m_database.lastError(), file));
    if (auto done = store->configure(durability); !done)
        return tl::unexpected(done.error());
    if (auto done = Migrations::run(store->m_database); !done)
        return tl::unexpected(done.error());
    if (auto done = store->setDurability(durability); !done)
        return tl::unexpected(done.error());
    if (auto done = closeInterruptedRun(store->m_database, lastRun); !done)
        return tl::unexpected(done.error());
    if (auto done = store->prepare(); !done)
        return tl::unexpected(done.error());
    store->m_file = StoreFile(store->m_database.databaseName());
    // From here on begin() waits, in steps of this length, so that it can be hurried.
    if (auto done = store->execute(QStringLiteral("PRAGMA busy_timeout = 200")); !done)
        return tl::unexpected(done.error());
    return store;
}

SqliteStore::SqliteStore(const QString &file)
    : m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QUuid::createUuid().toString()))
{
    m_database.setDatabaseName(file.isEmpty() ? QStringLiteral(":memory:") : file);
}

SqliteStore::~SqliteStore()
{
    // Qt wants every handle gone before it forgets a connection.
    m_statements.reset();
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<void> SqliteStore::configure(Durability durability)
{
    // The timeout bears with somebody who writes to the file in a shell. WAL lets others read while we write.
    QStringList pragmas{QStringLiteral("busy_timeout = 5000"), QStringLiteral("journal_mode = WAL"),
                        QStringLiteral("wal_autocheckpoint = 0")};
    // Of new tables nothing can be lost but what comes next.
    if (durability == Durability::Normal && QFileInfo(m_database.databaseName()).size() == 0)
        pragmas.prepend(QStringLiteral("synchronous = OFF"));
    for (const QString &pragma : std::as_const(pragmas)) {
        if (auto done = execute(QStringLiteral("PRAGMA ") + pragma); !done)
            return done;
    }
    return {};
}

Result<void> SqliteStore::setDurability(Durability durability)
{
    return execute(durability == Durability::Full ? QStringLiteral("PRAGMA synchronous = FULL")
                                                  : QStringLiteral("PRAGMA synchronous = NORMAL"));
}

Result<void> SqliteStore::prepare()
{
    m_statements = std::make_unique<Statements>(m_database);
    const std::initializer_list<std::pair<QSqlQuery *, QString>> statements{
        {&m_statements->beginOne, QStringLiteral("SAVEPOINT one")},
        {&m_statements->endOne, QStringLiteral("RELEASE one")},
        {&m_statements->openSession, QStringLiteral("INSERT INTO SessionHistory (connection_id, source_ip, "
                                                    "connected_at) VALUES (?, ?, ?)")},
        {&m_statements->addActive,
         QStringLiteral("INSERT INTO ActiveConnections (connection_id) VALUES (?)")},
        {&m_statements->closeSession,
         QStringLiteral("UPDATE SessionHistory SET disconnected_at = ?, duration_seconds = "
                        "CAST(strftime('%s', ?) AS INTEGER) - CAST(strftime('%s', connected_at) AS INTEGER) "
                        "WHERE connection_id = ?")},
        {&m_statements->removeActive,
         QStringLiteral("DELETE FROM ActiveConnections WHERE connection_id = ?")},
        {&m_statements->putMessage, QStringLiteral("INSERT INTO MessageHistory (message_id, connection_id, "
                                                   "message, timestamp) VALUES (?, ?, CAST(? AS TEXT), ?)")},
    };
    for (const auto &[query, sql] : statements) {
        if (!query->prepare(sql))
            return tl::unexpected(tablesError(query->lastError(), m_database.databaseName()));
    }
    return {};
}

Result<WriteResults> SqliteStore::apply(const Writes &writes, std::chrono::milliseconds patience)
{
    if (auto begun = begin(patience); !begun)
        return tl::unexpected(begun.error());
    WriteResults results;
    results.reserve(static_cast<qsizetype>(writes.size()));
    for (const Write &write : writes) {
        if (auto kept = applyOne(write, results); !kept)
            return abandon(kept.error());
    }
    if (auto committed = commit(); !committed)
        return tl::unexpected(committed.error());
    return results;
}

Result<void> SqliteStore::tryToWrite(std::chrono::milliseconds patience)
{
    if (auto checked = m_file->checkRoom(); !checked)
        return checked;
    if (auto begun = begin(patience); !begun)
        return begun;
    // The same as before, and written all the same.
    if (auto set = execute(QStringLiteral("PRAGMA user_version = %1").arg(Migrations::currentVersion()));
        !set)
        return abandon(set.error());
    return commit();
}

Result<Durability> SqliteStore::durability() const
{
    // https://www.sqlite.org/pragma.html#pragma_synchronous
    constexpr int full = 2;
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("PRAGMA synchronous")) || !query.next())
        return tl::unexpected(tablesError(query.lastError(), m_database.databaseName()));
    return query.value(0).toInt() >= full ? Durability::Full : Durability::Normal;
}

Result<void> SqliteStore::commit()
{
    if (auto committed = execute(QStringLiteral("COMMIT")); !committed)
        return abandon(committed.error());
    return {};
}

tl::unexpected<Error> SqliteStore::abandon(Error error)
{
    // Fails where SQLite has done so already.
    execute(QStringLiteral("ROLLBACK"));
    return tl::unexpected(std::move(error));
}

/// Only here can others be in the way: in WAL mode nobody else writes once the transaction has begun.
Result<void> SqliteStore::begin(std::chrono::milliseconds patience)
{
    if (auto checked = m_file->checkIdentity(); !checked)
        return checked;
    const QDeadlineTimer deadline(patience);
    QSqlQuery query(m_database);
    while (!query.exec(QStringLiteral("BEGIN IMMEDIATE"))) {
        const bool isWorthWaiting = isBusy(query.lastError()) && !deadline.hasExpired();
        if (!isWorthWaiting || (m_isHurried && patience == usualPatience))
            return tl::unexpected(tablesError(query.lastError(), m_database.databaseName()));
    }
    return {};
}

/// Two statements that go together are undone together, inside the batch's transaction. Fails where that has
/// been lost: SQLite may undo all of it when it cannot write, and what came then would be committed by
/// itself. https://www.sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction
Result<void> SqliteStore::applyOne(const Write &write, WriteResults &results)
{
    if (auto begun = execute(m_statements->beginOne); !begun)
        return begun;
    auto applied = std::visit([this](const auto &which) { return apply(which); }, write);
    if (!applied && !execute(QStringLiteral("ROLLBACK TO one")))
        return applied;
    results.append(applied);
    return execute(m_statements->endOne);
}

Result<void> SqliteStore::apply(const OpenSession &write)
{
    m_statements->openSession.bindValue(0, write.row.connectionId);
    m_statements->openSession.bindValue(1, write.row.sourceIp);
    m_statements->openSession.bindValue(2, write.row.connectedAt);
    if (auto done = execute(m_statements->openSession); !done)
        return done;
    return apply(PutConnection{write.row.connectionId});
}

Result<void> SqliteStore::apply(const CloseSession &write)
{
    m_statements->closeSession.bindValue(0, write.disconnectedAt);
    m_statements->closeSession.bindValue(1, write.disconnectedAt);
    m_statements->closeSession.bindValue(2, write.connectionId);
    if (auto done = execute(m_statements->closeSession); !done)
        return done;
    return apply(DeleteConnection{write.connectionId});
}

Result<void> SqliteStore::apply(const PutConnection &write)
{
    m_statements->addActive.bindValue(0, write.connectionId);
    return execute(m_statements->addActive);
}

Result<void> SqliteStore::apply(const DeleteConnection &write)
{
    m_statements->removeActive.bindValue(0, write.connectionId);
    return execute(m_statements->removeActive);
}

Result<void> SqliteStore::apply(const PutMessage &write)
{
    m_statements->putMessage.bindValue(0, write.row.messageId);
    m_statements->putMessage.bindValue(1, write.row.connectionId);
    m_statements->putMessage.bindValue(2, utf8(write.row.message));
    m_statements->putMessage.bindValue(3, write.row.timestamp);
    return execute(m_statements->putMessage);
}

Result<void> SqliteStore::execute(const QString &sql)
{
    QSqlQuery query(m_database);
    if (query.exec(sql))
        return {};
    return tl::unexpected(tablesError(query.lastError(), m_database.databaseName()));
}

Result<void> SqliteStore::execute(QSqlQuery &query)
{
    const bool isDone = query.exec();
    query.finish();
    if (isDone)
        return {};
    return tl::unexpected(tablesError(query.lastError(), m_database.databaseName()));
}

} // namespace Greenroom
