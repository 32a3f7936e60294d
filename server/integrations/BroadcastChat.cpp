// SPDX-License-Identifier: MIT
#include "integrations/BroadcastChat.h"

#include "gateway/PostToConnection.h"
#include "gateway/RouteKeys.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Greenroom {

namespace {

constexpr int ok = 200;
constexpr int serverError = 500;

} // namespace

BroadcastChat::BroadcastChat(Tables &tables, PostToConnection &post) : m_connections(tables), m_post(post) {}

QStringList BroadcastChat::routeKeys()
{
    return {RouteKeys::connect, QStringLiteral("sendMessage")};
}

void BroadcastChat::invoke(const ProxyEvent &event, Reply reply)
{
    if (event.type == ProxyEvent::Type::Connect)
        m_connections.put(event, reply);
    else
        send(event, reply);
}

void BroadcastChat::afterConnect(const QString &connectionId)
{
    m_connections.ensure(connectionId);
}

void BroadcastChat::send(const ProxyEvent &event, const Reply &reply)
{
    const auto body = QJsonDocument::fromJson(event.body.toUtf8());
    if (body.isNull()) {
        reply(tl::unexpected(IntegrationFailure{QStringLiteral("SyntaxError: the body is no JSON")}));
        return;
    }
    const QJsonValue data = body.object().value(QStringLiteral("data"));
    if (!data.isString()) {
        // The deployed function catches what the SDK says of a post without a text, and returns it.
        reply(ProxyResponse{serverError, "MissingRequiredParameter: Missing required key 'Data' in params"});
        return;
    }
    broadcast(data.toString().toUtf8());
    reply(ProxyResponse{ok, "Data sent."});
}

void BroadcastChat::broadcast(const QByteArray &text)
{
    const QStringList everybody = m_connections.all();
    for (const QString &id : everybody) {
        if (m_post.post(id, text) == PostToConnection::Status::Gone)
            m_connections.forget(id);
    }
}

} // namespace Greenroom
