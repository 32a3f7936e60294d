// SPDX-License-Identifier: MIT
#include "gateway/MessageFlow.h"

#include "common/Logging.h"
#include "gateway/Backend.h"
#include "gateway/Connection.h"
#include "gateway/FaultInjector.h"
#include "gateway/GatewayFrames.h"
#include "gateway/ProxyEvents.h"
#include "gateway/RouteSelection.h"

namespace Greenroom {

namespace {

using Outcome = InvocationResult::Outcome;

constexpr int badRequest = 400;
constexpr int forbidden = 403;
constexpr int tooManyRequests = 429;
constexpr int badGateway = 502;
constexpr int gatewayTimeout = 504;

int statusOf(const InvocationResult &result)
{
    switch (result.outcome) {
    case Outcome::Failed:
        return badGateway;
    case Outcome::TimedOut:
        return gatewayTimeout;
    case Outcome::Throttled:
        return tooManyRequests;
    case Outcome::Returned:
        break;
    }
    return result.response.statusCode;
}

} // namespace

MessageFlow::MessageFlow(const Backend &backend, const ProxyEvents &events, FaultInjector &faults,
                         Invoker &invoker, Clock &clock, Send send, QObject *parent)
    : QObject(parent),
      m_backend(backend),
      m_events(events),
      m_faults(faults),
      m_invoker(invoker),
      m_clock(clock),
      m_send(std::move(send)),
      m_requests({}, 0, clock)
{
}

void MessageFlow::applyQuotas()
{
    m_requests = Throttle(m_backend.quotas.requestRate, m_backend.quotas.requestBurst, m_clock);
}

void MessageFlow::receive(Connection &sender, const QString &text, AccessEntry entry)
{
    sender.noteActivity();
    const auto routeKey = RouteSelection::select(m_backend.routeSelection, text, m_backend.routeKeys);
    const ProxyEvent event = m_events.messageEvent(sender.info(), routeKey.value_or(QString()), text);
    entry.routeKey = event.routeKey;
    entry.bytes = text.toUtf8().size();
    if (!m_requests.admit()) {
        tell(entry, tooManyRequests, GatewayFrames::tooManyRequests(event.connectionId, event.requestId));
        return;
    }
    const Fault fault = m_faults.nextMessage(event.connectionId, event.routeKey);
    entry.took = fault.delay;
    m_faults.meetMessage(
        fault, sender, [this, event, entry] { handle(event, entry); },
        [this, event, entry](const InvocationResult &result) { finish(entry, event, result); });
}

/// An event without a route fits none.
void MessageFlow::handle(const ProxyEvent &event, const AccessEntry &entry)
{
    const auto model = m_backend.requestModels.constFind(event.routeKey);
    if (event.routeKey.isEmpty()) {
        tell(entry, forbidden, GatewayFrames::forbidden(event.connectionId, event.requestId));
    } else if (model != m_backend.requestModels.cend() && !model->admits(event.body)) {
        tell(entry, badRequest, GatewayFrames::badRequestBody(event.connectionId, event.messageId));
    } else {
        // Not one after another: API Gateway runs the messages of one connection at the same time.
        m_invoker.invoke(*m_backend.integration, event, [this, event, entry](const InvocationResult &result) {
            finish(entry, event, result);
        });
    }
}

void MessageFlow::finish(AccessEntry entry, const ProxyEvent &event, const InvocationResult &result)
{
    if (result.isLate)
        return;
    if (result.outcome == Outcome::Failed)
        qCInfo(gatewayLog) << "The integration of" << entry.routeKey << "failed:" << result.reason;
    entry.took += result.took;
    tell(entry, statusOf(result), answerTo(event, result));
}

/// What a handler returned is sent as it is where the route has a route response, whatever the status; else
/// not.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-response.html
QByteArray MessageFlow::answerTo(const ProxyEvent &event, const InvocationResult &result) const
{
    switch (result.outcome) {
    case Outcome::Failed:
        return GatewayFrames::internalServerError(event.connectionId, event.requestId);
    case Outcome::TimedOut:
        return GatewayFrames::endpointRequestTimedOut(event.connectionId, event.requestId);
    case Outcome::Throttled:
        return GatewayFrames::tooManyRequests(event.connectionId, event.requestId);
    case Outcome::Returned:
        break;
    }
    return m_backend.twoWayRouteKeys.contains(event.routeKey) ? result.response.body : QByteArray();
}

void MessageFlow::tell(AccessEntry entry, int status, const QByteArray &frame)
{
    if (!frame.isEmpty())
        m_send(entry.connectionId, frame);
    entry.status = status;
    Q_EMIT accessLogged(entry);
}

} // namespace Greenroom
