// SPDX-License-Identifier: MIT
#pragma once

#include "tables/Write.h"

#include <QMutex>
#include <QObject>
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
    /// Commits everything that is still queued and closes the file; in the worker thread, at the end.
    void close();

    /// Queues `write`; from any thread. Its result is in a later written().
    void enqueue(Write write);

Q_SIGNALS:
    /// The results of the oldest writes that have not been reported, in the order of the writes.
    void written(const Greenroom::WrittenBatch &batch);

private:
    void drain();
    QList<Write> takeBatch();

    std::unique_ptr<SqliteStore> m_store;
    QMutex m_mutex;
    QList<Write> m_queue;
};

} // namespace Greenroom
