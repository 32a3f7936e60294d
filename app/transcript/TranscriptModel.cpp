// SPDX-License-Identifier: MIT
#include "transcript/TranscriptModel.h"

#include "transcript/HighlightWords.h"
#include "transcript/LineText.h"

namespace Greenroom {

int TranscriptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
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
        return line.rawFrame;
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
    return m_messages.at(row);
}

bool TranscriptModel::isOwn(int row) const
{
    return message(row).ownLine != 0 || isOwnId(message(row).personId);
}

bool TranscriptModel::isOwnId(const QString &connectionId) const
{
    return m_ownIds.contains(connectionId);
}

QString TranscriptModel::lastOwnId() const
{
    return m_ownIds.isEmpty() ? QString() : m_ownIds.last();
}

int TranscriptModel::rowOfOwnLine(quint64 ownLine) const
{
    // What is still under way is mostly near the end.
    int row = ownLine == 0 ? -1 : rowCount() - 1;
    while (row >= 0 && message(row).ownLine != ownLine)
        --row;
    return row;
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
    m_messages.append(std::move(message));
    endInsertRows();
}

void TranscriptModel::prepend(const QList<Message> &older)
{
    if (older.isEmpty())
        return;
    beginInsertRows({}, 0, static_cast<int>(older.size()) - 1);
    // One by one, for which a list keeps room at its front: all that is there stays where it is.
    for (qsizetype index = older.size() - 1; index >= 0; --index)
        m_messages.prepend(older.at(index));
    endInsertRows();
}

void TranscriptModel::replace(int row, Message message)
{
    message.ownLine = m_messages.at(row).ownLine;
    m_messages[row] = std::move(message);
    Q_EMIT dataChanged(index(row), index(row));
}

void TranscriptModel::setDelivery(int row, Delivery delivery, const QString &failure)
{
    m_messages[row].delivery = delivery;
    m_messages[row].failure = failure;
    Q_EMIT dataChanged(index(row), index(row), {DeliveryRole, FailureRole, Qt::AccessibleTextRole});
}

void TranscriptModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_messages.removeAt(row);
    endRemoveRows();
}

void TranscriptModel::noteOwnId(const QString &connectionId)
{
    if (connectionId.isEmpty() || m_ownIds.contains(connectionId))
        return;
    m_ownIds.append(connectionId);
    for (int row = 0; row < rowCount(); ++row) {
        if (message(row).personId == connectionId)
            Q_EMIT dataChanged(index(row), index(row), {OwnRole});
    }
}

} // namespace Greenroom
