// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "gateway/Quotas.h"
#include "integrations/Integration.h"

#include <QObject>
#include <optional>
#include <unordered_map>

namespace Greenroom {

/// What the gateway makes of one run of an integration.
struct InvocationResult
{
    enum class Outcome {
        Returned,
        Failed,
        TimedOut,
        /// There were too many requests, so that it was not run.
        Throttled,
    };

    Outcome outcome = Outcome::Returned;
    /// Where it returned.
    ProxyResponse response = {};
    /// Where it failed; for the log.
    QString reason = {};
    std::chrono::milliseconds took{0};
    /// Whether this run has been reported as timed out before.
    bool isLate = false;
};

/// Runs a stage's integrations, any number at once, each under the gateway's timeout.
class Invoker : public QObject
{
    Q_OBJECT

public:
    /// Called once, and once more with `isLate` if the integration answers after its time was up.
    using Done = std::function<void(const InvocationResult &)>;

    /// Borrows `clock`. Destroying the invoker forgets all runs: no Done is called any more.
    explicit Invoker(Clock &clock, QObject *parent = nullptr);

    /// How long an integration may take; nothing lets it take as long as it wants. For runs from now on.
    void setTimeout(std::optional<std::chrono::milliseconds> timeout) { m_timeout = timeout; }

    /// Runs that the integration has not answered, timed out or not.
    std::size_t running() const { return m_runs.size(); }

    /// Runs `integration`, borrowed for this call only. `done` may be called before this has returned.
    void invoke(Integration &integration, const ProxyEvent &event, Done done);

Q_SIGNALS:
    /// The last run has been answered.
    void idle();

private:
    struct Run
    {
        Done done;
        std::chrono::milliseconds startedAt{0};
        std::unique_ptr<Alarm> alarm = {};
        bool isTimedOut = false;
    };

    void take(quint64 number, const IntegrationResult &result);
    void timeOut(quint64 number);

    Clock &m_clock;
    std::optional<std::chrono::milliseconds> m_timeout = Quotas::integrationTimeout;
    quint64 m_lastNumber = 0;
    std::unordered_map<quint64, Run> m_runs;
};

} // namespace Greenroom
