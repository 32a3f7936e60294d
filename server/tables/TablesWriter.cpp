// SPDX-License-Identifier: MIT
#include "tables/TablesWriter.h"

#include "tables/SqliteStore.h"

#include <QCoreApplication>
#include <QDir>

namespace Greenroom {

namespace {

/// Bounds how long the first write of a batch waits for the last: some ten milliseconds.
constexpr Writes::difference_type largestBatch = 1000;

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
    for (auto batch = takeBatch(); !batch.empty(); batch = takeBatch())
        apply(batch, SqliteStore::usualPatience);
    if (!m_unclosed.empty())
        apply({}, lastPatience);
    m_store.reset();
    if (m_unclosed.empty())
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
    if (m_store && !m_unclosed.empty())
        apply({}, SqliteStore::usualPatience);
    Q_EMIT written({{}, unclosedCount()});
}

void TablesWriter::enqueue(Writes writes)
{
    const QMutexLocker locker(&m_mutex);
    // Whoever finds the queue empty wakes the worker; it then takes all that has come since.
    if (m_queue.empty() && !writes.empty())
        QMetaObject::invokeMethod(this, &TablesWriter::drain, Qt::QueuedConnection);
    m_queue.insert(m_queue.end(), std::make_move_iterator(writes.begin()),
                   std::make_move_iterator(writes.end()));
}

void TablesWriter::drain()
{
    const auto batch = takeBatch();
    if (!batch.empty())
        Q_EMIT written({apply(batch, SqliteStore::usualPatience), unclosedCount()});
    const QMutexLocker locker(&m_mutex);
    if (!m_queue.empty())
        QMetaObject::invokeMethod(this, &TablesWriter::drain, Qt::QueuedConnection);
}

/// Writes `batch` behind what has failed before; the results are those of `batch`.
WriteResults TablesWriter::apply(const Writes &batch, std::chrono::milliseconds patience)
{
    Writes writes = std::exchange(m_unclosed, {});
    const auto earlier = static_cast<qsizetype>(writes.size());
    writes.insert(writes.end(), batch.begin(), batch.end());
    const auto results = m_store->apply(writes, patience);
    for (qsizetype index = 0; index < results.size(); ++index) {
        const Write &write = writes.at(static_cast<std::size_t>(index));
        if (!results.at(index) && std::holds_alternative<CloseSession>(write))
            m_unclosed.push_back(write);
    }
    return results.sliced(earlier);
}

Writes TablesWriter::takeBatch()
{
    const QMutexLocker locker(&m_mutex);
    if (std::ssize(m_queue) <= largestBatch)
        return std::exchange(m_queue, {});
    const auto end = m_queue.begin() + largestBatch;
    Writes batch(std::make_move_iterator(m_queue.begin()), std::make_move_iterator(end));
    m_queue.erase(m_queue.begin(), end);
    return batch;
}

qsizetype TablesWriter::unclosedCount() const
{
    return static_cast<qsizetype>(m_unclosed.size());
}

} // namespace Greenroom
