// SPDX-License-Identifier: MIT
#pragma once

#include "tables/Write.h"

#include <QMutex>
#include <QObject>
#include <chrono>
#include <memory>

namespace Greenroom {

class SqliteStore;

/// The far side of SqliteTables: lives in the worker thread and commits what has queued up meanwhile as a
/// group, which costs hardly more than committing a single row.
class TablesWriter : public QObject
{
    Q_OBJECT

public:
    TablesWriter();
    ~TablesWriter() override;
    Q_DISABLE_COPY_MOVE(TablesWriter)

    /// To be called in the worker thread, once, before anything else there.
    Result<void> open(const QString &file);
    /// Commits everything that is still queued and closes the file; in the worker thread, at the end. The
    /// error tells of sessions that are left open.
    Result<void> close();

    /// Lets nothing wait long any more for others who use the file; from any thread, after open().
    void hurry();
    /// Tries again to close the sessions that could not be closed; in the worker thread. A written() tells
    /// how many are left.
    void retry();

    /// Queues `writes`; from any thread. Their results are in one later written() or several.
    void enqueue(Writes writes);

Q_SIGNALS:
    /// The results of the oldest writes that have not been reported, in the order of the writes.
    void written(const Greenroom::WrittenBatch &batch);

private:
    void drain();
    WriteResults apply(const Writes &batch, std::chrono::milliseconds patience);
    Writes takeBatch();
    qsizetype unclosedCount() const;

    std::unique_ptr<SqliteStore> m_store;
    /// CloseSessions that could not be written: who has left has left, so they are tried until they are.
    Writes m_unclosed;
    QString m_file;
    QMutex m_mutex;
    Writes m_queue;
};

} // namespace Greenroom
