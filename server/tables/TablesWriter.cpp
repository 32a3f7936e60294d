// SPDX-License-Identifier: MIT
#include "tables/TablesWriter.h"

#include "tables/SqliteStore.h"

namespace Greenroom {

namespace {

/// Bounds how long the first write of a batch waits for the last: some ten milliseconds.
constexpr qsizetype largestBatch = 1000;

} // namespace

TablesWriter::TablesWriter() = default;

TablesWriter::~TablesWriter() = default;

Result<void> TablesWriter::open(const QString &file)
{
    auto store = SqliteStore::open(file);
    if (!store)
        return tl::unexpected(store.error());
    m_store = std::move(*store);
    return {};
}

void TablesWriter::close()
{
    for (auto batch = takeBatch(); m_store && !batch.isEmpty(); batch = takeBatch())
        m_store->apply(batch);
    m_store.reset();
}

void TablesWriter::enqueue(Write write)
{
    const QMutexLocker locker(&m_mutex);
    m_queue.append(std::move(write));
    // Whoever finds the queue empty wakes the worker; it then takes all that has come since.
    if (m_queue.size() == 1)
        QMetaObject::invokeMethod(this, &TablesWriter::drain, Qt::QueuedConnection);
}

void TablesWriter::drain()
{
    const auto batch = takeBatch();
    if (!batch.isEmpty())
        Q_EMIT written({m_store->apply(batch)});
    const QMutexLocker locker(&m_mutex);
    if (!m_queue.isEmpty())
        QMetaObject::invokeMethod(this, &TablesWriter::drain, Qt::QueuedConnection);
}

QList<Write> TablesWriter::takeBatch()
{
    const QMutexLocker locker(&m_mutex);
    if (m_queue.size() <= largestBatch)
        return std::exchange(m_queue, {});
    const auto batch = m_queue.first(largestBatch);
    m_queue.remove(0, largestBatch);
    return batch;
}

} // namespace Greenroom
