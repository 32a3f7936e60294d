// SPDX-License-Identifier: MIT
#include "integrations/BuiltIns.h"

#include "gateway/RouteKeys.h"
#include "integrations/AllChat.h"
#include "integrations/BroadcastChat.h"
#include "integrations/DirectChat.h"
#include "integrations/Mock.h"
#include "integrations/RouteHandlers.h"
#include "integrations/TutorialChat.h"
#include "tables/SqliteTables.h"

namespace Greenroom::BuiltIns {

namespace {

constexpr QLatin1String historyName("history");
constexpr QLatin1String directName("direct");
constexpr QLatin1String broadcastName("broadcast");
constexpr QLatin1String tutorialName("tutorial");
constexpr QLatin1String allName("all");
constexpr QLatin1String mockName("mock");

QStringList handledRouteKeys(const QString &backend)
{
    if (backend == historyName)
        return HistoryChat::routeKeys();
    if (backend == directName)
        return DirectChat::routeKeys();
    if (backend == broadcastName)
        return BroadcastChat::routeKeys();
    if (backend == tutorialName)
        return TutorialChat::routeKeys();
    return AllChat::routeKeys();
}

/// What may answer the one may not answer the other.
QString kindOf(const QString &routeKey)
{
    return routeKey == RouteKeys::connect || routeKey == RouteKeys::disconnect ? routeKey : QString();
}

/// What the chats of one stage share.
struct Parts
{
    Tables &tables;
    PostToConnection &post;
    const Clock &clock;
    IdMint &ids;
};

std::shared_ptr<Integration> newChat(const QString &backend, const Parts &parts)
{
    if (backend == historyName)
        return std::make_shared<HistoryChat>(parts.tables, parts.post, parts.clock, parts.ids);
    if (backend == directName)
        return std::make_shared<DirectChat>(parts.tables, parts.post);
    if (backend == broadcastName)
        return std::make_shared<BroadcastChat>(parts.tables, parts.post);
    if (backend == tutorialName)
        return std::make_shared<TutorialChat>(parts.tables, parts.post);
    return std::make_shared<AllChat>(parts.tables, parts.post, parts.clock, parts.ids);
}

std::unique_ptr<RouteHandlers> newHandlers(const StageConfig &config, const Parts &parts)
{
    auto handlers = std::make_unique<RouteHandlers>();
    std::map<QString, std::shared_ptr<Integration>> chats;
    for (const auto &route : config.routes) {
        if (route.handler == mockName) {
            handlers->add(route.routeKey, std::make_shared<Mock>(route.mockResponse), {});
            continue;
        }
        const QString backend = route.handler.section(u'.', 0, 0);
        auto &chat = chats[backend];
        if (!chat)
            chat = newChat(backend, parts);
        handlers->add(route.routeKey, chat, route.handler.section(u'.', 1));
    }
    return handlers;
}

std::unique_ptr<Authorizer> authorizer(const AuthorizerConfig &config, const Clock &clock)
{
    if (const auto *jwt = std::get_if<JwtAuthorizer::Settings>(&config.kind))
        return std::make_unique<JwtAuthorizer>(config.identitySources, *jwt, clock);
    return std::make_unique<MockAuthorizer>(config.identitySources.constFirst(),
                                            std::get<MockAuthorizer::Answers>(config.kind));
}

/// A guest has nothing to show, so that an authorizer who lets in guests has to be asked all the same.
QList<IdentitySource> neededSources(const AuthorizerConfig &config)
{
    const auto *jwt = std::get_if<JwtAuthorizer::Settings>(&config.kind);
    const bool areGuestsAllowed = jwt != nullptr && jwt->guests == JwtAuthorizer::Settings::Guests::Allowed;
    return areGuestsAllowed ? QList<IdentitySource>() : config.identitySources;
}

} // namespace

QStringList backendNames()
{
    return {historyName, directName, broadcastName, tutorialName, allName};
}

QString mock()
{
    return mockName;
}

QList<RouteConfig> routesOf(const QString &backend)
{
    QList<RouteConfig> routes;
    const QStringList routeKeys = handledRouteKeys(backend);
    for (const QString &routeKey : routeKeys)
        routes.append({routeKey, backend + u'.' + routeKey});
    if (backend == broadcastName) {
        routes.append({RouteKeys::disconnect, mockName});
        routes.append({RouteKeys::fallback, mockName});
    }
    return routes;
}

QStringList handlersFor(const QString &routeKey)
{
    QStringList handlers;
    const QStringList backends = backendNames();
    for (const QString &backend : backends) {
        const QStringList handled = handledRouteKeys(backend);
        for (const QString &own : handled) {
            if (kindOf(own) == kindOf(routeKey))
                handlers.append(backend + u'.' + own);
        }
    }
    handlers.append(mockName);
    return handlers;
}

BackendFactory backend(const StageConfig &config, const TablesOptions &tablesOptions, Clock &clock,
                       IdMint &ids)
{
    return [config, tablesOptions, &clock, &ids](PostToConnection &post) -> Result<Backend> {
        auto tables = SqliteTables::prepare(tablesOptions, clock);
        if (!tables)
            return tl::unexpected(tables.error());
        Backend backend;
        backend.integration = newHandlers(config, {**tables, post, clock, ids});
        backend.tables = std::move(*tables);
        for (const auto &route : config.routes) {
            backend.routeKeys.append(route.routeKey);
            if (route.response == RouteConfig::Response::Body)
                backend.twoWayRouteKeys.append(route.routeKey);
            if (route.requestModel)
                backend.requestModels.insert(route.routeKey, *route.requestModel);
        }
        backend.routeSelection = config.routeSelection;
        backend.stageVariables = config.stageVariables;
        backend.quotas = config.quotas;
        if (config.authorizer) {
            backend.identitySources = neededSources(*config.authorizer);
            backend.login = config.authorizer->login;
            backend.authorizer = authorizer(*config.authorizer, clock);
        }
        backend.faults = config.faults;
        return backend;
    };
}

} // namespace Greenroom::BuiltIns
