// SPDX-License-Identifier: MIT
#include "gateway/RequestRouter.h"

#include "common/Logging.h"
#include "gateway/ClientSocket.h"
#include "gateway/HttpExchange.h"
#include "gateway/Refusals.h"
#include "gateway/Stage.h"
#include "gateway/StagePath.h"

namespace Greenroom {

namespace {

constexpr int payloadTooLarge = 413;

} // namespace

RequestRouter::RequestRouter(const Stages &stages, const GatewayOptions &options, Clock &clock, IdMint &ids,
                             QObject *parent)
    : QObject(parent),
      m_stages(stages),
      m_policy(options.address, options.allowedOrigins, options.allowedHosts),
      m_managementApi(options.isSignatureRequired ? ManagementApi::Callers::Signed
                                                  : ManagementApi::Callers::Everybody,
                      clock, ids),
      m_clock(clock),
      m_ids(ids)
{
}

void RequestRouter::serve(ClientSocket *socket)
{
    awaitRequest(*socket, RequestReader::Request::First);
}

void RequestRouter::awaitRequest(ClientSocket &socket, RequestReader::Request request)
{
    auto *reader = new RequestReader(socket, m_clock, request);
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
    if (m_isRefusingEverybody)
        refuse(socket, Refusals::unavailable(m_ids));
    else if (const auto call = ManagementCall::from(head))
        manage(socket, head, *call);
    else if (found == m_stages.end())
        refuse(socket, Refusals::forbidden(m_ids));
    else
        admit(*found, socket, head);
}

void RequestRouter::admit(const Stages::value_type &stage, ClientSocket &socket, const HttpHead &head)
{
    if (!head.asksForWebSocket()) {
        // Only GET is known to be answered so; what other methods get on a stage is not (see apigateway).
        refuse(socket, head.method() == "GET" ? Refusals::upgradeRequired(m_ids) : Refusals::forbidden(m_ids),
               stage.first);
    } else if (const auto fault = head.webSocketFault()) {
        qCDebug(gatewayLog) << "Handshake refused:" << fault->reason;
        refuse(socket, Refusals::badHead(fault->status), stage.first);
    } else {
        stage.second->admit(&socket, head);
    }
}

void RequestRouter::manage(ClientSocket &socket, const HttpHead &head, const ManagementCall &call)
{
    const auto stage = m_stages.find(call.stage);
    const qint64 bodyLimit =
        stage == m_stages.end() ? Quotas::messageBytes : stage->second->quotas().messageLimit();
    auto *exchange = new HttpExchange(socket, head, bodyLimit, m_clock);
    connect(exchange, &HttpExchange::received, this,
            [this, exchange, call, entry = newEntry(socket, call)](const QByteArray &body) {
                answer(*exchange, call, entry, body);
            });
    connect(exchange, &HttpExchange::failed, this,
            [this, exchange, entry = newEntry(socket, call)](const HeadFault &fault) {
                answerFailed(*exchange, entry, fault);
            });
    connect(exchange, &HttpExchange::finished, this,
            [this](ClientSocket &client) { awaitRequest(client, RequestReader::Request::Next); });
}

void RequestRouter::answer(HttpExchange &exchange, const ManagementCall &call, AccessEntry entry,
                           const QByteArray &body)
{
    // Looked for now: the stages may have gone while the body came.
    const auto stage = m_stages.find(call.stage);
    const HttpReply reply =
        m_managementApi.answer(call, body, stage == m_stages.end() ? nullptr : stage->second.get());
    entry.bytes = body.size();
    finishEntry(entry, reply.status);
    exchange.reply(reply);
}

void RequestRouter::answerFailed(HttpExchange &exchange, AccessEntry entry, const HeadFault &fault)
{
    qCDebug(gatewayLog) << "Request refused:" << fault.reason;
    finishEntry(entry, fault.status);
    exchange.replyAndClose(fault.status == payloadTooLarge ? m_managementApi.payloadTooLarge()
                                                           : Refusals::badHead(fault.status));
}

/// Names only stages that there are and ids that could be some: the rest is whatever the client wrote.
AccessEntry RequestRouter::newEntry(const ClientSocket &socket, const ManagementCall &call) const
{
    AccessEntry entry;
    entry.kind = AccessEntry::Kind::Management;
    entry.at = m_clock.wallTime();
    if (m_stages.find(call.stage) != m_stages.end())
        entry.stage = call.stage;
    if (IdMint::isConnectionId(call.connectionId))
        entry.connectionId = call.connectionId;
    entry.sourceIp = socket.sourceIp();
    entry.routeKey = ManagementCall::methodName(call.method);
    return entry;
}

void RequestRouter::finishEntry(AccessEntry &entry, int status)
{
    entry.status = status;
    entry.took = m_clock.wallTime() - entry.at;
    Q_EMIT accessLogged(entry);
}

void RequestRouter::refuseHead(ClientSocket &socket, const HeadFault &fault)
{
    qCDebug(gatewayLog) << "Request refused:" << fault.reason;
    refuse(socket, Refusals::badHead(fault.status));
}

void RequestRouter::turnAway(ClientSocket *socket)
{
    refuse(*socket, Refusals::unavailable(m_ids));
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
