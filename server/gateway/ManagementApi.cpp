// SPDX-License-Identifier: MIT
#include "gateway/ManagementApi.h"

#include "common/Ids.h"
#include "common/Timestamp.h"
#include "gateway/ManagedConnections.h"
#include "gateway/Refusals.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Greenroom {

namespace {

constexpr int okStatus = 200;
constexpr int noContentStatus = 204;
constexpr int badRequestStatus = 400;
constexpr int forbiddenStatus = 403;
constexpr int goneStatus = 410;
constexpr int tooLargeStatus = 413;
constexpr int tooManyRequestsStatus = 429;

/// A JSON string, or `null` for an empty text, as a client without a User-Agent has it.
QByteArray quotedOrNull(const QString &text)
{
    const QJsonValue value = text.isEmpty() ? QJsonValue() : QJsonValue(text);
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

/// In the very layout of API Gateway.
QByteArray toJson(const ConnectionDetails &details)
{
    return "{\n  \"identity\" : {\n    \"sourceIp\" : " + quotedOrNull(details.sourceIp)
           + ",\n    \"userAgent\" : " + quotedOrNull(details.userAgent)
           + "\n  },\n  \"connectedAt\" : " + quotedOrNull(toMillisecondStamp(details.connectedAt))
           + ",\n  \"lastActiveAt\" : " + quotedOrNull(toMillisecondStamp(details.lastActiveAt)) + "\n}";
}

/// `Root=1-<8 hex digits of the epoch's seconds>-<24 random ones>`
/// https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html#xray-api-traceids
QByteArray traceId(WallTime now, IdMint &ids)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    const QString random = ids.uuid().remove(u'-').left(24);
    return QStringLiteral("Root=1-%1-%2").arg(seconds, 8, 16, QLatin1Char('0')).arg(random).toLatin1();
}

} // namespace

ManagementApi::ManagementApi(Callers callers, const Clock &clock, IdMint &ids)
    : m_callers(callers), m_clock(clock), m_ids(ids)
{
}

HttpReply ManagementApi::answer(const ManagementCall &call, const QByteArray &body,
                                ManagedConnections *connections) const
{
    if (connections == nullptr)
        return Refusals::forbidden(m_ids);
    if (m_callers == Callers::Signed && !call.isSigned)
        return error(forbiddenStatus, "MissingAuthenticationTokenException",
                     QStringLiteral("Missing Authentication Token"));
    if (!IdMint::isConnectionId(call.connectionId))
        return error(badRequestStatus, "BadRequestException",
                     QStringLiteral("Invalid connectionId: ") + call.connectionId);
    if (!connections->admitCall())
        return limitExceeded();
    return perform(call, body, *connections);
}

HttpReply ManagementApi::payloadTooLarge() const
{
    return error(tooLargeStatus, "PayloadTooLargeException", QStringLiteral("Payload too large"));
}

HttpReply ManagementApi::perform(const ManagementCall &call, const QByteArray &body,
                                 ManagedConnections &connections) const
{
    switch (call.method) {
    case ManagementCall::Method::Post:
        return post(call, body, connections);
    case ManagementCall::Method::Get:
        return get(call, connections);
    case ManagementCall::Method::Delete:
        return disconnectClient(call, connections);
    }
    return gone();
}

HttpReply ManagementApi::post(const ManagementCall &call, const QByteArray &body,
                              ManagedConnections &connections) const
{
    switch (connections.post(call.connectionId, body)) {
    case PostToConnection::Status::Ok:
        return newReply(okStatus);
    case PostToConnection::Status::TooLarge:
        return payloadTooLarge();
    case PostToConnection::Status::LimitExceeded:
        return limitExceeded();
    case PostToConnection::Status::Gone:
        break;
    }
    return gone();
}

HttpReply ManagementApi::get(const ManagementCall &call, const ManagedConnections &connections) const
{
    const auto details = connections.details(call.connectionId);
    if (!details)
        return gone();
    HttpReply reply = newReply(okStatus);
    reply.body = toJson(*details);
    return reply;
}

HttpReply ManagementApi::disconnectClient(const ManagementCall &call, ManagedConnections &connections) const
{
    if (connections.disconnectClient(call.connectionId) == PostToConnection::Status::Gone)
        return gone();
    return newReply(noContentStatus);
}

/// Without a body on AWS too, though it keeps the C++ SDK from telling what is wrong.
HttpReply ManagementApi::gone() const
{
    HttpReply reply = newReply(goneStatus);
    reply.headers.emplaceBack("x-amzn-errortype", "GoneException");
    return reply;
}

HttpReply ManagementApi::limitExceeded() const
{
    return error(tooManyRequestsStatus, "LimitExceededException", QStringLiteral("Too Many Requests"));
}

HttpReply ManagementApi::error(int status, const QByteArray &type, const QString &message) const
{
    HttpReply reply = newReply(status);
    reply.headers.emplaceBack("x-amzn-errortype", type);
    const QJsonObject body{{QStringLiteral("message"), message}};
    reply.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return reply;
}

HttpReply ManagementApi::newReply(int status) const
{
    HttpReply reply;
    reply.status = status;
    if (status != noContentStatus)
        reply.headers.emplaceBack("content-type", "application/json");
    reply.headers.emplaceBack("x-amzn-requestid", m_ids.uuid().toLatin1());
    reply.headers.emplaceBack("x-amzn-trace-id", traceId(m_clock.wallTime(), m_ids));
    return reply;
}

} // namespace Greenroom
