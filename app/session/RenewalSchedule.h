// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "session/GatewayLimits.h"

#include <QObject>

namespace Greenroom {

/// When a connection is to be renewed: in a quiet moment, well before the gateway ends it.
class RenewalSchedule : public QObject
{
    Q_OBJECT

public:
    /// From this age on a connection is renewed when nothing was said for `quiet`,
    static constexpr std::chrono::minutes earliest = GatewayLimits::lifetime - std::chrono::minutes(10);
    /// and at this age in any case.
    static constexpr std::chrono::minutes latest = GatewayLimits::lifetime - std::chrono::minutes(2);
    static constexpr std::chrono::seconds quiet{10};
    /// Between an attempt that failed and the next.
    static constexpr std::chrono::seconds retryAfter{30};

    /// Borrows `clock`.
    explicit RenewalSchedule(Clock &clock, QObject *parent = nullptr);

    /// A connection was made just now. Its age counts by the boot clock, as the gateway counts it.
    void start();
    void stop();
    /// Something was said, by whichever side.
    void noteTraffic();
    /// An attempt to renew has failed.
    void postpone();

Q_SIGNALS:
    /// It is time. Nothing follows before postpone() or start().
    void due();

private:
    void ringAt(std::chrono::milliseconds at);
    void review();

    Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    std::chrono::milliseconds m_startedAt{0};
    std::chrono::milliseconds m_lastTraffic{0};
};

} // namespace Greenroom
