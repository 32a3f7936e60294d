// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatSession.h"

#include <QObject>
#include <QStringList>

namespace Greenroom {

/// Two people who talk: plays a short, written conversation between two sessions of one stage. Each line
/// waits until both have the one before.
class DemoCast : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds pause{900};
    static constexpr std::chrono::seconds patience{30};

    /// Borrows all three.
    DemoCast(ChatSession &first, ChatSession &second, Clock &clock, QObject *parent = nullptr);

    /// The lines, first and second speaker by turns, translated.
    static QStringList script();

    /// Plays the script; begins as soon as both sessions are connected.
    void play();

Q_SIGNALS:
    /// The last line has arrived at both.
    void finished();
    /// The conversation came to a halt: a session ended, or a line did not arrive within patience.
    void stalled();

private:
    void beginWhenConnected();
    void scheduleNext();
    void sayNext();
    void noteEvent(const Event &event);
    void stall();

    ChatSession &m_first;
    ChatSession &m_second;
    Clock &m_clock;
    std::unique_ptr<Alarm> m_next;
    std::unique_ptr<Alarm> m_deadline;
    qsizetype m_line = 0;
    int m_arrivals = 0;
    bool m_playing = false;
};

} // namespace Greenroom
