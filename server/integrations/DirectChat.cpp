// SPDX-License-Identifier: MIT
#include "integrations/DirectChat.h"

#include "gateway/PostToConnection.h"
#include "gateway/RouteKeys.h"
#include "integrations/DirectMessage.h"
#include "integrations/PythonJson.h"

namespace Greenroom {

DirectChat::DirectChat(Tables &tables, PostToConnection &post) : m_connections(tables), m_post(post) {}

QStringList DirectChat::routeKeys()
{
    return {RouteKeys::connect, QStringLiteral("sendMessage")};
}

void DirectChat::introduce(PostToConnection &post, const QString &connectionId)
{
    post.post(connectionId,
              PythonJson::object({{QStringLiteral("connection_id"), PythonJson::string(connectionId)}}));
}

void DirectChat::invoke(const ProxyEvent &event, Reply reply)
{
    if (event.type == ProxyEvent::Type::Connect)
        m_connections.put(event, reply);
    else
        send(event, reply);
}

void DirectChat::afterConnect(const QString &connectionId)
{
    m_connections.ensure(connectionId);
    introduce(m_post, connectionId);
}

void DirectChat::send(const ProxyEvent &event, const Reply &reply)
{
    const auto message = DirectMessage::read(event);
    if (!message) {
        reply(tl::unexpected(message.error()));
        return;
    }
    const IntegrationResult delivered = message->deliver(m_post);
    // There is no `$disconnect`, so this is where the table learns of it.
    const QString recipient = message->recipient();
    if (!delivered && !m_post.details(recipient))
        m_connections.forget(recipient);
    reply(delivered);
}

} // namespace Greenroom
