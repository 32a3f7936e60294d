// SPDX-License-Identifier: MIT
// What a TranscriptModel shares with the disk.
#include "transcript/TranscriptModel.h"

namespace Greenroom {

namespace {

/// The last lines stay in memory: they are looked at most.
constexpr std::size_t fewestInMemory = 256;

} // namespace

int TranscriptModel::rowsOnDisk() const
{
    return m_numbers.rowFrom(m_firstInMemory);
}

std::unique_ptr<LineFinder> TranscriptModel::findOnDisk(const QString &wanted, int before) const
{
    const qint64 number = std::min(m_numbers.numberOf(before), m_firstInMemory);
    return rowsOnDisk() > 0 ? m_conversation->find(wanted, number) : nullptr;
}

int TranscriptModel::rowFrom(qint64 number) const
{
    return m_numbers.rowFrom(number);
}

void TranscriptModel::show(std::unique_ptr<ArchivedConversation> conversation)
{
    const bool hasHistory = conversation->isOnDisk();
    const QList<Message> loose = m_conversation ? QList<Message>() : linesInMemory();
    m_conversation = std::move(conversation);
    connect(m_conversation.get(), &ArchivedConversation::written, this, &TranscriptModel::giveUp);
    connect(m_conversation.get(), &ArchivedConversation::forgotten, this, &TranscriptModel::reset);
    connect(m_conversation.get(), &ArchivedConversation::begunAnew, this, [this] {
        const QList<Message> kept = linesInMemory();
        reset();
        for (const Message &line : kept)
            append(line);
    });
    if (!hasHistory) {
        m_conversation->continueAt(m_numbers.end());
        return;
    }
    reset();
    for (const Message &line : loose)
        append(line);
}

int TranscriptModel::firstUnread() const
{
    const qint64 number = m_conversation ? m_conversation->firstUnread() : -1;
    const int row = number < 0 ? -1 : rowFrom(number);
    return row < rowCount() ? row : -1;
}

void TranscriptModel::noteUnread(int row)
{
    if (m_conversation)
        m_conversation->addUnread(m_numbers.numberOf(row));
}

QList<Message> TranscriptModel::linesInMemory() const
{
    QList<Message> lines;
    for (int row = rowsOnDisk(); row < rowCount(); ++row)
        lines.append(message(row));
    return lines;
}

void TranscriptModel::reset()
{
    beginResetModel();
    m_lines.clear();
    m_ownLines.clear();
    m_unsettled.clear();
    m_pages.reset(m_conversation.get());
    m_numbers.reset(m_conversation->end(), m_conversation->removedNumbers());
    m_firstInMemory = m_numbers.end();
    const QStringList ownIds = m_conversation->ownIds();
    m_ownIds = {ownIds.cbegin(), ownIds.cend()};
    m_lastOwnId.clear();
    const QList<NumberedLine> unsettled = m_conversation->unsettled();
    for (const NumberedLine &line : unsettled)
        m_unsettled.insert(line.number);
    endResetModel();
}

/// Lines that can be read again need no memory.
void TranscriptModel::giveUp(quint64 written)
{
    m_pages.noteWritten(written);
    if (!m_conversation->isComplete())
        return;
    while (m_lines.size() > fewestInMemory && m_lines.front().write != 0
           && m_lines.front().write <= written) {
        m_pages.take(m_firstInMemory, std::move(m_lines.front().message));
        m_lines.pop_front();
        ++m_firstInMemory;
    }
}

} // namespace Greenroom
