// SPDX-License-Identifier: MIT
#pragma once

#include "integrations/ActiveConnections.h"

namespace Greenroom {

class PostToConnection;

/// The chat of AWS's own tutorial: the bare text of `message` goes to everybody but its sender, anything else
/// is answered by what is known of the connection. Routes `$connect`, `sendmessage`, `$default` and
/// `$disconnect`.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-chat-app.html
class TutorialChat final : public Integration
{
public:
    /// Borrows everything it is given.
    TutorialChat(Tables &tables, PostToConnection &post);

    static QStringList routeKeys();

    void invoke(const ProxyEvent &event, Reply reply) override;
    void afterConnect(const QString &connectionId) override;

private:
    void send(const ProxyEvent &event, const Reply &reply);
    void sendToOthers(const QString &senderId, const QByteArray &text);
    void explain(const ProxyEvent &event, const Reply &reply);

    ActiveConnections m_connections;
    PostToConnection &m_post;
};

} // namespace Greenroom
