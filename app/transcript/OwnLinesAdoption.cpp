// SPDX-License-Identifier: MIT
// How OwnLines takes over what an earlier run of the program, or another conversation, has left,
// and leaves its own.
#include "transcript/OwnLines.h"

namespace Greenroom {

void OwnLines::leaveStage()
{
    for (auto name = m_names.cbegin(); name != m_names.cend(); ++name) {
        m_pending.forget(name.key());
        m_outbox.giveBack(*name);
    }
    m_names.clear();
}

/// What waits for `stage` and nobody has: shown where the transcript has it already, else at its end.
void OwnLines::adopt(const QUrl &stage)
{
    const bool keepsRows = m_transcript.conversation() != nullptr && m_transcript.conversation()->isWriter();
    QHash<QString, int> known;
    QList<int> rest;
    const QList<int> unsettled = keepsRows ? m_transcript.unsettledRows() : QList<int>();
    for (const int row : unsettled) {
        const Message &line = m_transcript.message(row);
        if (m_names.contains(line.ownLine))
            continue;
        known.insert(line.outboxName, row);
        rest.append(row);
    }
    const QStringList names = m_outbox.take(stage);
    for (const QString &name : names) {
        const int row = known.value(name, -1);
        adopt(name, row);
        rest.removeAll(row);
    }
    failRest(rest);
}

void OwnLines::adopt(const QString &name, int row)
{
    const bool waits = m_outbox.line(name).state == OutboxLine::State::Waiting;
    const Delivery delivery = waits ? Delivery::Waiting : Delivery::Failed;
    const QString reason = waits ? QString() : tr("Greenroom ended before the stage confirmed this line.");
    if (row < 0) {
        show(name, delivery, reason);
        return;
    }
    const quint64 key = ++m_lastKey;
    m_names.insert(key, name);
    m_transcript.setOwnLine(row, key);
    m_transcript.setDelivery(row, delivery, reason);
}

/// The outbox does not have them: they have arrived, or could not be saved there.
void OwnLines::failRest(const QList<int> &rows)
{
    for (const int row : rows) {
        if (m_transcript.message(row).delivery != Delivery::Failed)
            m_transcript.setDelivery(row, Delivery::Failed, tr("It is not known whether this line arrived."));
    }
}

/// The number of the line in `row`, which gets one if it is of an earlier run and the outbox does not have
/// it. Whom a direct message was for is not known any more, so such a one is not to be sent again.
quint64 OwnLines::keyOf(int row)
{
    const Message line = m_transcript.message(row);
    if (line.kind != Message::Kind::Chat || m_names.contains(line.ownLine))
        return line.ownLine;
    const quint64 key = ++m_lastKey;
    m_names.insert(key, m_outbox.add({{Outgoing::Form::Chat, line.text, {}}, stage(), line.at}));
    m_transcript.setOwnLine(row, key);
    return key;
}

} // namespace Greenroom
