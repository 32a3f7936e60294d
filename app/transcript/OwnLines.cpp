// SPDX-License-Identifier: MIT
#include "transcript/OwnLines.h"

#include "wire/Dialect.h"

#include <QScopedValueRollback>
#include <algorithm>

namespace Greenroom {

OwnLines::OwnLines(Clock &clock, ChatSession &session, TranscriptModel &transcript, QObject *parent)
    : QObject(parent), m_clock(clock), m_session(session), m_transcript(transcript), m_pending(clock)
{
    connect(&session, &ChatSession::sent, this, &OwnLines::noteSent);
    connect(&session, &ChatSession::ponged, &m_pending, &PendingLines::takePong);
    connect(&m_pending, &PendingLines::probeWanted, &session, &ChatSession::probe);
    connect(&m_pending, &PendingLines::changed, this, &OwnLines::apply);
}

Result<void> OwnLines::write(const Outgoing &line)
{
    Outgoing trimmed = line;
    trimmed.text = line.text.trimmed();
    if (trimmed.text.isEmpty())
        return failure(tr("There is nothing to send."));
    if (const Result<void> fits = ChatSession::checkLength(Dialect::frame(trimmed)); !fits)
        return fits;
    const bool isConnected = m_session.state() == ChatSession::State::Connected;
    if (!isConnected && stage().isEmpty())
        return failure(
            tr("There is no stage to send this to. Type its address above; your text stays here."));
    m_lastText = trimmed.text;
    const quint64 key = show({trimmed, stage(), m_clock.wallTime()}, Delivery::Waiting);
    if (isConnected)
        transmit(key);
    return {};
}

void OwnLines::retry(int row)
{
    if (row < 0)
        return;
    const Message &message = m_transcript.message(row);
    const auto line = m_lines.constFind(message.ownLine);
    if (message.delivery != Delivery::Failed || line == m_lines.cend())
        return;
    Line again = *line;
    again.typedAt = m_clock.wallTime();
    take(message.ownLine);
    const quint64 key = show(again, Delivery::Waiting);
    if (m_session.state() == ChatSession::State::Connected && again.stage == stage())
        transmit(key);
}

void OwnLines::edit(int row)
{
    if (row < 0)
        return;
    const Message &message = m_transcript.message(row);
    const auto line = m_lines.constFind(message.ownLine);
    const bool canBe = message.delivery == Delivery::Failed || message.delivery == Delivery::Waiting;
    if (!canBe || line == m_lines.cend())
        return;
    const Outgoing outgoing = line->outgoing;
    const quint64 key = message.ownLine;
    // First, so that the words are somewhere at any time.
    Q_EMIT editRequested(outgoing);
    take(key);
}

int OwnLines::lastFailed() const
{
    int row = m_transcript.rowCount() - 1;
    while (row >= 0 && m_transcript.message(row).delivery != Delivery::Failed)
        --row;
    return row;
}

QString OwnLines::lastText() const
{
    return m_lastText;
}

void OwnLines::setStage(const QUrl &stage)
{
    m_stage = stage;
}

bool OwnLines::takeEcho(const Outgoing &echo, Message message)
{
    const std::optional<quint64> key = m_pending.takeEcho(echo);
    const int row = key ? m_transcript.rowOfOwnLine(*key) : -1;
    if (row < 0)
        return false;
    m_lines.remove(*key);
    if (message.personId.isEmpty())
        message.personId = m_transcript.message(row).personId;
    message.delivery = Delivery::Delivered;
    m_transcript.replace(row, std::move(message));
    return true;
}

void OwnLines::takeError(const QString &reason)
{
    m_pending.takeError(reason);
}

void OwnLines::noteEchoingStage()
{
    m_pending.noteEchoingStage();
}

QUrl OwnLines::stage() const
{
    const bool isConnected = m_session.state() == ChatSession::State::Connected;
    return isConnected || m_stage.isEmpty() ? m_session.address() : m_stage;
}

quint64 OwnLines::show(const Line &line, Delivery delivery)
{
    const quint64 key = ++m_lastKey;
    m_lines.insert(key, line);
    const bool isDirect = line.outgoing.form == Outgoing::Form::Direct;
    Message message{isDirect ? Message::Kind::Direct : Message::Kind::Chat,
                    m_transcript.lastOwnId(),
                    line.outgoing.text,
                    line.typedAt,
                    {}};
    message.delivery = delivery;
    message.ownLine = key;
    m_transcript.append(std::move(message));
    return key;
}

void OwnLines::transmit(quint64 key)
{
    const Outgoing outgoing = m_lines.value(key).outgoing;
    apply(key, Delivery::Sending, {});
    // First, since the answer may come while it is sent.
    m_pending.add(key, outgoing);
    const QScopedValueRollback<bool> transmits(m_transmits, true);
    if (const Result<void> sent = m_session.send(outgoing); !sent) {
        m_pending.forget(key);
        apply(key, Delivery::Failed, sent.error().message);
    }
}

/// What others than write() send through the session is shown as well.
void OwnLines::noteSent(const Outgoing &outgoing)
{
    if (m_transmits)
        return;
    m_pending.add(show({outgoing, stage(), m_clock.wallTime()}, Delivery::Sending), outgoing);
}

void OwnLines::beginConnection()
{
    if (std::exchange(m_connectedTo, m_session.address()) != m_session.address())
        m_pending.forgetStage();
    sendWaiting();
}

void OwnLines::endConnection()
{
    m_pending.connectionEnded();
}

void OwnLines::sendWaiting()
{
    QList<quint64> keys;
    for (auto line = m_lines.cbegin(); line != m_lines.cend(); ++line) {
        const int row = m_transcript.rowOfOwnLine(line.key());
        if (line->stage == stage() && m_transcript.message(row).delivery == Delivery::Waiting)
            keys.append(line.key());
    }
    std::sort(keys.begin(), keys.end());
    for (const quint64 key : std::as_const(keys))
        transmit(key);
}

void OwnLines::apply(quint64 key, Delivery delivery, const QString &reason)
{
    if (delivery == Delivery::Sent)
        m_lines.remove(key);
    if (const int row = m_transcript.rowOfOwnLine(key); row >= 0)
        m_transcript.setDelivery(row, delivery, reason);
    if (delivery == Delivery::Failed)
        Q_EMIT failed(reason);
}

void OwnLines::take(quint64 key)
{
    m_pending.forget(key);
    m_lines.remove(key);
    if (const int row = m_transcript.rowOfOwnLine(key); row >= 0)
        m_transcript.remove(row);
}

} // namespace Greenroom
