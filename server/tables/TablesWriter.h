// SPDX-License-Identifier: MIT
#pragma once

#include "tables/BatchLimit.h"
#include "tables/TablesOptions.h"
#include "tables/Write.h"

#include <QMutex>
#include <QObject>
#include <chrono>
#include <deque>
#include <memory>

namespace Greenroom {

class Checkpointer;
class SqliteStore;

/// The far side of SqliteTables: lives in the worker thread and commits what has queued up meanwhile as a
/// group, which costs hardly more than committing a single row.
class TablesWriter : public QObject
{
    Q_OBJECT

public:
    /// Writes to the tables in `file`, or in memory if it is empty.
    TablesWriter(QString file, Durability durability);
    ~TablesWriter() override;
    Q_DISABLE_COPY_MOVE(TablesWriter)

    /// Opens the file, unless it is open; in the worker thread. The first write does so too.
    Result<void> open();
    /// Commits everything that is still queued and closes the file; in the worker thread, at the end. The
    /// error tells of sessions that are left open.
    Result<void> close();

    /// Lets nothing wait long any more for others who use the file; from any thread.
    void hurry();
    /// Tries again to write, first of all those that have left and still stand in the tables; in the worker
    /// thread. A written() without results tells what came of it.
    void retry();

    /// Queues `writes`; from any thread. Their results are in one later written() or several.
    void enqueue(Writes writes);

Q_SIGNALS:
    /// The results of the oldest writes that have not been reported, in the order of the writes.
    void written(const Greenroom::WrittenBatch &batch);

private:
    void drain();
    WrittenBatch apply(Writes batch, std::chrono::milliseconds patience);
    Result<WriteResults> applyToStore(const Writes &writes, std::chrono::milliseconds patience);
    void checkpointNowAndThen();
    void noteCheckpoint();
    Writes takeLeaving();
    Writes takeBatch();

    QString m_file;
    Durability m_durability;
    BatchLimit m_limit;
    /// From the first checkpoint to close().
    std::unique_ptr<Checkpointer> m_checkpointer;
    bool m_isCheckpointing = false;
    qsizetype m_weightSinceCheckpoint = 0;
    /// What has been written since the log was last empty.
    qsizetype m_weightInLog = 0;
    /// Writes that take somebody out of the tables and could not be done: who has left has left, so they are
    /// tried until they are.
    std::deque<Write> m_leaving;
    QMutex m_mutex;
    // All below is for whoever holds the mutex.
    std::deque<Write> m_queue;
    /// Changed by the worker thread alone, which needs no mutex to use it.
    std::unique_ptr<SqliteStore> m_store;
    bool m_isHurried = false;
};

} // namespace Greenroom
