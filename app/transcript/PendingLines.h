// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "transcript/Delivery.h"
#include "wire/Outgoing.h"

#include <QList>
#include <QObject>
#include <QStringList>
#include <optional>

namespace Greenroom {

/// The lines that have left and what becomes of them. A line is Sending until its echo comes, which makes it
/// Delivered. It Fails after timeLimit without one, when the connection ends before it, or when the gateway
/// refuses something while it is the oldest under way, since its error frames do not say what they answer.
///
/// Some stages never echo. One that has not shown an echo yet gets echoGrace; if it answered a ping that left
/// after the line, the line has arrived and is Sent. From then on a pong will do. An echo that comes late
/// makes a line Delivered in any case.
class PendingLines : public QObject
{
    Q_OBJECT

public:
    /// API Gateway gives an integration 29 seconds.
    /// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
    static constexpr std::chrono::seconds timeLimit{30};
    static constexpr std::chrono::seconds echoGrace{5};

    /// Borrows `clock`.
    explicit PendingLines(Clock &clock, QObject *parent = nullptr);

    /// The line `key` leaves now; keys grow.
    void add(quint64 key, const Outgoing &line);
    /// The line is no longer of interest: it was taken away or is sent anew under another key.
    void forget(quint64 key);

    /// What was said in line `key`; empty if it is forgotten.
    Outgoing line(quint64 key) const;

    /// An echo of ours came in this form. Returns the line that it belongs to, which is Delivered by it
    /// and forgotten: the oldest with this text, first of those under way, then of those that failed. A stage
    /// may change a text; so an echo that nobody sent in these words belongs to the oldest chat line under
    /// way. Nothing if it can't belong to any: a second echo.
    std::optional<quint64> takeEcho(const Outgoing &echo);
    /// The gateway refuses something: the oldest line under way fails for `reason`, if there is one.
    void takeError(const QString &reason);
    void takePong(const QByteArray &payload);
    /// Something came that only stages send which echo.
    void noteEchoingStage();
    /// What the heartbeat says at the stage, which may do without an echo; `ping` unless set.
    void setHeartbeatText(const QString &text);
    /// The next connection leads to another stage.
    void forgetStage();
    void connectionEnded();

Q_SIGNALS:
    /// The line is Sent or has Failed.
    void changed(quint64 key, Greenroom::Delivery delivery, const QString &reason);
    /// Send a ping with this payload; its pong is for takePong().
    void probeWanted(const QByteArray &payload);

private:
    /// What is known of a stage.
    enum class Echoes { Unknown, Come, Never };

    struct Line
    {
        quint64 key;
        Outgoing line;
        std::chrono::milliseconds sentAt;
        bool wantsEcho;
        bool arrived = false;
        Delivery delivery = Delivery::Sending;
        /// A Sent line past timeLimit: no error can be meant for it.
        bool isPast = false;
    };

    bool isUnderWay(const Line &line) const;
    Line *oldestUnderWay();
    Line *find(quint64 key);
    Line *oldestWith(const Outgoing &echo, bool underWay);
    Line *changedByStage(const Outgoing &echo);
    void settle(quint64 key, Delivery delivery, const QString &reason = {});
    void forgetOldest();
    std::chrono::milliseconds dueAt(const Line &line) const;
    void probe();
    void review();
    void reviewLine(quint64 key);
    void schedule();

    Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    QList<Line> m_lines;
    QStringList m_echoed;
    QString m_heartbeatText = QStringLiteral("ping");
    Echoes m_echoes = Echoes::Unknown;
    /// The newest line that the ping under way will tell of; 0 where none is.
    quint64 m_probed = 0;
};

} // namespace Greenroom
