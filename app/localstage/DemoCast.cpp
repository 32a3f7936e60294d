// SPDX-License-Identifier: MIT
#include "localstage/DemoCast.h"

namespace Greenroom {

DemoCast::DemoCast(ChatSession &first, ChatSession &second, Clock &clock, QObject *parent)
    : QObject(parent), m_first(first), m_second(second), m_clock(clock)
{
    for (ChatSession *session : {&first, &second}) {
        connect(session, &ChatSession::stateChanged, this, &DemoCast::beginWhenConnected);
        connect(session, &ChatSession::eventReceived, this, &DemoCast::noteEvent);
        connect(session, &ChatSession::ended, this, &DemoCast::stall);
        connect(session, &ChatSession::connectFailed, this, &DemoCast::stall);
        connect(session, &QObject::destroyed, this, &DemoCast::stall);
    }
}

QStringList DemoCast::script()
{
    return {
        tr("Good evening! Is anybody else in the green room?"),
        tr("Right here. No network, no account, and yet we talk."),
        tr("Everything goes through the local stage: routes, tables and all."),
        tr("So what works here works on the real stage too?"),
        tr("Change the address, nothing else."),
        tr("Then let us go on. Break a leg!"),
    };
}

void DemoCast::play()
{
    m_playing = true;
    m_deadline = m_clock.ringAfter(patience, [this] { stall(); });
    beginWhenConnected();
}

void DemoCast::beginWhenConnected()
{
    const bool ready =
        m_first.state() == ChatSession::State::Connected && m_second.state() == ChatSession::State::Connected;
    if (m_playing && ready && m_line == 0 && !m_next)
        scheduleNext();
}

void DemoCast::scheduleNext()
{
    m_next = m_clock.ringAfter(pause, [this] { sayNext(); });
}

void DemoCast::sayNext()
{
    m_arrivals = 0;
    m_deadline = m_clock.ringAfter(patience, [this] { stall(); });
    ChatSession &speaker = m_line % 2 == 0 ? m_first : m_second;
    if (!speaker.sendChat(script().at(m_line)))
        stall();
}

void DemoCast::noteEvent(const Event &event)
{
    const auto *line = std::get_if<ChatLineEvent>(&event);
    if (!m_playing || line == nullptr || line->text != script().at(m_line))
        return;
    constexpr int listeners = 2;
    if (++m_arrivals < listeners)
        return;
    if (++m_line < script().size()) {
        scheduleNext();
        return;
    }
    m_playing = false;
    m_deadline.reset();
    Q_EMIT finished();
}

void DemoCast::stall()
{
    if (!std::exchange(m_playing, false))
        return;
    m_next.reset();
    m_deadline.reset();
    Q_EMIT stalled();
}

} // namespace Greenroom
