// SPDX-License-Identifier: MIT
#pragma once

#include "integrations/ActiveConnections.h"

namespace Greenroom {

class PostToConnection;

/// The chat in which one connection writes to one other by its id, and each is told its own id first. Behaves
/// like the tutorial's deployed functions, whose routes are `$connect` and `sendMessage`.
class DirectChat final : public Integration
{
public:
    /// Borrows everything it is given.
    DirectChat(Tables &tables, PostToConnection &post);

    static QStringList routeKeys();

    /// Tells a connection its own id.
    static void introduce(PostToConnection &post, const QString &connectionId);

    void invoke(const ProxyEvent &event, Reply reply) override;
    void afterConnect(const QString &connectionId) override;

private:
    void send(const ProxyEvent &event, const Reply &reply);

    ActiveConnections m_connections;
    PostToConnection &m_post;
};

} // namespace Greenroom
