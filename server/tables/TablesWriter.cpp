// SPDX-License-Identifier: MIT
#include "tables/TablesWriter.h"

#include "common/Logging.h"
#include "tables/Checkpointer.h"
#include "tables/SqliteStore.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <algorithm>
#include <numeric>

namespace Greenroom {

namespace {

/// For the last try, at the end of a program that somebody waits for.
constexpr std::chrono::milliseconds lastPatience{1000};

/// Moved from the log into the file at once, a quarter of what SQLite moves by itself.
constexpr qsizetype checkpointEvery = 1'000'000;
/// Once there is as much in the log, writing waits until it has been emptied, as it grows while somebody
/// writes all the time.
constexpr qsizetype mostInLog = 4 * checkpointEvery;

bool takesSomebodyOut(const Write &write)
{
    return std::holds_alternative<CloseSession>(write) || std::holds_alternative<DeleteConnection>(write);
}

/// How many of the first writes fill a batch of this weight; one at least, if there is any.
std::ptrdiff_t countWithin(const std::deque<Write> &writes, qsizetype weight, std::size_t most)
{
    std::size_t count = 0;
    while (count < std::min(writes.size(), most)) {
        weight -= BatchLimit::weightOf(writes.at(count));
        if (weight < 0 && count > 0)
            break;
        ++count;
    }
    return static_cast<std::ptrdiff_t>(count);
}

Writes takeFirst(std::deque<Write> &writes, std::ptrdiff_t count)
{
    const auto end = writes.begin() + count;
    Writes taken(std::make_move_iterator(writes.begin()), std::make_move_iterator(end));
    writes.erase(writes.begin(), end);
    return taken;
}

qsizetype weightOf(const Writes &writes)
{
    return std::accumulate(writes.begin(), writes.end(), qsizetype(0), [](qsizetype sum, const Write &write) {
        return sum + BatchLimit::weightOf(write);
    });
}

void noteOpened(const QString &file, const SqliteStore &store)
{
    if (!tablesLog().isDebugEnabled())
        return;
    if (const auto durability = store.durability())
        qCDebug(tablesLog).noquote() << "opened" << file << "with durability"
                                     << (*durability == Durability::Full ? "full" : "normal");
}

} // namespace

TablesWriter::TablesWriter(QString file, Durability durability)
    : m_file(std::move(file)), m_durability(durability)
{
}

TablesWriter::~TablesWriter() = default;

Result<void> TablesWriter::open()
{
    if (m_store)
        return {};
    auto store = SqliteStore::open(m_file, m_durability);
    if (!store)
        return tl::unexpected(store.error());
    noteOpened(m_file, **store);
    const QMutexLocker locker(&m_mutex);
    m_store = std::move(*store);
    if (m_isHurried)
        m_store->hurry();
    return {};
}

Result<void> TablesWriter::close()
{
    for (auto batch = takeBatch(); !batch.empty(); batch = takeBatch())
        apply(std::move(batch), SqliteStore::usualPatience);
    for (auto left = m_leaving.size() + 1; !m_leaving.empty() && m_leaving.size() < left;) {
        left = m_leaving.size();
        apply({}, lastPatience);
    }
    // Before the store, so that the last to close is whom SQLite lets clear away the log.
    m_checkpointer.reset();
    {
        const QMutexLocker locker(&m_mutex);
        m_store.reset();
    }
    if (m_leaving.empty())
        return {};
    return failure(QCoreApplication::translate("Greenroom::Tables",
                                               "Sessions are left open in “%1”, which could not be written; "
                                               "the next start will close them.")
                       .arg(QDir::toNativeSeparators(m_file)));
}

void TablesWriter::hurry()
{
    const QMutexLocker locker(&m_mutex);
    m_isHurried = true;
    if (m_store)
        m_store->hurry();
}

void TablesWriter::retry()
{
    WrittenBatch tried = m_leaving.empty() ? WrittenBatch() : apply({}, SqliteStore::usualPatience);
    if (!tried.trouble) {
        const auto written = open().and_then([this] { return m_store->tryToWrite(); });
        if (!written)
            tried.trouble = written.error();
    }
    Q_EMIT written(tried);
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
    const auto left = m_leaving.size();
    auto batch = takeBatch();
    const bool isReported = !batch.empty();
    if (const auto written = apply(std::move(batch), SqliteStore::usualPatience); isReported)
        Q_EMIT this->written(written);
    checkpointNowAndThen();
    const bool isCatchingUp = !m_leaving.empty() && m_leaving.size() < left;
    const QMutexLocker locker(&m_mutex);
    if (!m_queue.empty() || isCatchingUp)
        QMetaObject::invokeMethod(this, &TablesWriter::drain, Qt::QueuedConnection);
}

/// Writes `batch` behind what has failed before; the results are those of `batch`.
WrittenBatch TablesWriter::apply(Writes batch, std::chrono::milliseconds patience)
{
    Writes writes = takeLeaving();
    const auto earlier = static_cast<qsizetype>(writes.size());
    std::move(batch.begin(), batch.end(), std::back_inserter(writes));
    const auto applied = applyToStore(writes, patience);
    const WriteResults results =
        applied ? *applied : WriteResults(std::ssize(writes), Result<void>(tl::unexpected(applied.error())));
    Writes failed;
    for (std::size_t index = 0; index < writes.size(); ++index) {
        if (!results.at(static_cast<qsizetype>(index)) && takesSomebodyOut(writes.at(index)))
            failed.push_back(std::move(writes.at(index)));
    }
    m_leaving.insert(m_leaving.begin(), std::make_move_iterator(failed.begin()),
                     std::make_move_iterator(failed.end()));
    WrittenBatch written{results.sliced(earlier), {}, std::ssize(m_leaving)};
    if (!applied)
        written.trouble = applied.error();
    return written;
}

Result<WriteResults> TablesWriter::applyToStore(const Writes &writes, std::chrono::milliseconds patience)
{
    if (writes.empty())
        return WriteResults();
    if (auto opened = open(); !opened)
        return tl::unexpected(opened.error());
    QElapsedTimer timer;
    timer.start();
    auto applied = m_store->apply(writes, patience);
    if (applied) {
        const auto weight = weightOf(writes);
        m_limit.note(weight, std::chrono::nanoseconds(timer.nsecsElapsed()));
        m_weightSinceCheckpoint += weight;
        m_weightInLog += weight;
    }
    return applied;
}

/// When everybody has his answer, not within a commit.
void TablesWriter::checkpointNowAndThen()
{
    const bool isLogFull = m_weightInLog >= mostInLog;
    const bool isTime = m_weightSinceCheckpoint >= checkpointEvery && !m_isCheckpointing;
    if (m_file.isEmpty() || !(isLogFull || isTime))
        return;
    if (!m_checkpointer) {
        m_checkpointer = std::make_unique<Checkpointer>(m_file);
        connect(m_checkpointer.get(), &Checkpointer::done, this, &TablesWriter::noteCheckpoint);
    }
    m_weightSinceCheckpoint = 0;
    if (isLogFull) {
        m_checkpointer->finish();
        m_weightInLog = 0;
    } else {
        m_isCheckpointing = true;
        m_checkpointer->begin();
    }
}

void TablesWriter::noteCheckpoint()
{
    m_isCheckpointing = false;
    // Nobody has written meanwhile, so that the next one begins the log anew.
    if (m_weightSinceCheckpoint == 0)
        m_weightInLog = 0;
}

/// Half a batch at most, so that what is new has its turn too.
Writes TablesWriter::takeLeaving()
{
    return takeFirst(m_leaving, countWithin(m_leaving, m_limit.weight() / 2, BatchLimit::mostWrites / 2));
}

Writes TablesWriter::takeBatch()
{
    const QMutexLocker locker(&m_mutex);
    return takeFirst(m_queue, countWithin(m_queue, m_limit.weight(), BatchLimit::mostWrites));
}

} // namespace Greenroom
