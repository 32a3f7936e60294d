// SPDX-License-Identifier: MIT
#include "gateway/FaultInjector.h"

#include "common/Logging.h"
#include "config/FaultNames.h"
#include "gateway/Connection.h"
#include "gateway/Handshake.h"
#include "gateway/Quotas.h"

#include <QPointer>

namespace Greenroom {

namespace {

using Kind = FaultRule::Kind;
using Outcome = InvocationResult::Outcome;

/// What the integration would have returned.
InvocationResult resultOf(const FaultRule &rule)
{
    switch (rule.kind) {
    case Kind::Fail:
        return {Outcome::Failed, {}, QStringLiteral("a rule of @faults")};
    case Kind::TimeOut:
        return {Outcome::TimedOut};
    case Kind::Throttle:
        return {Outcome::Throttled};
    case Kind::Refuse:
        return {Outcome::Returned, {rule.status, {}}};
    case Kind::Close:
        return {Outcome::Returned, {rule.closeCode, {}}};
    case Kind::Drop:
    case Kind::Delay:
    case Kind::Gone:
        break;
    }
    return {Outcome::Returned, {0, {}}};
}

void end(Connection &connection, const FaultRule &rule)
{
    if (rule.kind == Kind::Close)
        connection.close(rule.closeCode, rule.closeReason);
    else if (rule.kind == Kind::Drop)
        connection.drop();
}

void refuse(Handshake &handshake, const FaultRule &rule)
{
    if (rule.kind == Kind::Drop) {
        handshake.drop();
        return;
    }
    handshake.take(resultOf(rule));
    // No integration was asked, so there is no late answer to wait for.
    if (rule.kind == Kind::TimeOut)
        handshake.take({Outcome::Failed});
}

} // namespace

FaultInjector::FaultInjector(Clock &clock) : m_clock(clock) {}

void FaultInjector::meetHandshake(Handshake &handshake, Proceed proceed)
{
    const Fault fault = next({FaultRule::Place::Connect, handshake.info().id});
    if (fault.rule)
        proceed = [&handshake, rule = *fault.rule] { refuse(handshake, rule); };
    if (fault.delay > std::chrono::milliseconds::zero())
        handshake.hold(fault.delay, std::move(proceed));
    else
        proceed();
}

Fault FaultInjector::nextMessage(const QString &connectionId, const QString &routeKey)
{
    return next({FaultRule::Place::Message, connectionId, routeKey});
}

void FaultInjector::meetMessage(const Fault &fault, Connection &sender, Proceed proceed, const Finish &finish)
{
    if (fault.rule)
        proceed = [sender = QPointer(&sender), rule = *fault.rule, finish] {
            if (sender)
                end(*sender, rule);
            finish(resultOf(rule));
        };
    const bool isDelayed = fault.delay > std::chrono::milliseconds::zero();
    if (isDelayed && m_delayed.size() >= Quotas::delayedMessages)
        finish({Outcome::Throttled});
    else
        runAfter(fault.delay, std::move(proceed));
}

PostToConnection::Status FaultInjector::post(Connection &recipient, const QByteArray &data)
{
    const Fault fault = next({FaultRule::Place::Post, recipient.info().id});
    if (fault.rule && fault.rule->kind == Kind::Gone)
        return PostToConnection::Status::Gone;
    if (fault.rule && fault.rule->kind == Kind::Throttle)
        return PostToConnection::Status::LimitExceeded;
    if (fault.rule) {
        recipient.inTurn(fault.delay, [&recipient, rule = *fault.rule] { end(recipient, rule); });
    } else {
        recipient.noteActivity();
        recipient.send(data, fault.delay);
    }
    return PostToConnection::Status::Ok;
}

Fault FaultInjector::next(const FaultEvent &event)
{
    Fault fault = m_faults.next(event);
    if (fault.rule || fault.delay > std::chrono::milliseconds::zero())
        qCDebug(gatewayLog) << "Fault at" << FaultNames::nameOf(event.place) << "of" << event.connectionId
                            << "after" << fault.delay.count() << "ms:"
                            << (fault.rule ? FaultNames::nameOf(fault.rule->kind) : QStringLiteral("none"));
    return fault;
}

void FaultInjector::runAfter(std::chrono::milliseconds delay, Proceed proceed)
{
    if (delay <= std::chrono::milliseconds::zero()) {
        proceed();
        return;
    }
    const quint64 number = ++m_lastNumber;
    m_delayed.emplace(number, m_clock.ringAfter(delay, [this, number, proceed = std::move(proceed)] {
        m_delayed.erase(number);
        proceed();
    }));
}

} // namespace Greenroom
