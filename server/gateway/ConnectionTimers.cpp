// SPDX-License-Identifier: MIT
#include "gateway/ConnectionTimers.h"

#include "gateway/StageQuotas.h"

namespace Greenroom {

ConnectionTimers::ConnectionTimers(const StageQuotas &quotas, Clock &clock, std::function<void()> expire)
    : m_clock(clock), m_expire(std::move(expire)), m_activeAt(clock.steadyTime())
{
    if (quotas.idleTimeout) {
        m_idleTimeout = *quotas.idleTimeout;
        awaitIdleness(m_idleTimeout);
    }
    if (quotas.connectionDuration)
        m_durationAlarm = clock.ringAfter(*quotas.connectionDuration, [this] { m_expire(); });
}

ConnectionTimers::~ConnectionTimers() = default;

void ConnectionTimers::awaitIdleness(std::chrono::milliseconds delay)
{
    m_idleAlarm = m_clock.ringAfter(delay, [this] { checkIdleness(); });
}

/// One alarm that looks again, rather than one set anew with every message.
void ConnectionTimers::checkIdleness()
{
    const auto left = m_activeAt + m_idleTimeout - m_clock.steadyTime();
    if (left > std::chrono::milliseconds::zero())
        awaitIdleness(left);
    else
        m_expire();
}

} // namespace Greenroom
