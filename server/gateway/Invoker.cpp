// SPDX-License-Identifier: MIT
#include "gateway/Invoker.h"

#include <QPointer>
#include <exception>

namespace Greenroom {

Invoker::Invoker(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

void Invoker::invoke(Integration &integration, const ProxyEvent &event, Done done)
{
    const quint64 number = ++m_lastNumber;
    Run run{std::move(done), m_clock.steadyTime()};
    if (m_timeout)
        run.alarm = m_clock.ringAfter(*m_timeout, [this, number] { timeOut(number); });
    m_runs.emplace(number, std::move(run));
    // The integration may keep its reply longer than we live.
    const auto reply = [self = QPointer(this), number](const IntegrationResult &result) {
        if (self)
            self->take(number, result);
    };
    try {
        integration.invoke(event, reply);
    } catch (const std::exception &error) {
        reply(tl::unexpected(IntegrationFailure{QString::fromUtf8(error.what())}));
    } catch (...) {
        reply(tl::unexpected(IntegrationFailure{QStringLiteral("unknown exception")}));
    }
}

void Invoker::take(quint64 number, const IntegrationResult &result)
{
    // Taken out first: Done may start further runs, and a second reply finds nothing.
    const auto node = m_runs.extract(number);
    if (node.empty())
        return;
    const Run &run = node.mapped();
    const auto took = m_clock.steadyTime() - run.startedAt;
    if (result)
        run.done({InvocationResult::Outcome::Returned, *result, {}, took, run.isTimedOut});
    else
        run.done({InvocationResult::Outcome::Failed, {}, result.error().reason, took, run.isTimedOut});
    if (m_runs.empty())
        Q_EMIT idle();
}

void Invoker::timeOut(quint64 number)
{
    const auto found = m_runs.find(number);
    if (found == m_runs.end())
        return;
    found->second.isTimedOut = true;
    // A copy: Done may change the map.
    const Done done = found->second.done;
    done(
        {InvocationResult::Outcome::TimedOut, {}, {}, m_clock.steadyTime() - found->second.startedAt, false});
}

} // namespace Greenroom
