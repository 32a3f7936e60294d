// SPDX-License-Identifier: MIT
#include "tables/SqliteTables.h"

#include "common/Logging.h"
#include "tables/StoreFile.h"
#include "tables/TablesWriter.h"

#include <QDir>
#include <QFileInfo>

namespace Greenroom {

namespace {

constexpr std::chrono::milliseconds retryInterval{1000};

} // namespace

Result<std::unique_ptr<SqliteTables>> SqliteTables::open(const QString &file, Clock &clock,
                                                         Durability durability)
{
    std::unique_ptr<SqliteTables> tables(new SqliteTables(file, clock, durability));
    // An SQLite connection of Qt's belongs to the thread that opens it.
    Result<void> opened;
    TablesWriter *writer = tables->m_writer.get();
    QMetaObject::invokeMethod(
        writer, [writer, &opened] { opened = writer->open(); }, Qt::BlockingQueuedConnection);
    if (!opened)
        return tl::unexpected(opened.error());
    return tables;
}

Result<std::unique_ptr<SqliteTables>> SqliteTables::prepare(const TablesOptions &options, Clock &clock)
{
    const QString &file = options.file;
    const bool isMissing = file.isEmpty() || !QFileInfo::exists(file);
    const bool isSound = options.lastRun == LastRun::Ended && StoreFile::looksSound(file);
    if (options.opening == Opening::AtOnce || !(isMissing || isSound))
        return open(file, clock, options.durability);
    return std::unique_ptr<SqliteTables>(new SqliteTables(file, clock, options.durability));
}

SqliteTables::SqliteTables(const QString &file, Clock &clock, Durability durability)
    : m_file(file), m_clock(clock), m_writer(std::make_unique<TablesWriter>(file, durability))
{
    m_thread.setObjectName(QStringLiteral("tables"));
    m_writer->moveToThread(&m_thread);
    connect(m_writer.get(), &TablesWriter::written, this, &SqliteTables::report);
    m_thread.start();
}

SqliteTables::~SqliteTables()
{
    if (auto closed = close(); !closed)
        qCWarning(tablesLog).noquote() << closed.error().message;
}

QStringList SqliteTables::activeConnections() const
{
    return m_activeConnections.all();
}

bool SqliteTables::isActive(const QString &connectionId) const
{
    return m_activeConnections.contains(connectionId);
}

void SqliteTables::openSession(const SessionRow &row, Done done)
{
    writeActive(row.connectionId, OpenSession{row}, std::move(done));
}

void SqliteTables::closeSession(const QString &connectionId, const QString &disconnectedAt, Done done)
{
    m_activeConnections.remove(connectionId);
    write(CloseSession{connectionId, disconnectedAt}, std::move(done));
}

void SqliteTables::putConnection(const QString &connectionId, Done done)
{
    writeActive(connectionId, PutConnection{connectionId}, std::move(done));
}

void SqliteTables::deleteConnection(const QString &connectionId, Done done)
{
    m_activeConnections.remove(connectionId);
    write(DeleteConnection{connectionId}, std::move(done));
}

void SqliteTables::putMessage(const MessageRow &row, Done done)
{
    write(PutMessage{row}, std::move(done));
}

void SqliteTables::hurry()
{
    m_writer->hurry();
}

Result<void> SqliteTables::close()
{
    if (!m_thread.isRunning())
        return {};
    Result<void> closed;
    disconnect(m_writer.get(), nullptr, this, nullptr);
    handOver();
    m_retryAlarm.reset();
    QMetaObject::invokeMethod(
        m_writer.get(), [this, &closed] { closed = m_writer->close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    return closed;
}

void SqliteTables::write(Write write, Done done)
{
    m_waiting.push_back(std::move(done));
    // Those of one turn go together: a writer that is woken by the first would commit that one alone, and
    // what comes of it would go to everybody alone.
    if (m_gathered.empty())
        QMetaObject::invokeMethod(this, &SqliteTables::handOver, Qt::QueuedConnection);
    m_gathered.push_back(std::move(write));
}

void SqliteTables::handOver()
{
    m_writer->enqueue(std::exchange(m_gathered, {}));
}

void SqliteTables::writeActive(const QString &connectionId, Write write, Done done)
{
    m_activeConnections.put(connectionId);
    this->write(std::move(write),
                [this, id = connectionId, done = std::move(done)](const Result<void> &stored) {
                    if (!stored)
                        m_activeConnections.remove(id);
                    done(stored);
                });
}

void SqliteTables::report(const WrittenBatch &batch)
{
    warnOf(batch);
    for (const auto &result : batch.results) {
        if (!batch.trouble)
            warnOf(result);
        // Taken out first: it may queue further writes.
        const Done done = std::move(m_waiting.front());
        m_waiting.pop_front();
        done(result);
    }
    if (m_isInTrouble || batch.leaving > 0)
        retryLater();
}

/// That nothing can be written is told once, and once that all is well again: when no write has failed from
/// one try to the next.
void SqliteTables::warnOf(const WrittenBatch &batch)
{
    const bool isRetry = batch.results.isEmpty();
    if (isRetry)
        m_isRetrying = false;
    if (batch.trouble) {
        m_hasFailedSinceRetry = true;
        if (!std::exchange(m_isInTrouble, true))
            qCWarning(tablesLog).noquote() << batch.trouble->message;
    } else if (isRetry && m_isInTrouble && !std::exchange(m_hasFailedSinceRetry, false)) {
        m_isInTrouble = false;
        // Where the trouble was told, even by a server that is to be quiet.
        qCWarning(tablesLog).noquote()
            << tr("The tables in “%1” can be written again.").arg(QDir::toNativeSeparators(m_file));
    }
}

/// A row that fails by itself; what goes on failing in the same way is told once.
void SqliteTables::warnOf(const Result<void> &result)
{
    const QString warning = result ? QString() : result.error().message;
    if (std::exchange(m_lastWarning, warning) != warning && !result)
        qCWarning(tablesLog).noquote() << warning;
}

void SqliteTables::retryLater()
{
    if (std::exchange(m_isRetrying, true))
        return;
    m_retryAlarm = m_clock.ringAfter(retryInterval, [this] {
        QMetaObject::invokeMethod(m_writer.get(), &TablesWriter::retry, Qt::QueuedConnection);
    });
}

} // namespace Greenroom
