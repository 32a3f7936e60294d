// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatSession.h"
#include "transcript/LineOutbox.h"
#include "transcript/PendingLines.h"
#include "transcript/TranscriptModel.h"

#include <QHash>
#include <QObject>

namespace Greenroom {

/// What was typed in a conversation, from the key that sends it until the stage has it: shown at once, sent
/// now or with the next connection, and kept until it is known to have arrived.
class OwnLines : public QObject
{
    Q_OBJECT

public:
    /// Lines that have waited longer are not sent before somebody was asked.
    static constexpr std::chrono::minutes freshness{10};

    /// Borrows all four; shows its lines in `transcript` and keeps them in `outbox` until they have arrived.
    OwnLines(Clock &clock, ChatSession &session, TranscriptModel &transcript, LineOutbox &outbox,
             QObject *parent = nullptr);
    /// What has not arrived is left to the next who writes to its stage.
    ~OwnLines() override;
    Q_DISABLE_COPY_MOVE(OwnLines)

    /// Sends `line`, or lets it wait for a connection. If it can do neither (nothing but blanks, too long, no
    /// stage to wait for) nothing is shown and the error says why.
    Result<void> write(const Outgoing &line);
    /// Sends the failed line in `row` again: it goes to the end. Nothing else can be sent again,
    /// and -1 is no row.
    void retry(int row);
    /// Takes the line in `row`, failed or waiting, out of the transcript and hands it to editRequested().
    void edit(int row);
    /// The row of the last line that failed; -1 if there is none.
    int lastFailed() const;
    /// The text of the last line that was typed; empty if there is none.
    QString lastText() const;

    /// Lines that are written without a connection wait for one to this stage. Those that wait for it since
    /// an earlier run of the program come here.
    void setStage(const QUrl &stage);
    /// The transcript is about to show another stage: what has not arrived is left to the next who writes to
    /// the present one.
    void leaveStage();
    /// The answers to staleLinesWaiting(): all that waits is sent, or has failed.
    void sendWaiting();
    void holdBack();

    /// The session is connected: what waits for this stage goes out, in order.
    void beginConnection();
    /// It no longer is: nobody knows what became of the lines that are under way.
    void endConnection();

    /// `message` came in from one of our own ids, or as the text that a Broadcast one comes back as. Returns
    /// true if it is the echo of a line that is shown already.
    bool takeEcho(const Outgoing &echo, Message message);
    /// The gateway or the backend refuses something.
    void takeError(const QString &reason);
    /// Something came that only stages send which echo.
    void noteEchoingStage();

Q_SIGNALS:
    /// The user wants to change these words.
    void editRequested(const Greenroom::Outgoing &line);
    /// A line has failed for this reason.
    void failed(const QString &reason);
    /// Shall so many lines be sent, the oldest of which was typed at that time? Nothing that waits leaves
    /// before the answer.
    void staleLinesWaiting(int count, Greenroom::WallTime oldest);
    /// The answer is no longer needed: there is no connection.
    void staleLinesForgotten();
    /// A line is in memory alone; the sentence says why.
    void notSaved(const QString &reason);

private:
    QUrl stage() const;
    void adopt(const QUrl &stage);
    void adopt(const QString &name, int row);
    void failRest(const QList<int> &rows);
    quint64 keyOf(int row);
    OutboxLine lineOf(quint64 key) const;
    quint64 show(const QString &name, Delivery delivery, const QString &reason = {});
    quint64 write(const Outgoing &outgoing, const QUrl &stage, Delivery delivery);
    void keep(quint64 key, OutboxLine::State state);
    QList<quint64> waiting() const;
    void transmit(quint64 key);
    void probe(const QByteArray &payload);
    void noteSent(const Outgoing &outgoing);
    void sendOrAsk();
    void apply(quint64 key, Delivery delivery, const QString &reason);
    void forget(quint64 key);
    void take(quint64 key);

    Clock &m_clock;
    ChatSession &m_session;
    TranscriptModel &m_transcript;
    LineOutbox &m_outbox;
    PendingLines m_pending;
    /// Those that are not known to have arrived, and their names in the outbox.
    QHash<quint64, QString> m_names;
    QUrl m_stage;
    QUrl m_connectedTo;
    QString m_lastText;
    quint64 m_lastKey = 0;
    bool m_transmits = false;
    QByteArray m_heldProbe;
};

} // namespace Greenroom
