// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "session/HeartbeatChoice.h"

#include <QObject>
#include <optional>

namespace Greenroom {

/// Says in a connection when a sign of life is due: the message that keeps it from being idle, as the stage's
/// HeartbeatChoice has it, and every 30 seconds a ping, whose answers are measured.
class Heartbeat : public QObject
{
    Q_OBJECT

public:
    /// Of the pings.
    static constexpr std::chrono::seconds interval{30};

    explicit Heartbeat(Clock &clock, QObject *parent = nullptr);

    /// The time from the last answered ping to its pong; nothing before the first answer.
    std::optional<std::chrono::milliseconds> roundTrip() const;

    const HeartbeatChoice &choice() const;
    /// From the next start() on.
    void setChoice(const HeartbeatChoice &choice);
    /// Whether a message that reads `text` is what the heartbeat sends.
    bool says(const QString &text) const;

    /// Starts the beat anew; the first ping and message are due one interval of theirs from now.
    void start();
    void stop();
    /// A pong came back with what beat() gave as its payload; others are ignored.
    void takePong(const QByteArray &payload);

Q_SIGNALS:
    /// Send a protocol ping with this payload.
    void beat(const QByteArray &payload);
    /// Send the heartbeat's message with this text to this route.
    void messageDue(const QString &route, const QString &text);
    void choiceChanged();
    void roundTripChanged();

private:
    void scheduleNext();
    void ring();
    void scheduleMessage();
    void ringForMessage();

    Clock &m_clock;
    HeartbeatChoice m_choice;
    std::unique_ptr<Alarm> m_alarm;
    std::unique_ptr<Alarm> m_messageAlarm;
    QByteArray m_payload;
    quint64 m_count = 0;
    std::chrono::milliseconds m_dueAt{0};
    std::chrono::milliseconds m_messageDueAt{0};
    std::chrono::milliseconds m_sentAt{0};
    std::optional<std::chrono::milliseconds> m_roundTrip;
};

} // namespace Greenroom
