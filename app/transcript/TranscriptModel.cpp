// SPDX-License-Identifier: MIT
#include "transcript/TranscriptModel.h"

#include "transcript/HighlightWords.h"
#include "transcript/LineText.h"

namespace Greenroom {

int TranscriptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_numbers.count();
}

QVariant TranscriptModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Message &line = message(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return line.text;
    case Qt::AccessibleTextRole:
        return LineText::sentence(*this, index.row());
    case KindRole:
        return QVariant::fromValue(line.kind);
    case PersonIdRole:
        return line.personId;
    case TimeRole:
        return QVariant::fromValue<qint64>(line.at.time_since_epoch().count());
    case OwnRole:
        return isOwn(index.row());
    case RawFrameRole:
        return rawFrame(index.row());
    case DeliveryRole:
        return QVariant::fromValue(line.delivery);
    case FailureRole:
        return line.failure;
    default:
        return {};
    }
}

const Message &TranscriptModel::message(int row) const
{
    const qint64 number = m_numbers.numberOf(row);
    if (number < m_firstInMemory)
        return m_pages.line(number);
    return m_lines.at(static_cast<std::size_t>(number - m_firstInMemory)).message;
}

QString TranscriptModel::rawFrame(int row) const
{
    const qint64 number = m_numbers.numberOf(row);
    const QString &frame = message(row).rawFrame;
    return number < m_firstInMemory && frame.isEmpty() ? m_conversation->frame(number) : frame;
}

bool TranscriptModel::isOwn(int row) const
{
    return isOwn(message(row));
}

bool TranscriptModel::isOwn(const Message &message) const
{
    return message.delivery != Delivery::None || message.ownLine != 0 || isOwnId(message.personId);
}

bool TranscriptModel::isOwnId(const QString &connectionId) const
{
    return m_ownIds.contains(connectionId);
}

QString TranscriptModel::lastOwnId() const
{
    return m_lastOwnId;
}

int TranscriptModel::rowOfOwnLine(quint64 ownLine) const
{
    const auto number = m_ownLines.constFind(ownLine);
    return number == m_ownLines.cend() ? -1 : m_numbers.rowOf(*number);
}

QList<int> TranscriptModel::unsettledRows() const
{
    QList<int> rows;
    for (const qint64 number : m_unsettled)
        rows.append(m_numbers.rowOf(number));
    return rows;
}

bool TranscriptModel::isFromOthers(int row) const
{
    return isWritten(message(row).kind) && !isOwn(row);
}

bool TranscriptModel::isHighlighted(int row) const
{
    return m_highlightWords != nullptr && isFromOthers(row) && m_highlightWords->areIn(message(row).text);
}

void TranscriptModel::setHighlightWords(const HighlightWords &words)
{
    m_highlightWords = &words;
    connect(&words, &HighlightWords::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::AccessibleTextRole});
    });
}

void TranscriptModel::append(Message message)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    const qint64 number = m_numbers.append();
    const quint64 write = m_conversation ? m_conversation->put(number, message, isOwn(message)) : 0;
    if (message.ownLine != 0)
        m_ownLines.insert(message.ownLine, number);
    noteDelivery(number, message.delivery);
    m_lines.push_back({std::move(message), write});
    endInsertRows();
}

void TranscriptModel::prepend(const QList<Message> &older)
{
    if (older.isEmpty() || m_conversation)
        return;
    const auto count = static_cast<int>(older.size());
    beginInsertRows({}, 0, count - 1);
    for (qsizetype index = older.size() - 1; index >= 0; --index)
        m_lines.push_front({older.at(index), 0});
    m_numbers.prepend(count);
    m_firstInMemory -= count;
    endInsertRows();
}

void TranscriptModel::replace(int row, Message message)
{
    message.ownLine = this->message(row).ownLine;
    change(row, message);
    Q_EMIT dataChanged(index(row), index(row));
}

void TranscriptModel::setDelivery(int row, Delivery delivery, const QString &failure)
{
    Message changed = message(row);
    changed.delivery = delivery;
    changed.failure = failure;
    if (delivery == Delivery::Sent || delivery == Delivery::Delivered)
        changed.outboxName.clear();
    change(row, changed);
    Q_EMIT dataChanged(index(row), index(row), {DeliveryRole, FailureRole, Qt::AccessibleTextRole});
}

void TranscriptModel::setOutboxName(int row, const QString &name)
{
    Message changed = message(row);
    changed.outboxName = name;
    change(row, changed);
}

void TranscriptModel::setOwnLine(int row, quint64 ownLine)
{
    const qint64 number = m_numbers.numberOf(row);
    m_ownLines.insert(ownLine, number);
    if (Line *line = inMemory(number))
        line->message.ownLine = ownLine;
    else
        m_pages.setOwnLine(number, ownLine);
}

void TranscriptModel::remove(int row)
{
    const qint64 number = m_numbers.numberOf(row);
    const quint64 ownLine = message(row).ownLine;
    beginRemoveRows({}, row, row);
    const quint64 write = m_conversation ? m_conversation->remove(number) : 0;
    m_numbers.remove(number);
    m_ownLines.remove(ownLine);
    m_unsettled.erase(number);
    if (Line *line = inMemory(number))
        *line = {{}, write};
    endRemoveRows();
}

void TranscriptModel::noteOwnId(const QString &connectionId)
{
    if (connectionId.isEmpty() || m_ownIds.contains(connectionId))
        return;
    m_ownIds.insert(connectionId);
    m_lastOwnId = connectionId;
    if (m_conversation)
        m_conversation->addOwnId(connectionId);
    // Which of those on the disk it is would take reading them all.
    const int read = rowsOnDisk();
    if (read > 0)
        Q_EMIT dataChanged(index(0), index(read - 1), {OwnRole});
    for (int row = read; row < rowCount(); ++row) {
        if (message(row).personId == connectionId)
            Q_EMIT dataChanged(index(row), index(row), {OwnRole});
    }
}

TranscriptModel::Line *TranscriptModel::inMemory(qint64 number)
{
    if (number < m_firstInMemory)
        return nullptr;
    return &m_lines.at(static_cast<std::size_t>(number - m_firstInMemory));
}

void TranscriptModel::change(int row, const Message &message)
{
    const qint64 number = m_numbers.numberOf(row);
    const quint64 write = m_conversation ? m_conversation->put(number, message, isOwn(message)) : 0;
    noteDelivery(number, message.delivery);
    if (Line *line = inMemory(number))
        *line = {message, write};
    else
        m_pages.change(number, message, write);
}

void TranscriptModel::noteDelivery(qint64 number, Delivery delivery)
{
    if (delivery == Delivery::Waiting || delivery == Delivery::Sending || delivery == Delivery::Failed)
        m_unsettled.insert(number);
    else
        m_unsettled.erase(number);
}

} // namespace Greenroom
