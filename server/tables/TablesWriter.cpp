// SPDX-License-Identifier: MIT
#include "tables/TablesWriter.h"

#include "tables/SqliteStore.h"

#include <QCoreApplication>
#include <QDir>

namespace Greenroom {

namespace {

/// Bounds how long the first write of a batch waits for the last: some ten milliseconds.
constexpr qsizetype largestBatch = 1000;

/// For the last try, at the end of a program that somebody waits for.
constexpr std::chrono::milliseconds lastPatience{1000};

} // namespace

TablesWriter::TablesWriter() = default;

TablesWriter::~TablesWriter() = default;

Result<void> TablesWriter::open(const QString &file)
{
    auto store = SqliteStore::open(file);
    if (!store)
        return tl::unexpected(store.error());
    m_store = std::move(*store);
    m_file = file;
    return {};
}

Result<void> TablesWriter::close()
{
    if (!m_store)
        return {};
    for (auto batch = takeBatch(); !batch.isEmpty(); batch = takeBatch())
        apply(batch, SqliteStore::usualPatience);
    if (!m_unclosed.isEmpty())
        apply({}, lastPatience);
    m_store.reset();
    if (m_unclosed.isEmpty())
        return {};
    return failure(QCoreApplication::translate("Greenroom::Tables",
                                               "Sessions are left open in “%1”, which could not be written; "
                                               "the next start will close them.")
                       .arg(QDir::toNativeSeparators(m_file)));
}

void TablesWriter::hurry()
{
    m_store->hurry();
}

void TablesWriter::retry()
{
    if (m_store && !m_unclosed.isEmpty())
        apply({}, SqliteStore::usualPatience);
    Q_EMIT written({{}, m_unclosed.size()});
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
        Q_EMIT written({apply(batch, SqliteStore::usualPatience), m_unclosed.size()});
    const QMutexLocker locker(&m_mutex);
    if (!m_queue.isEmpty())
        QMetaObject::invokeMethod(this, &TablesWriter::drain, Qt::QueuedConnection);
}

/// Writes `batch` behind what has failed before; the results are those of `batch`.
WriteResults TablesWriter::apply(const QList<Write> &batch, std::chrono::milliseconds patience)
{
    const auto earlier = std::exchange(m_unclosed, {});
    const auto writes = earlier + batch;
    const auto results = m_store->apply(writes, patience);
    for (qsizetype index = 0; index < writes.size(); ++index) {
        if (!results.at(index) && std::holds_alternative<CloseSession>(writes.at(index)))
            m_unclosed.append(writes.at(index));
    }
    return results.sliced(earlier.size());
}

QList<Write> TablesWriter::takeBatch()
{
    const QMutexLocker locker(&m_mutex);
    if (m_queue.size() <= largestBatch)
        return std::exchange(m_queue, {});
    auto batch = m_queue.first(largestBatch);
    m_queue.remove(0, largestBatch);
    return batch;
}

} // namespace Greenroom
