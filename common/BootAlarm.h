// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QSocketNotifier>

namespace Greenroom {

/// An alarm of the system that counts its sleep, which Qt's timers do not.
class BootAlarm final : public QObject, public Alarm
{
    Q_OBJECT

public:
    /// Where the system has no such timer to give, sleep is not counted.
    BootAlarm(std::chrono::milliseconds delay, std::function<void()> ring);
    ~BootAlarm() override;
    Q_DISABLE_COPY_MOVE(BootAlarm)

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void ring();

    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::function<void()> m_ring;
};

} // namespace Greenroom
