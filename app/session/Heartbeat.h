// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "session/HeartbeatChoice.h"

#include <QObject>
#include <optional>

namespace Greenroom {

/// Says every 30 seconds of a connection that a sign of life is due, and measures the answers.
class Heartbeat : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds interval{30};

    explicit Heartbeat(Clock &clock, QObject *parent = nullptr);

    /// The time from the last answered ping to its pong; nothing before the first answer.
    std::optional<std::chrono::milliseconds> roundTrip() const;

    const HeartbeatChoice &choice() const;
    /// From the next start() on.
    void setChoice(const HeartbeatChoice &choice);

    /// Starts the beat anew; the first is due one interval from now.
    void start();
    void stop();
    /// A pong came back with what beat() gave as its payload; others are ignored.
    void takePong(const QByteArray &payload);

Q_SIGNALS:
    /// Send the heartbeat message and a protocol ping with this payload.
    void beat(const QByteArray &payload);
    void roundTripChanged();

private:
    void scheduleNext();
    void ring();

    Clock &m_clock;
    HeartbeatChoice m_choice;
    std::unique_ptr<Alarm> m_alarm;
    QByteArray m_payload;
    quint64 m_count = 0;
    std::chrono::milliseconds m_dueAt{0};
    std::chrono::milliseconds m_sentAt{0};
    std::optional<std::chrono::milliseconds> m_roundTrip;
};

} // namespace Greenroom
