// SPDX-License-Identifier: MIT
#include "integrations/RouteHandlers.h"

#include "gateway/RouteKeys.h"

namespace Greenroom {

void RouteHandlers::add(const QString &routeKey, std::shared_ptr<Integration> handler,
                        const QString &ownRouteKey)
{
    m_handlers.insert_or_assign(routeKey, Handler{std::move(handler), ownRouteKey});
}

void RouteHandlers::invoke(const ProxyEvent &event, Reply reply)
{
    const auto found = m_handlers.find(event.routeKey);
    if (found == m_handlers.end()) {
        reply(tl::unexpected(IntegrationFailure{QStringLiteral("the route has no handler")}));
        return;
    }
    ProxyEvent own = event;
    own.routeKey = found->second.ownRouteKey;
    found->second.integration->invoke(own, std::move(reply));
}

void RouteHandlers::afterConnect(const QString &connectionId)
{
    const auto found = m_handlers.find(RouteKeys::connect);
    if (found != m_handlers.end())
        found->second.integration->afterConnect(connectionId);
}

} // namespace Greenroom
