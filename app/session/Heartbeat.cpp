// SPDX-License-Identifier: MIT
#include "session/Heartbeat.h"

#include <algorithm>

namespace Greenroom {

Heartbeat::Heartbeat(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

std::optional<std::chrono::milliseconds> Heartbeat::roundTrip() const
{
    return m_roundTrip;
}

const HeartbeatChoice &Heartbeat::choice() const
{
    return m_choice;
}

void Heartbeat::setChoice(const HeartbeatChoice &choice)
{
    m_choice = choice;
    Q_EMIT choiceChanged();
}

bool Heartbeat::says(const QString &text) const
{
    return m_choice.sendsMessage && text == m_choice.text;
}

void Heartbeat::start()
{
    m_payload.clear();
    m_dueAt = m_clock.steadyTime() + interval;
    scheduleNext();
    m_messageDueAt = m_clock.steadyTime() + m_choice.interval;
    m_messageAlarm.reset();
    if (m_choice.sendsMessage)
        scheduleMessage();
    if (std::exchange(m_roundTrip, std::nullopt))
        Q_EMIT roundTripChanged();
}

void Heartbeat::stop()
{
    m_alarm.reset();
    m_messageAlarm.reset();
    m_payload.clear();
}

void Heartbeat::takePong(const QByteArray &payload)
{
    if (m_payload.isEmpty() || payload != m_payload)
        return;
    m_payload.clear();
    m_roundTrip = m_clock.steadyTime() - m_sentAt;
    Q_EMIT roundTripChanged();
}

void Heartbeat::scheduleNext()
{
    m_alarm = m_clock.ringAfter(m_dueAt - m_clock.steadyTime(), [this] { ring(); });
}

void Heartbeat::ring()
{
    m_sentAt = m_clock.steadyTime();
    m_payload = QByteArray::number(++m_count);
    // From the time that was due, so that late alarms do not add up; beats that were slept through are gone.
    m_dueAt = std::max(m_dueAt, m_sentAt - interval) + interval;
    scheduleNext();
    Q_EMIT beat(m_payload);
}

void Heartbeat::scheduleMessage()
{
    m_messageAlarm = m_clock.ringAfter(m_messageDueAt - m_clock.steadyTime(), [this] { ringForMessage(); });
}

void Heartbeat::ringForMessage()
{
    m_messageDueAt = std::max(m_messageDueAt, m_clock.steadyTime() - m_choice.interval) + m_choice.interval;
    scheduleMessage();
    Q_EMIT messageDue(m_choice.route, m_choice.text);
}

} // namespace Greenroom
