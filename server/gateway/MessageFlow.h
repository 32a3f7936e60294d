// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/Gateway.h"
#include "gateway/Invoker.h"
#include "gateway/ProxyEvent.h"
#include "gateway/Throttle.h"

namespace Greenroom {

class Connection;
class FaultInjector;
class ProxyEvents;
struct Backend;

/// What becomes of a stage's messages: each finds its route, its integration runs, and the sender is told
/// what there is to tell.
class MessageFlow : public QObject
{
    Q_OBJECT

public:
    /// How the gateway itself speaks to a connection of the stage, if that is still open.
    using Send = std::function<void(const QString &connectionId, const QByteArray &data)>;

    /// Borrows all but `send`.
    MessageFlow(const Backend &backend, const ProxyEvents &events, FaultInjector &faults, Invoker &invoker,
                Clock &clock, Send send, QObject *parent = nullptr);

    /// To be called when the backend's quotas are there.
    void applyQuotas();

    /// Takes a message of `sender`. `entry` is what the access log knows of it so far.
    void receive(Connection &sender, const QString &text, AccessEntry entry);

    /// Counts one request against the stage's quota, of a message or a call of `@connections`.
    bool admitRequest() { return m_requests.admit(); }

Q_SIGNALS:
    void accessLogged(const Greenroom::AccessEntry &entry);

private:
    void handle(const ProxyEvent &event, const AccessEntry &entry);
    void finish(AccessEntry entry, const ProxyEvent &event, const InvocationResult &result);
    QByteArray answerTo(const ProxyEvent &event, const InvocationResult &result) const;
    void tell(AccessEntry entry, int status, const QByteArray &frame);

    const Backend &m_backend;
    const ProxyEvents &m_events;
    FaultInjector &m_faults;
    Invoker &m_invoker;
    Clock &m_clock;
    Send m_send;
    Throttle m_requests;
};

} // namespace Greenroom
