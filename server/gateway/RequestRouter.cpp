// SPDX-License-Identifier: MIT
#include "gateway/RequestRouter.h"

#include "common/Logging.h"
#include "gateway/ClientSocket.h"
#include "gateway/Refusals.h"
#include "gateway/RequestReader.h"
#include "gateway/Stage.h"
#include "gateway/StagePath.h"

namespace Greenroom {

RequestRouter::RequestRouter(const Stages &stages, DoorPolicy policy, Clock &clock, IdMint &ids,
                             QObject *parent)
    : QObject(parent), m_stages(stages), m_policy(std::move(policy)), m_clock(clock), m_ids(ids)
{
}

void RequestRouter::serve(ClientSocket *socket)
{
    auto *reader = new RequestReader(*socket, m_clock);
    connect(reader, &RequestReader::received, this, &RequestRouter::check);
    connect(reader, &RequestReader::failed, this, &RequestRouter::refuseHead);
}

/// Before anything else is answered: a page from elsewhere learns not even which stages there are.
void RequestRouter::check(ClientSocket &socket, const HttpHead &head)
{
    if (const auto refusal = m_policy.refusal(head))
        refuse(socket, Refusals::forbidden(m_ids), {}, refusal->allowingOption);
    else
        route(socket, head);
}

void RequestRouter::route(ClientSocket &socket, const HttpHead &head)
{
    const auto found = m_stages.find(stageInPath(head.path()));
    if (m_isRefusingEverybody) {
        refuse(socket, Refusals::unavailable(m_ids));
    } else if (found == m_stages.end()) {
        refuse(socket, Refusals::forbidden(m_ids));
    } else if (!head.asksForWebSocket()) {
        // Only GET is known to be answered so; what other methods get on a stage is not (see apigateway).
        refuse(socket, head.method() == "GET" ? Refusals::upgradeRequired(m_ids) : Refusals::forbidden(m_ids),
               found->first);
    } else if (const auto fault = head.webSocketFault()) {
        qCDebug(gatewayLog) << "Handshake refused:" << fault->reason;
        refuse(socket, Refusals::badHead(fault->status), found->first);
    } else {
        found->second->admit(&socket, head);
    }
}

void RequestRouter::refuseHead(ClientSocket &socket, const HeadFault &fault)
{
    qCDebug(gatewayLog) << "Request refused:" << fault.reason;
    refuse(socket, Refusals::badHead(fault.status));
}

void RequestRouter::refuse(ClientSocket &socket, const HttpReply &reply, const QString &stage,
                           const QString &allowingOption)
{
    AccessEntry entry;
    entry.kind = AccessEntry::Kind::Refusal;
    entry.at = m_clock.wallTime();
    entry.stage = stage;
    entry.sourceIp = socket.sourceIp();
    entry.status = reply.status;
    entry.allowingOption = allowingOption;
    Q_EMIT accessLogged(entry);
    socket.write(reply.toBytes(m_clock.wallTime()));
    socket.close();
}

} // namespace Greenroom
