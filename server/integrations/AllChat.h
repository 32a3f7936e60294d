// SPDX-License-Identifier: MIT
#pragma once

#include "integrations/HistoryChat.h"

namespace Greenroom {

/// Every chat but AWS's own on one stage: the history chat, a connection's own id after connecting, and on
/// `sendMessage`, which the history chat has not, a direct message where there is a `recipient_id` and a
/// broadcast where there is `data` instead. Whatever is said is kept in MessageHistory before anybody
/// receives it.
class AllChat final : public Integration
{
public:
    /// Borrows everything it is given.
    AllChat(Tables &tables, PostToConnection &post, const Clock &clock, IdMint &ids);

    static QStringList routeKeys();

    void invoke(const ProxyEvent &event, Reply reply) override;
    void afterConnect(const QString &connectionId) override;

private:
    void send(const ProxyEvent &event, const Reply &reply);
    void sendToOne(const ProxyEvent &event, const Reply &reply);
    void sendToAll(const ProxyEvent &event, const QString &text, const Reply &reply);
    ProxyResponse broadcast(const QByteArray &text);
    /// Keeps what is said, then answers with what `speak` returns, or fails without it.
    void keep(const ProxyEvent &event, const QString &text, const Reply &reply,
              std::function<IntegrationResult()> speak);

    HistoryChat m_history;
    Tables &m_tables;
    PostToConnection &m_post;
    const Clock &m_clock;
    IdMint &m_ids;
};

} // namespace Greenroom
