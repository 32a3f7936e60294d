// SPDX-License-Identifier: MIT
#include "gateway/ProxyEvents.h"

#include "gateway/RouteKeys.h"

namespace Greenroom {

ProxyEvents::ProxyEvents(QString stage, const Clock &clock, IdMint &ids)
    : m_stage(std::move(stage)), m_clock(clock), m_ids(ids)
{
}

ProxyEvent ProxyEvents::connectEvent(const ConnectionInfo &connection, const HttpHead &head) const
{
    ProxyEvent event = newEvent(ProxyEvent::Type::Connect, connection);
    event.routeKey = RouteKeys::connect;
    event.headers = head.headers();
    event.query = QString::fromUtf8(head.query());
    return event;
}

ProxyEvent ProxyEvents::messageEvent(const ConnectionInfo &connection, const QString &routeKey,
                                     const QString &body) const
{
    ProxyEvent event = newEvent(ProxyEvent::Type::Message, connection);
    event.routeKey = routeKey;
    event.messageId = m_ids.messageId(connection.id);
    event.body = body;
    return event;
}

ProxyEvent ProxyEvents::disconnectEvent(const ConnectionInfo &connection, int closeCode,
                                        const QString &reason) const
{
    ProxyEvent event = newEvent(ProxyEvent::Type::Disconnect, connection);
    event.routeKey = RouteKeys::disconnect;
    event.disconnectStatusCode = closeCode;
    event.disconnectReason = reason;
    return event;
}

ProxyEvent ProxyEvents::newEvent(ProxyEvent::Type type, const ConnectionInfo &connection) const
{
    ProxyEvent event;
    event.type = type;
    event.stage = m_stage;
    event.connectionId = connection.id;
    event.requestId = m_ids.requestId();
    event.domainName = connection.domainName;
    event.sourceIp = connection.sourceIp;
    event.userAgent = connection.userAgent;
    event.connectedAt = connection.connectedAt;
    event.requestTime = m_clock.wallTime();
    event.stageVariables = m_stageVariables;
    event.authorizer = connection.authorizer;
    return event;
}

} // namespace Greenroom
