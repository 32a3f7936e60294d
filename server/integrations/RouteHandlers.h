// SPDX-License-Identifier: MIT
#pragma once

#include "integrations/Integration.h"

#include <map>
#include <memory>

namespace Greenroom {

/// A stage's routes, each with the handler that answers it. One handler may answer several.
class RouteHandlers final : public Integration
{
public:
    /// Has `routeKey` answered by `handler` as if it were its own route `ownRouteKey`.
    void add(const QString &routeKey, std::shared_ptr<Integration> handler, const QString &ownRouteKey);

    void invoke(const ProxyEvent &event, Reply reply) override;
    /// Passed on to the handler of `$connect`.
    void afterConnect(const QString &connectionId) override;

private:
    struct Handler
    {
        std::shared_ptr<Integration> integration;
        QString ownRouteKey;
    };

    std::map<QString, Handler> m_handlers;
};

} // namespace Greenroom
