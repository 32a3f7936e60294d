// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QObject>
#include <optional>

namespace Greenroom {

/// The prepaid-credit simulation: ends a session for good after a number of seconds. They are counted by the
/// boot clock, so a nap of the machine is paid for like any other time, and an end that falls into it comes
/// as soon as the machine wakes.
class AutoDisconnect : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds defaultLimit{60};
    static constexpr std::chrono::seconds maximumLimit{24 * 60 * 60};

    explicit AutoDisconnect(Clock &clock, QObject *parent = nullptr);

    bool isEnabled() const;
    std::chrono::seconds limit() const;
    /// Time until expired(), rounded up to whole seconds; nothing while no countdown runs.
    std::optional<std::chrono::seconds> remaining() const;

    /// Turning it on in a running session starts the countdown; turning it off ends it.
    void setEnabled(bool enabled);
    /// Kept between 1 second and maximumLimit; restarts a running countdown.
    void setLimit(std::chrono::seconds limit);

    /// A session began, the countdown starts if enabled; or its connection was renewed or restored, and the
    /// countdown goes on.
    void sessionStarted();
    /// The session ended: no countdown runs until the next.
    void sessionEnded();

Q_SIGNALS:
    /// The time is up; emitted once a countdown.
    void expired();
    /// Enabled, limit or whether a countdown runs has changed.
    void changed();

private:
    void restart();
    void expire();

    Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    bool m_enabled = false;
    bool m_inSession = false;
    std::chrono::seconds m_limit = defaultLimit;
    std::chrono::milliseconds m_endsAt{0};
};

} // namespace Greenroom
