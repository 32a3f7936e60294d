// SPDX-License-Identifier: MIT
#pragma once

#include "tables/Write.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>

namespace Greenroom {

/// The three tables in one SQLite file. Belongs to the thread that opened it, and blocks it.
class SqliteStore
{
public:
    /// How long a batch bears with somebody else who writes to the file, in a shell for example.
    static constexpr std::chrono::milliseconds usualPatience{5000};

    /// Opens `file` (made if missing), or tables in memory if it is empty; brings them up to date and closes
    /// what a killed run has left open.
    static Result<std::unique_ptr<SqliteStore>> open(const QString &file);
    ~SqliteStore();
    Q_DISABLE_COPY_MOVE(SqliteStore)

    /// Applies all of `writes` in one transaction and returns when it is committed. A write that fails by
    /// itself leaves nothing behind and does not disturb the others.
    WriteResults apply(const Writes &writes, std::chrono::milliseconds patience = usualPatience);

    /// Lets an apply() that waits for others give up soon, and each later one; from any thread.
    void hurry() { m_isHurried = true; }

private:
    /// Prepared once, bound for every row.
    struct Statements
    {
        explicit Statements(const QSqlDatabase &database);

        QSqlQuery openSession;
        QSqlQuery addActive;
        QSqlQuery closeSession;
        QSqlQuery removeActive;
        QSqlQuery putMessage;
    };

    /// Device and inode; nothing where there is no such file.
    using FileIdentity = std::optional<std::pair<quint64, quint64>>;

    explicit SqliteStore(const QString &file);
    static FileIdentity identityOf(const QString &file);

    Result<void> configure();
    Result<void> prepare();
    [[nodiscard]] Result<void> checkFile() const;
    Result<void> begin(std::chrono::milliseconds patience);
    Result<void> applyOne(const Write &write);
    Result<void> apply(const OpenSession &write);
    Result<void> apply(const CloseSession &write);
    Result<void> apply(const PutConnection &write);
    Result<void> apply(const DeleteConnection &write);
    Result<void> apply(const PutMessage &write);
    Result<void> execute(const QString &sql);
    Result<void> execute(QSqlQuery &query);

    QSqlDatabase m_database;
    std::unique_ptr<Statements> m_statements;
    FileIdentity m_identity;
    std::atomic<bool> m_isHurried = false;
};

} // namespace Greenroom
