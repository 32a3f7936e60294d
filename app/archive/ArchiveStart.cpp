// SPDX-License-Identifier: MIT
// How an Archive begins, ends, and meets trouble.
#include "archive/Archive.h"
#include "archive/ArchiveWriter.h"

#include <QDir>
#include <QFileInfo>

namespace Greenroom {

void Archive::start()
{
    QDir().mkpath(QFileInfo(m_file).path());
    m_lock = std::make_unique<QLockFile>(m_file + QStringLiteral(".lock"));
    // Stale is what nobody holds any more, however old it is.
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0) && m_lock->error() == QLockFile::LockFailedError) {
        setTrouble(ArchiveTrouble::inUse());
        startReading();
        return;
    }
    const auto prepared = ArchiveDatabase::prepare(m_file);
    if (!prepared) {
        setTrouble(prepared.error());
        if (prepared.error().kind == ArchiveTrouble::Kind::ReadOnly)
            startReading();
        return;
    }
    startReading();
    if (m_reader)
        startWriting();
}

void Archive::startReading()
{
    auto opened = ArchiveReader::open(m_file);
    if (!opened) {
        if (!m_trouble)
            setTrouble(opened.error());
        return;
    }
    const QList<ArchiveReader::Conversation> found = (*opened)->conversations();
    if (const auto &damage = (*opened)->damage()) {
        setTrouble(damage);
        return;
    }
    m_reader = std::move(*opened);
    for (const ArchiveReader::Conversation &conversation : found) {
        Record &record = m_records[conversation.key];
        record.id = conversation.id;
        record.state = conversation.state;
        record.end = conversation.end;
        record.removed = conversation.removed;
        m_lastId = std::max(m_lastId, conversation.id);
        // After a kill it may tell of lines that were not written any more.
        const qint64 possible = std::max<qint64>(record.end - record.state.firstUnread, 0);
        record.state.unread = static_cast<int>(std::min<qint64>(record.state.unread, possible));
        if (record.state.unread == 0)
            record.state.firstUnread = -1;
    }
}

void Archive::startWriting()
{
    m_written = 0;
    m_writer = std::make_unique<ArchiveWriter>(m_file);
    m_writer->moveToThread(&m_thread);
    connect(m_writer.get(), &ArchiveWriter::written, this, &Archive::noteWritten);
    connect(m_writer.get(), &ArchiveWriter::failed, this, &Archive::noteFailed);
    m_thread.start();
}

/// Nothing more is written.
void Archive::stop()
{
    m_retryAlarm.reset();
    if (!m_writer)
        return;
    QMetaObject::invokeMethod(m_writer.get(), &ArchiveWriter::abandon, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    m_writer.reset();
}

void Archive::setTrouble(const std::optional<ArchiveTrouble> &trouble)
{
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    Q_EMIT troubleChanged();
}

void Archive::noteWritten(quint64 number)
{
    m_written = number;
    if (m_trouble && m_trouble->kind == ArchiveTrouble::Kind::Unwritten)
        setTrouble({});
    const auto records = m_records;
    for (const Record &record : records) {
        for (ArchivedConversation *holder : record.holders)
            Q_EMIT holder->written(number);
    }
}

void Archive::noteFailed(const ArchiveTrouble &trouble)
{
    setTrouble(trouble);
    if (trouble.kind != ArchiveTrouble::Kind::Unwritten) {
        stop();
        return;
    }
    m_retryAlarm = m_clock.ringAfter(retryPause, [this] {
        QMetaObject::invokeMethod(m_writer.get(), &ArchiveWriter::retry, Qt::QueuedConnection);
    });
}

/// A file of which something cannot be read is not written to either.
void Archive::checkReader()
{
    if (!m_reader->damage() || !m_writer)
        return;
    stop();
    setTrouble(m_reader->damage());
}

} // namespace Greenroom
