// SPDX-License-Identifier: MIT
#include "archive/Archive.h"

#include "archive/ArchiveWriter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace Greenroom {

namespace {

/// In UTF-16 units, of the last line in a summary.
constexpr qsizetype mostSummaryText = 200;

} // namespace

Archive::Archive(Clock &clock, QString file, QObject *parent)
    : QObject(parent), m_clock(clock), m_file(std::move(file))
{
    qRegisterMetaType<ArchiveTrouble>();
    if (!m_file.isEmpty())
        start();
}

Archive::~Archive()
{
    // The last to close the file moves the log into it, which only a writer can do.
    m_reader.reset();
    if (m_writer)
        QMetaObject::invokeMethod(m_writer.get(), &ArchiveWriter::close, Qt::BlockingQueuedConnection);
    stop();
}

bool Archive::isWritten() const
{
    return !m_writer || m_written == m_writer->lastNumber();
}

std::unique_ptr<ArchivedConversation> Archive::open(const QString &key)
{
    // Else what was just closed could not be read yet.
    flush();
    std::unique_ptr<ArchivedConversation> conversation(new ArchivedConversation(*this, key));
    if (key.isEmpty())
        return conversation;
    Record &record = m_records[key];
    conversation->beginAt(m_reader ? record.end : 0);
    record.holders.append(conversation.get());
    return conversation;
}

QList<ConversationSummary> Archive::summaries() const
{
    QList<ConversationSummary> all;
    for (auto record = m_records.cbegin(); record != m_records.cend(); ++record) {
        if (record->end > record->removed)
            all.append(summaryOf(record.key(), *record));
    }
    return all;
}

ConversationSummary Archive::summary(const QString &key) const
{
    return summaryOf(key, m_records.value(key));
}

ConversationSummary Archive::summaryOf(const QString &key, const Record &record) const
{
    const ConversationState &state = record.state;
    return {key,          state.lastText, state.lastPersonId,         state.lastIsOwn,
            state.lastAt, state.unread,   record.end - record.removed};
}

std::unique_ptr<LineFinder> Archive::find(const QString &key, const QString &wanted) const
{
    const qint64 id = idOf(key);
    if (id == 0)
        return nullptr;
    return std::make_unique<LineFinder>(*m_reader, id, wanted, m_records.value(key).end);
}

void Archive::markRead(const QString &key)
{
    const auto record = m_records.find(key);
    if (record == m_records.end() || record->state.unread == 0)
        return;
    record->state.unread = 0;
    record->state.firstUnread = -1;
    keepState(key);
}

Result<void> Archive::forget(const QString &key)
{
    const auto record = m_records.find(key);
    if (record == m_records.end())
        return {};
    if (record->id > 0 && !m_writer)
        return failure(tr("The conversation cannot be erased now. %1", "%1 is a sentence that says why")
                           .arg(m_trouble ? m_trouble->sentence : QString()));
    if (record->id > 0)
        m_writer->enqueue(ForgetConversation{record->id});
    renew(*record);
    const QList<ArchivedConversation *> holders = record->holders;
    if (holders.isEmpty())
        m_records.remove(key);
    for (ArchivedConversation *holder : holders)
        Q_EMIT holder->forgotten();
    keepState(key);
    return {};
}

Result<QString> Archive::setAside()
{
    stop();
    m_reader.reset();
    const QFileInfo file(m_file);
    const QString aside =
        QStringLiteral("%1/%2-damaged-%3.%4")
            .arg(file.path(), file.completeBaseName(),
                 QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmsszzz")),
                 file.suffix());
    if (!QFile::rename(m_file, aside))
        return failure(tr("“%1” could not be given another name.").arg(QDir::toNativeSeparators(m_file)));
    // What SQLite keeps beside it belongs to it.
    for (const QString &suffix : {QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::rename(m_file + suffix, aside + suffix);
    setTrouble({});
    start();
    QList<ArchivedConversation *> holders;
    for (Record &record : m_records) {
        renew(record);
        holders.append(record.holders);
    }
    for (ArchivedConversation *holder : std::as_const(holders))
        Q_EMIT holder->begunAnew();
    return aside;
}

void Archive::close(ArchivedConversation &conversation)
{
    const auto record = m_records.find(conversation.key());
    if (record == m_records.end())
        return;
    const bool wasWriter = conversation.isWriter();
    record->holders.removeAll(&conversation);
    if (wasWriter && !record->holders.isEmpty())
        record->holders.constFirst()->takeOver(record->end);
}

/// The conversation's record, for something that is put into it.
Archive::Record &Archive::begin(const QString &key)
{
    Record &record = m_records[key];
    if (record.id == 0 && m_writer) {
        record.id = ++m_lastId;
        m_writer->enqueue(AddConversation{record.id, key});
    }
    return record;
}

/// The number of the conversation on the disk; 0 if nothing of it can be read.
qint64 Archive::idOf(const QString &key) const
{
    const auto record = m_records.constFind(key);
    return m_reader && record != m_records.cend() ? record->id : 0;
}

void Archive::renew(Record &record)
{
    record = {0, {}, 0, 0, record.holders};
    for (ArchivedConversation *holder : std::as_const(record.holders))
        holder->beginAt(0);
}

void Archive::noteWrittenLine(Record &record, const Message &line, bool isOwn)
{
    if (!Greenroom::isWritten(line.kind))
        return;
    record.state.lastText = line.text.left(2 * mostSummaryText).simplified().left(mostSummaryText);
    record.state.lastPersonId = line.personId;
    record.state.lastIsOwn = isOwn;
    record.state.lastAt = line.at;
}

void Archive::keepState(const QString &key)
{
    const Record record = m_records.value(key);
    if (m_writer && record.id > 0)
        m_writer->enqueueState(record.id, record.state);
    // Once a turn of the event loop, however many lines come.
    if (m_changed.isEmpty())
        QMetaObject::invokeMethod(this, &Archive::tellSummaries, Qt::QueuedConnection);
    m_changed.insert(key);
}

void Archive::tellSummaries()
{
    const QSet<QString> changed = std::exchange(m_changed, {});
    for (const QString &key : changed)
        Q_EMIT summaryChanged(key);
}

void Archive::flush()
{
    if (!isWritten())
        QMetaObject::invokeMethod(m_writer.get(), &ArchiveWriter::flush, Qt::BlockingQueuedConnection);
}

} // namespace Greenroom
