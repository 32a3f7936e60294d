// SPDX-License-Identifier: MIT
#include "transcript/OwnLines.h"

#include "common/Redaction.h"
#include "wire/Dialect.h"

#include <algorithm>

namespace Greenroom {

OwnLines::OwnLines(Clock &clock, ChatSession &session, TranscriptModel &transcript, LineOutbox &outbox,
                   QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_session(session),
      m_transcript(transcript),
      m_outbox(outbox),
      m_pending(clock)
{
    connect(&session, &ChatSession::sent, this, &OwnLines::noteSent);
    connect(&session, &ChatSession::ponged, &m_pending, &PendingLines::takePong);
    connect(&session.heartbeat(), &Heartbeat::choiceChanged, this,
            [this] { m_pending.setHeartbeatText(m_session.heartbeat().choice().text); });
    connect(&m_pending, &PendingLines::probeWanted, this, &OwnLines::probe);
    connect(&m_pending, &PendingLines::changed, this, &OwnLines::apply);
}

OwnLines::~OwnLines()
{
    leaveStage();
}

Result<void> OwnLines::write(const Outgoing &line)
{
    Outgoing trimmed = line;
    trimmed.text = line.text.trimmed();
    if (trimmed.text.isEmpty())
        return failure(tr("There is nothing to send."));
    if (Result<void> fits = ChatSession::checkLength(Dialect::frame(trimmed)); !fits)
        return fits;
    const bool isConnected = m_session.state() == ChatSession::State::Connected;
    if (!isConnected && stage().isEmpty())
        return failure(
            tr("There is no stage to send this to. Type its address above; your text stays here."));
    m_lastText = trimmed.text;
    const quint64 key = write(trimmed, stage(), Delivery::Waiting);
    if (isConnected)
        transmit(key);
    else
        keep(key, OutboxLine::State::Waiting);
    return {};
}

void OwnLines::retry(int row)
{
    if (row < 0 || m_transcript.message(row).delivery != Delivery::Failed)
        return;
    const quint64 failedKey = keyOf(row);
    const OutboxLine line = lineOf(failedKey);
    if (line.outgoing.text.isEmpty())
        return;
    const quint64 key = write(line.outgoing, line.stage, Delivery::Waiting);
    const bool isConnected = m_session.state() == ChatSession::State::Connected;
    if (isConnected && line.stage == stage())
        transmit(key);
    else
        keep(key, OutboxLine::State::Waiting);
    // Last, so that the words are somewhere at any time.
    take(failedKey);
}

void OwnLines::edit(int row)
{
    const Delivery delivery = row < 0 ? Delivery::None : m_transcript.message(row).delivery;
    if (delivery != Delivery::Failed && delivery != Delivery::Waiting)
        return;
    const quint64 key = keyOf(row);
    if (lineOf(key).outgoing.text.isEmpty())
        return;
    Q_EMIT editRequested(lineOf(key).outgoing);
    take(key);
}

int OwnLines::lastFailed() const
{
    const QList<int> rows = m_transcript.unsettledRows();
    const auto last = std::find_if(rows.crbegin(), rows.crend(), [this](int row) {
        return m_transcript.message(row).delivery == Delivery::Failed;
    });
    return last == rows.crend() ? -1 : *last;
}

QString OwnLines::lastText() const
{
    return m_lastText;
}

void OwnLines::setStage(const QUrl &stage)
{
    m_stage = Redaction::withoutSecrets(stage);
    adopt(m_stage);
}

void OwnLines::sendWaiting()
{
    const QList<quint64> keys = waiting();
    for (const quint64 key : keys)
        transmit(key);
}

void OwnLines::holdBack()
{
    const QList<quint64> keys = waiting();
    for (const quint64 key : keys) {
        keep(key, OutboxLine::State::Doubtful);
        apply(key, Delivery::Failed, tr("You did not want it to be sent so late."));
    }
}

void OwnLines::beginConnection()
{
    if (std::exchange(m_connectedTo, m_session.address()) != m_session.address())
        m_pending.forgetStage();
    adopt(stage());
    sendOrAsk();
}

void OwnLines::endConnection()
{
    m_pending.connectionEnded();
    Q_EMIT staleLinesForgotten();
}

bool OwnLines::takeEcho(const Outgoing &echo, Message message)
{
    const std::optional<quint64> key = m_pending.takeEcho(echo);
    const int row = key ? m_transcript.rowOfOwnLine(*key) : -1;
    if (row < 0)
        return false;
    forget(*key);
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
    return isConnected || m_stage.isEmpty() ? Redaction::withoutSecrets(m_session.address()) : m_stage;
}

OutboxLine OwnLines::lineOf(quint64 key) const
{
    return m_outbox.line(m_names.value(key));
}

quint64 OwnLines::show(const QString &name, Delivery delivery, const QString &reason)
{
    const quint64 key = ++m_lastKey;
    m_names.insert(key, name);
    const OutboxLine line = m_outbox.line(name);
    const bool isDirect = line.outgoing.form == Outgoing::Form::Direct;
    Message message{isDirect ? Message::Kind::Direct : Message::Kind::Chat,
                    m_transcript.lastOwnId(),
                    line.outgoing.text,
                    line.typedAt,
                    {}};
    message.delivery = delivery;
    message.failure = reason;
    message.ownLine = key;
    message.outboxName = name;
    m_transcript.append(std::move(message));
    return key;
}

quint64 OwnLines::write(const Outgoing &outgoing, const QUrl &stage, Delivery delivery)
{
    return show(m_outbox.add({outgoing, stage, m_clock.wallTime()}), delivery);
}

void OwnLines::keep(quint64 key, OutboxLine::State state)
{
    const QString name = m_names.value(key);
    m_outbox.setState(name, state);
    if (const Result<void> saved = m_outbox.save(name); !saved)
        Q_EMIT notSaved(saved.error().message);
}

QList<quint64> OwnLines::waiting() const
{
    QList<quint64> keys;
    for (auto name = m_names.cbegin(); name != m_names.cend(); ++name) {
        const int row = m_transcript.rowOfOwnLine(name.key());
        const bool waits = row >= 0 && m_transcript.message(row).delivery == Delivery::Waiting;
        if (waits && m_outbox.line(*name).stage == stage())
            keys.append(name.key());
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

void OwnLines::transmit(quint64 key)
{
    const Outgoing outgoing = lineOf(key).outgoing;
    // Before it leaves: after a crash it must not go out by itself once more.
    keep(key, OutboxLine::State::Doubtful);
    apply(key, Delivery::Sending, {});
    m_transmits = true;
    // Before it leaves, since the answer may come while it is sent.
    m_pending.add(key, outgoing);
    if (const Result<void> sent = m_session.send(outgoing); !sent) {
        m_pending.forget(key);
        apply(key, Delivery::Failed, sent.error().message);
    }
    m_transmits = false;
    if (!m_heldProbe.isEmpty())
        probe(std::exchange(m_heldProbe, {}));
}

/// A ping that left before the line would tell nothing of it.
void OwnLines::probe(const QByteArray &payload)
{
    if (m_transmits)
        m_heldProbe = payload;
    else
        m_session.probe(payload);
}

/// What others than write() send through the session is shown as well.
void OwnLines::noteSent(const Outgoing &outgoing)
{
    if (m_transmits)
        return;
    const quint64 key = write(outgoing, stage(), Delivery::Sending);
    keep(key, OutboxLine::State::Doubtful);
    m_pending.add(key, outgoing);
}

void OwnLines::sendOrAsk()
{
    const QList<quint64> keys = waiting();
    if (keys.isEmpty())
        return;
    const auto typedAt = [this](quint64 key) { return lineOf(key).typedAt; };
    const auto oldest = std::min_element(keys.cbegin(), keys.cend(), [typedAt](quint64 one, quint64 other) {
        return typedAt(one) < typedAt(other);
    });
    if (m_clock.wallTime() - typedAt(*oldest) > freshness)
        Q_EMIT staleLinesWaiting(static_cast<int>(keys.size()), typedAt(*oldest));
    else
        sendWaiting();
}

void OwnLines::apply(quint64 key, Delivery delivery, const QString &reason)
{
    if (delivery == Delivery::Sent)
        forget(key);
    if (delivery == Delivery::Failed && !m_names.contains(key)) {
        // It was Sent already, and now the stage complains.
        m_names.insert(key, m_outbox.add({m_pending.line(key), stage(), m_clock.wallTime()}));
        keep(key, OutboxLine::State::Doubtful);
        if (const int row = m_transcript.rowOfOwnLine(key); row >= 0)
            m_transcript.setOutboxName(row, m_names.value(key));
    }
    if (const int row = m_transcript.rowOfOwnLine(key); row >= 0)
        m_transcript.setDelivery(row, delivery, reason);
    if (delivery == Delivery::Failed)
        Q_EMIT failed(reason);
}

void OwnLines::forget(quint64 key)
{
    m_outbox.forget(m_names.take(key));
}

void OwnLines::take(quint64 key)
{
    m_pending.forget(key);
    forget(key);
    if (const int row = m_transcript.rowOfOwnLine(key); row >= 0)
        m_transcript.remove(row);
}

} // namespace Greenroom
