// SPDX-License-Identifier: MIT
#include "archive/ArchivedConversation.h"

#include "archive/Archive.h"
#include "archive/ArchiveWriter.h"

namespace Greenroom {

ArchivedConversation::ArchivedConversation(Archive &archive, QString key)
    : m_archive(archive), m_key(std::move(key))
{
}

ArchivedConversation::~ArchivedConversation()
{
    m_archive.close(*this);
}

bool ArchivedConversation::isWriter() const
{
    const auto record = m_archive.m_records.constFind(m_key);
    return record != m_archive.m_records.cend() && !record->holders.isEmpty()
           && record->holders.constFirst() == this;
}

bool ArchivedConversation::isComplete() const
{
    return isWriter() && m_writesFrom == 0 && m_archive.m_writer && m_archive.m_reader;
}

bool ArchivedConversation::isOnDisk() const
{
    return m_archive.m_reader && !m_key.isEmpty();
}

std::vector<qint64> ArchivedConversation::removedNumbers() const
{
    const qint64 id = m_archive.idOf(m_key);
    return id > 0 ? m_archive.m_reader->removedNumbers(id) : std::vector<qint64>();
}

QStringList ArchivedConversation::ownIds() const
{
    const qint64 id = m_archive.idOf(m_key);
    return id > 0 ? m_archive.m_reader->ownIds(id) : QStringList();
}

QList<NumberedLine> ArchivedConversation::unsettled() const
{
    const qint64 id = m_archive.idOf(m_key);
    return id > 0 ? m_archive.m_reader->unsettled(id) : QList<NumberedLine>();
}

QList<NumberedLine> ArchivedConversation::lines(qint64 first, qint64 end) const
{
    const qint64 id = m_archive.idOf(m_key);
    if (id == 0)
        return {};
    QList<NumberedLine> found = m_archive.m_reader->lines(id, first, end);
    m_archive.checkReader();
    return found;
}

QString ArchivedConversation::frame(qint64 number) const
{
    const qint64 id = m_archive.idOf(m_key);
    return id > 0 ? m_archive.m_reader->frame(id, number) : QString();
}

std::unique_ptr<LineFinder> ArchivedConversation::find(const QString &wanted, qint64 before) const
{
    const qint64 id = m_archive.idOf(m_key);
    if (id == 0)
        return nullptr;
    return std::make_unique<LineFinder>(*m_archive.m_reader, id, wanted, before);
}

quint64 ArchivedConversation::put(qint64 number, const Message &line, bool isOwn)
{
    m_end = std::max(m_end, number + 1);
    if (!isWriter() || !goesToDisk(number))
        return 0;
    Archive::Record &record = m_archive.begin(m_key);
    const qint64 kept = archived(number);
    if (kept >= record.end) {
        record.end = kept + 1;
        Archive::noteWrittenLine(record, line, isOwn);
        m_archive.keepState(m_key);
    }
    return m_archive.m_writer ? m_archive.m_writer->enqueue(PutLine{record.id, kept, line}) : 0;
}

quint64 ArchivedConversation::remove(qint64 number)
{
    if (!isWriter() || !goesToDisk(number))
        return 0;
    Archive::Record &record = m_archive.begin(m_key);
    ++record.removed;
    m_archive.keepState(m_key);
    return m_archive.m_writer ? m_archive.m_writer->enqueue(RemoveLine{record.id, archived(number)}) : 0;
}

void ArchivedConversation::continueAt(qint64 number)
{
    m_end = number;
    takeOver(m_archive.m_records.value(m_key).end);
}

void ArchivedConversation::addOwnId(const QString &personId)
{
    if (isWriter() && m_archive.m_writer)
        m_archive.m_writer->enqueue(AddOwnId{m_archive.begin(m_key).id, personId});
}

int ArchivedConversation::unread() const
{
    return m_archive.m_records.value(m_key).state.unread;
}

qint64 ArchivedConversation::firstUnread() const
{
    const qint64 number = m_archive.m_records.value(m_key).state.firstUnread;
    return isComplete() || number < m_openedEnd ? number : -1;
}

void ArchivedConversation::addUnread(qint64 number)
{
    if (!isWriter() || !goesToDisk(number))
        return;
    ConversationState &state = m_archive.begin(m_key).state;
    if (state.unread++ == 0)
        state.firstUnread = archived(number);
    m_archive.keepState(m_key);
}

void ArchivedConversation::beginAt(qint64 end)
{
    m_openedEnd = end;
    m_end = end;
    m_writesFrom = 0;
    m_offset = 0;
}

void ArchivedConversation::takeOver(qint64 archiveEnd)
{
    m_writesFrom = m_end;
    m_offset = archiveEnd - m_end;
}

qint64 ArchivedConversation::archived(qint64 number) const
{
    return number < m_openedEnd ? number : number + m_offset;
}

bool ArchivedConversation::goesToDisk(qint64 number) const
{
    return number < m_openedEnd || number >= m_writesFrom;
}

} // namespace Greenroom
