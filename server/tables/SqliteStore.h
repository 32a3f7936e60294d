// SPDX-License-Identifier: MIT
#pragma once

#include "tables/StoreFile.h"
#include "tables/TablesOptions.h"
#include "tables/Write.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

namespace Greenroom {

/// The three tables in one SQLite file. Belongs to the thread that opened it, and blocks it.
class SqliteStore
{
public:
    /// How long a batch bears with somebody else who writes to the file, in a shell for example.
    static constexpr std::chrono::milliseconds usualPatience{5000};

    /// Opens `file` (made if missing), or tables in memory if it is empty; brings them up to date and closes
    /// what a killed run has left open.
    static Result<std::unique_ptr<SqliteStore>> open(const QString &file,
                                                     Durability durability = Durability::Normal);
    ~SqliteStore();
    Q_DISABLE_COPY_MOVE(SqliteStore)

    /// Applies all of `writes` in one transaction and returns when it is committed. A write that fails by
    /// itself leaves nothing behind and does not disturb the others; the error says why none of them could be
    /// written.
    Result<WriteResults> apply(const Writes &writes, std::chrono::milliseconds patience = usualPatience);

    /// Commits something that changes nothing; the error says why that fails, or that there is hardly room.
    Result<void> tryToWrite(std::chrono::milliseconds patience = usualPatience);

    /// What SQLite itself says that a commit survives.
    [[nodiscard]] Result<Durability> durability() const;

    /// Lets an apply() that waits for others give up soon, and each later one; from any thread.
    void hurry() { m_isHurried = true; }

private:
    /// Prepared once, bound for every row.
    struct Statements
    {
        explicit Statements(const QSqlDatabase &database);

        /// Around each write.
        QSqlQuery beginOne;
        QSqlQuery endOne;
        QSqlQuery openSession;
        QSqlQuery addActive;
        QSqlQuery closeSession;
        QSqlQuery removeActive;
        QSqlQuery putMessage;
    };

    explicit SqliteStore(const QString &file);

    Result<void> configure(Durability durability);
    Result<void> setDurability(Durability durability);
    Result<void> prepare();
    Result<void> begin(std::chrono::milliseconds patience);
    Result<void> commit();
    /// Gives the transaction up because of `error`, and returns it.
    tl::unexpected<Error> abandon(Error error);
    Result<void> applyOne(const Write &write, WriteResults &results);
    Result<void> apply(const OpenSession &write);
    Result<void> apply(const CloseSession &write);
    Result<void> apply(const PutConnection &write);
    Result<void> apply(const DeleteConnection &write);
    Result<void> apply(const PutMessage &write);
    Result<void> execute(const QString &sql);
    Result<void> execute(QSqlQuery &query);

    QSqlDatabase m_database;
    std::unique_ptr<Statements> m_statements;
    /// From the end of open() on.
    std::optional<StoreFile> m_file;
    std::atomic<bool> m_isHurried = false;
};

} // namespace Greenroom
