// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "gateway/Faults.h"
#include "gateway/Invoker.h"
#include "gateway/PostToConnection.h"

#include <map>

namespace Greenroom {

class Connection;
class Handshake;

/// Makes go wrong at a stage what its rules say. What is delayed here belongs to the stage: a message is
/// handled also when its sender has left meanwhile.
class FaultInjector
{
public:
    using Proceed = std::function<void()>;
    using Finish = std::function<void(const InvocationResult &)>;

    /// Borrows `clock`. Destroying the injector forgets what is delayed.
    explicit FaultInjector(Clock &clock);

    /// The rules and what has come of them.
    Faults &faults() { return m_faults; }

    /// Goes on with `proceed`, now or later, unless a fault ends the handshake or its client leaves.
    void meetHandshake(Handshake &handshake, Proceed proceed);

    /// What happens to a message that takes this route, to be handed to meetMessage().
    Fault nextMessage(const QString &connectionId, const QString &routeKey);
    /// Goes on with `proceed`, now or later; or in its place with `finish` and what the fault makes of the
    /// message. That is a status and no more where the connection has ended: 0 without a close frame.
    void meetMessage(const Fault &fault, Connection &sender, Proceed proceed, const Finish &finish);

    /// Whether a post may be anything but sent at once.
    bool mayMeetPosts() const { return m_faults.hasRuleFor(FaultRule::Place::Post); }
    /// Sends `data` to `recipient`, or not. Who posts is answered at once, whatever the delay, and is told
    /// `Ok` of a connection that ends instead, as nobody would know yet.
    PostToConnection::Status post(Connection &recipient, const QByteArray &data);

    /// Nothing that is delayed happens any more, but for what waits to be sent.
    void forgetDelayed() { m_delayed.clear(); }

private:
    Fault next(const FaultEvent &event);
    void runAfter(std::chrono::milliseconds delay, Proceed proceed);

    Clock &m_clock;
    Faults m_faults;
    quint64 m_lastNumber = 0;
    std::map<quint64, std::unique_ptr<Alarm>> m_delayed;
};

} // namespace Greenroom
