// SPDX-License-Identifier: MIT
#pragma once

#include "integrations/ActiveConnections.h"

namespace Greenroom {

class PostToConnection;

/// The chat that sends the bare text of `data` to everybody, the sender too. Behaves like the tutorial's
/// deployed functions, whose routes are `$connect` and `sendMessage`; its `$disconnect` and `$default` are
/// mocks, so that whoever has left is found by the next broadcast.
class BroadcastChat final : public Integration
{
public:
    /// Borrows everything it is given.
    BroadcastChat(Tables &tables, PostToConnection &post);

    static QStringList routeKeys();

    void invoke(const ProxyEvent &event, Reply reply) override;
    void afterConnect(const QString &connectionId) override;

private:
    void send(const ProxyEvent &event, const Reply &reply);
    ProxyResponse broadcast(const QByteArray &text);

    ActiveConnections m_connections;
    PostToConnection &m_post;
};

} // namespace Greenroom
