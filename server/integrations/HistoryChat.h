// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "common/Ids.h"
#include "integrations/Integration.h"

#include <QStringList>

namespace Greenroom {

class JsonTree;
class PostToConnection;
class Tables;

/// The chat that keeps everything that is said: join and leave notices, broadcasts, three history tables.
/// Behaves like the tutorial's deployed functions, whose routes are `$connect`, `sendmessage`, `$default` and
/// `$disconnect`.
class HistoryChat final : public Integration
{
public:
    /// Borrows everything it is given.
    HistoryChat(Tables &tables, PostToConnection &post, const Clock &clock, IdMint &ids);

    static QStringList routeKeys();

    void invoke(const ProxyEvent &event, Reply reply) override;

private:
    void join(const ProxyEvent &event, const Reply &reply);
    void leave(const ProxyEvent &event, const Reply &reply);
    void say(const ProxyEvent &event, const Reply &reply);
    void tell(const QString &connectionId, const JsonTree &message, const Reply &reply);
    void explain(const ProxyEvent &event, const Reply &reply);

    void notifyOthers(const QString &connectionId, const QString &notice);
    QByteArray broadcast(const QString &line);

    Tables &m_tables;
    PostToConnection &m_post;
    const Clock &m_clock;
    IdMint &m_ids;
};

} // namespace Greenroom
