// SPDX-License-Identifier: MIT
#include "tables/SqliteTables.h"

#include "common/Logging.h"
#include "tables/TablesWriter.h"

namespace Greenroom {

namespace {

constexpr std::chrono::milliseconds retryInterval{1000};

} // namespace

Result<std::unique_ptr<SqliteTables>> SqliteTables::open(const QString &file, Clock &clock)
{
    std::unique_ptr<SqliteTables> tables(new SqliteTables(clock));
    // An SQLite connection of Qt's belongs to the thread that opens it.
    Result<void> opened;
    TablesWriter *writer = tables->m_writer.get();
    QMetaObject::invokeMethod(
        writer, [writer, &file, &opened] { opened = writer->open(file); }, Qt::BlockingQueuedConnection);
    if (!opened)
        return tl::unexpected(opened.error());
    return tables;
}

SqliteTables::SqliteTables(Clock &clock) : m_clock(clock), m_writer(std::make_unique<TablesWriter>())
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
    for (const auto &result : batch.results) {
        warnOf(result);
        // Taken out first: it may queue further writes.
        const Done done = std::move(m_waiting.front());
        m_waiting.pop_front();
        done(result);
    }
    if (batch.unclosed > 0)
        retryLater();
}

/// What goes on failing in the same way is told once.
void SqliteTables::warnOf(const Result<void> &result)
{
    const QString warning = result ? QString() : result.error().message;
    if (std::exchange(m_lastWarning, warning) != warning && !result)
        qCWarning(tablesLog).noquote() << warning;
}

void SqliteTables::retryLater()
{
    m_retryAlarm = m_clock.ringAfter(retryInterval, [this] {
        QMetaObject::invokeMethod(m_writer.get(), &TablesWriter::retry, Qt::QueuedConnection);
    });
}

} // namespace Greenroom
