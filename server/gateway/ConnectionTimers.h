// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

namespace Greenroom {

struct StageQuotas;

/// How long a connection may last: idle, and in all.
class ConnectionTimers
{
public:
    /// Starts both; `expire` is called when one is over, at most once for each. Borrows `clock`.
    ConnectionTimers(const StageQuotas &quotas, Clock &clock, std::function<void()> expire);
    ~ConnectionTimers();
    Q_DISABLE_COPY_MOVE(ConnectionTimers)

    /// The idle time begins anew at this moment of the clock's steady time.
    void noteActivity(std::chrono::milliseconds moment) { m_activeAt = moment; }

private:
    void awaitIdleness(std::chrono::milliseconds delay);
    void checkIdleness();

    Clock &m_clock;
    std::function<void()> m_expire;
    std::chrono::milliseconds m_idleTimeout{0};
    std::chrono::milliseconds m_activeAt;
    std::unique_ptr<Alarm> m_idleAlarm;
    std::unique_ptr<Alarm> m_durationAlarm;
};

} // namespace Greenroom
