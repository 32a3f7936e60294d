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
      m_faultsApi(ids),
      m_loginApi(clock, this),
      m_areFaultsServed(options.areFaultsServed),
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
    else if (const auto faultsCall = FaultsCall::from(head))
        changeFaults(socket, head, *faultsCall);
    else if (const auto loginCall = LoginCall::from(head); loginCall && hasLogin(loginCall->stage))
        logIn(socket, head, *loginCall);
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
    AccessEntry entry = newEntry(AccessEntry::Kind::Management, socket, call.stage);
    entry.routeKey = ManagementCall::methodName(call.method);
    if (IdMint::isConnectionId(call.connectionId))
        entry.connectionId = call.connectionId;
    converse(socket, head, entry, [this, call](const QByteArray &body) {
        return m_managementApi.answer(call, body, stageOf(call.stage));
    });
}

void RequestRouter::changeFaults(ClientSocket &socket, const HttpHead &head, const FaultsCall &call)
{
    if (!m_areFaultsServed || !FaultsApi::isFromHere(head, socket.peerAddress())) {
        refuse(socket, Refusals::forbidden(m_ids));
        return;
    }
    AccessEntry entry = newEntry(AccessEntry::Kind::Faults, socket, call.stage);
    entry.routeKey = QString::fromLatin1(call.method);
    converse(socket, head, entry, [this, call](const QByteArray &body) {
        Stage *stage = stageOf(call.stage);
        return m_faultsApi.answer(call, body, stage != nullptr ? &stage->faults() : nullptr);
    });
}

void RequestRouter::logIn(ClientSocket &socket, const HttpHead &head, const LoginCall &call)
{
    AccessEntry entry = newEntry(AccessEntry::Kind::Login, socket, call.stage);
    entry.routeKey = QString::fromLatin1(call.method);
    auto *exchange = newExchange(socket, head, LoginApi::mostBodyBytes);
    connect(exchange, &HttpExchange::received, this, [this, exchange, call, entry](const QByteArray &body) {
        takeLogin(*exchange, call, entry, body);
    });
    connect(exchange, &HttpExchange::failed, this, [this, exchange, call, entry](const HeadFault &fault) {
        AccessEntry failed = entry;
        finishEntry(failed, fault.status);
        exchange->replyAndClose(LoginApi::badBody(call, fault.status));
    });
}

/// The answer takes its time: until then the client may leave and the stages may go.
void RequestRouter::takeLogin(HttpExchange &exchange, const LoginCall &call, AccessEntry entry,
                              const QByteArray &body)
{
    if (!hasLogin(call.stage)) {
        finishEntry(entry, Refusals::unavailable(m_ids).status);
        exchange.replyAndClose(Refusals::unavailable(m_ids));
        return;
    }
    entry.bytes = body.size();
    m_loginApi.answer(call, *stageOf(call.stage)->login(), entry.sourceIp, body,
                      [this, exchange = QPointer(&exchange), entry](const HttpReply &reply) {
                          AccessEntry answered = entry;
                          finishEntry(answered, reply.status);
                          if (exchange)
                              exchange->reply(reply);
                      });
}

/// Answers when the body has come: the stages may have gone by then.
void RequestRouter::converse(ClientSocket &socket, const HttpHead &head, const AccessEntry &entry,
                             const Answer &answer)
{
    const auto stage = m_stages.find(entry.stage);
    const qint64 bodyLimit =
        stage == m_stages.end() ? Quotas::messageBytes : stage->second->quotas().messageLimit();
    auto *exchange = newExchange(socket, head, bodyLimit);
    connect(exchange, &HttpExchange::received, this, [this, exchange, entry, answer](const QByteArray &body) {
        this->answer(*exchange, answer, entry, body);
    });
    connect(exchange, &HttpExchange::failed, this,
            [this, exchange, entry](const HeadFault &fault) { answerFailed(*exchange, entry, fault); });
}

HttpExchange *RequestRouter::newExchange(ClientSocket &socket, const HttpHead &head, qint64 bodyLimit)
{
    auto *exchange = new HttpExchange(socket, head, bodyLimit, m_clock);
    connect(exchange, &HttpExchange::finished, this,
            [this](ClientSocket &client) { awaitRequest(client, RequestReader::Request::Next); });
    return exchange;
}

void RequestRouter::answer(HttpExchange &exchange, const Answer &answer, AccessEntry entry,
                           const QByteArray &body)
{
    const HttpReply reply = answer(body);
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

Stage *RequestRouter::stageOf(const QString &name) const
{
    const auto found = m_stages.find(name);
    return found != m_stages.end() ? found->second.get() : nullptr;
}

bool RequestRouter::hasLogin(const QString &name) const
{
    const Stage *stage = stageOf(name);
    return stage != nullptr && stage->login();
}

/// Names only stages that there are: the rest is whatever the client wrote.
AccessEntry RequestRouter::newEntry(AccessEntry::Kind kind, const ClientSocket &socket,
                                    const QString &stage) const
{
    AccessEntry entry;
    entry.kind = kind;
    entry.at = m_clock.wallTime();
    if (stageOf(stage) != nullptr)
        entry.stage = stage;
    entry.sourceIp = socket.sourceIp();
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
