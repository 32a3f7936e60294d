// SPDX-License-Identifier: MIT
#include "gateway/FaultsApi.h"

#include "config/FaultConfig.h"
#include "gateway/DoorPolicy.h"
#include "gateway/HttpHead.h"
#include "gateway/Refusals.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace Greenroom {

namespace {

constexpr qsizetype stageSegment = 0;
constexpr qsizetype resourceSegment = 1;
constexpr qsizetype segments = 2;

constexpr int okStatus = 200;
constexpr int noContentStatus = 204;
constexpr int badRequestStatus = 400;
constexpr int methodNotAllowedStatus = 405;

HttpReply jsonReply(int status, const QJsonObject &body)
{
    return {status, {{"Content-Type", "application/json"}}, QJsonDocument(body).toJson()};
}

bool isLoopback(const QHostAddress &address)
{
    // Clients of IPv4 have addresses of IPv6 where both are listened on.
    bool isIpv4 = false;
    const QHostAddress ipv4(address.toIPv4Address(&isIpv4));
    return isIpv4 ? ipv4.isLoopback() : address.isLoopback();
}

/// What proxies add, those of the standards and those of custom.
bool isOfProxy(const QByteArray &name)
{
    return name == "via" || name == "forwarded" || name.startsWith("x-forwarded-") || name == "x-real-ip"
           || name == "x-client-ip" || name == "cf-connecting-ip";
}

} // namespace

std::optional<FaultsCall> FaultsCall::from(const HttpHead &head)
{
    const QList<QByteArray> path = head.pathSegments();
    if (path.size() != segments || path.at(stageSegment).isEmpty() || path.at(resourceSegment) != "@faults"
        || head.asksForWebSocket())
        return std::nullopt;
    return FaultsCall{head.method(), QString::fromUtf8(path.at(stageSegment))};
}

FaultsApi::FaultsApi(IdMint &ids) : m_ids(ids) {}

bool FaultsApi::isFromHere(const HttpHead &head, const QHostAddress &peer)
{
    const bool isForwarded =
        std::any_of(head.headers().begin(), head.headers().end(),
                    [](const auto &header) { return isOfProxy(header.first.toLower()); });
    const DoorPolicy policy(QHostAddress(QHostAddress::LocalHost), {}, {});
    return isLoopback(peer) && !isForwarded && !policy.refusal(head);
}

HttpReply FaultsApi::answer(const FaultsCall &call, const QByteArray &body, Faults *faults) const
{
    if (faults == nullptr)
        return Refusals::forbidden(m_ids);
    if (call.method == "GET")
        return rulesOf(*faults);
    if (call.method == "PUT")
        return set(*faults, body);
    if (call.method == "DELETE")
        return clear(*faults);
    return {methodNotAllowedStatus, {{"Allow", "GET, PUT, DELETE"}}, {}};
}

HttpReply FaultsApi::rulesOf(const Faults &faults)
{
    return jsonReply(okStatus, FaultConfig::toJson(faults.plan(), faults.fired()));
}

HttpReply FaultsApi::set(Faults &faults, const QByteArray &body)
{
    const auto plan = FaultConfig::parse(body);
    if (!plan)
        return jsonReply(badRequestStatus,
                         {{QStringLiteral("message"), tr("The rules are wrong, so nothing has changed.")},
                          {QStringLiteral("mistakes"), QJsonArray::fromStringList(plan.error())}});
    faults.setPlan(*plan);
    return rulesOf(faults);
}

HttpReply FaultsApi::clear(Faults &faults)
{
    faults.setPlan({});
    HttpReply reply;
    reply.status = noContentStatus;
    return reply;
}

} // namespace Greenroom
