// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QObject>
#include <optional>

namespace Greenroom {

/// Counts down to the next attempt to connect.
class RetryTimer : public QObject
{
    Q_OBJECT

public:
    /// Borrows `clock`.
    explicit RetryTimer(Clock &clock, QObject *parent = nullptr);

    /// Rounded up to whole seconds; nothing while it does not run.
    std::optional<std::chrono::seconds> remaining() const;

    void start(std::chrono::milliseconds delay);
    void stop();

Q_SIGNALS:
    /// remaining() is another number.
    void ticked();
    void due();

private:
    void schedule();
    void ring();

    Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    std::chrono::milliseconds m_dueAt{0};
};

} // namespace Greenroom
