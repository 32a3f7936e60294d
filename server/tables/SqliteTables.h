// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "tables/ActiveIds.h"
#include "tables/Tables.h"
#include "tables/TablesOptions.h"
#include "tables/Write.h"

#include <QObject>
#include <QThread>
#include <deque>
#include <memory>

namespace Greenroom {

class TablesWriter;

/// A stage's tables in an SQLite file that others may read meanwhile, written by a thread of its own.
class SqliteTables final : public QObject, public Tables
{
    Q_OBJECT

public:
    /// Opens `file` (made if missing), or tables in memory if it is empty. Waits until it is open, up to
    /// date, and what a killed run has left is closed. Borrows `clock`.
    static Result<std::unique_ptr<SqliteTables>> open(const QString &file, Clock &clock,
                                                      Durability durability = Durability::Normal);
    /// The same, when `options` say so.
    static Result<std::unique_ptr<SqliteTables>> prepare(const TablesOptions &options, Clock &clock);
    /// Closes, if close() has not been called.
    ~SqliteTables() override;
    Q_DISABLE_COPY_MOVE(SqliteTables)

    QStringList activeConnections() const override;
    bool isActive(const QString &connectionId) const override;
    void openSession(const SessionRow &row, Done done) override;
    void closeSession(const QString &connectionId, const QString &disconnectedAt, Done done) override;
    void putConnection(const QString &connectionId, Done done) override;
    void deleteConnection(const QString &connectionId, Done done) override;
    void putMessage(const MessageRow &row, Done done) override;
    void hurry() override;
    Result<void> close() override;

private:
    SqliteTables(const QString &file, Clock &clock, Durability durability);

    void write(Write write, Done done);
    /// Writes what puts `connectionId` into ActiveConnections.
    void writeActive(const QString &connectionId, Write write, Done done);
    void handOver();
    void report(const WrittenBatch &batch);
    void warnOf(const Result<void> &result);
    void warnOf(const WrittenBatch &batch);
    void retryLater();

    QString m_file;
    Clock &m_clock;
    QThread m_thread;
    std::unique_ptr<TablesWriter> m_writer;
    std::deque<Done> m_waiting;
    /// Those of this turn of the event loop.
    Writes m_gathered;
    ActiveIds m_activeConnections;
    QString m_lastWarning;
    /// Nothing can be written, and it has been said.
    bool m_isInTrouble = false;
    bool m_hasFailedSinceRetry = false;
    bool m_isRetrying = false;
    std::unique_ptr<Alarm> m_retryAlarm;
};

} // namespace Greenroom
