// SPDX-License-Identifier: MIT
#pragma once

#include "common/Ids.h"
#include "gateway/Connection.h"
#include "gateway/HttpHead.h"
#include "gateway/ProxyEvent.h"

namespace Greenroom {

/// Writes a stage's proxy events: what is in each kind, and a fresh request id.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-requests.html
class ProxyEvents
{
public:
    /// Borrows `clock` and `ids`.
    ProxyEvents(QString stage, const Clock &clock, IdMint &ids);

    /// Every event from now on carries these.
    void setStageVariables(QMap<QString, QString> variables) { m_stageVariables = std::move(variables); }

    ProxyEvent connectEvent(const ConnectionInfo &connection, const HttpHead &head) const;
    /// `routeKey` is the effective one: `$default` where the message fell back to it.
    ProxyEvent messageEvent(const ConnectionInfo &connection, const QString &routeKey,
                            const QString &body) const;
    ProxyEvent disconnectEvent(const ConnectionInfo &connection, int closeCode, const QString &reason) const;

private:
    ProxyEvent newEvent(ProxyEvent::Type type, const ConnectionInfo &connection) const;

    QString m_stage;
    QMap<QString, QString> m_stageVariables;
    const Clock &m_clock;
    IdMint &m_ids;
};

} // namespace Greenroom
