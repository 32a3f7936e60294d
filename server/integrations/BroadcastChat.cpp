// SPDX-License-Identifier: MIT
#include "integrations/BroadcastChat.h"

#include "gateway/PostToConnection.h"
#include "gateway/RouteKeys.h"
#include "integrations/PostErrors.h"
#include "integrations/WellFormed.h"
#include "json/StrictJson.h"

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
    const auto body = StrictJson::parse(event.body, StrictJson::Dialect::JavaScript);
    // Reading a member of null is an error in JavaScript, and of anything else it is none.
    if (!body || body->type() == JsonTree::Type::Null) {
        reply(tl::unexpected(IntegrationFailure{QStringLiteral("SyntaxError: the body is no JSON")}));
        return;
    }
    const JsonTree *data = body->member(u"data");
    if (data == nullptr || !data->isText()) {
        // The deployed function catches what the SDK says of a post without a text, and returns it.
        reply(ProxyResponse{serverError, "MissingRequiredParameter: Missing required key 'Data' in params"});
        return;
    }
    reply(broadcast(wellFormed(data->text()).toUtf8()));
}

/// Returns what the function returns: its first error other than of those that are gone.
ProxyResponse BroadcastChat::broadcast(const QByteArray &text)
{
    ProxyResponse response{ok, "Data sent."};
    const auto failures = m_post.postToAll(m_connections.all(), text);
    for (const auto &failure : failures) {
        if (failure.status == PostToConnection::Status::Gone)
            m_connections.forget(failure.connectionId);
        else if (response.statusCode == ok)
            response = {serverError, PostErrors::ofJavaScript(failure.status).toUtf8()};
    }
    return response;
}

} // namespace Greenroom
