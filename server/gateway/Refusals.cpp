// SPDX-License-Identifier: MIT
#include "gateway/Refusals.h"

namespace Greenroom::Refusals {

namespace {

constexpr int badRequestStatus = 400;
constexpr int forbiddenStatus = 403;
constexpr int upgradeRequiredStatus = 426;
constexpr int tooManyRequestsStatus = 429;
constexpr int badGatewayStatus = 502;
constexpr int unavailableStatus = 503;
constexpr int gatewayTimeoutStatus = 504;

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// The ids that AWS puts on everything its gateway answers.
Headers withIds(Headers headers, IdMint &ids)
{
    headers.emplaceBack("x-amz-apigw-id", ids.requestId().toLatin1());
    return headers;
}

HttpReply awsError(int status, const QByteArray &errorType, const QByteArray &message, IdMint &ids)
{
    const Headers headers{
        {"Content-Type", "application/json"},
        {"x-amzn-RequestId", ids.uuid().toLatin1()},
        {"x-amzn-ErrorType", errorType},
    };
    return {status, withIds(headers, ids), R"({"message":")" + message + R"("})"};
}

} // namespace

HttpReply forbidden(IdMint &ids)
{
    return awsError(forbiddenStatus, "ForbiddenException", "Forbidden", ids);
}

HttpReply upgradeRequired(IdMint &ids)
{
    const Headers headers{{"Upgrade", "websocket"}, {"x-amzn-RequestId", ids.uuid().toLatin1()}};
    return {upgradeRequiredStatus, withIds(headers, ids), {}};
}

HttpReply denied(int status, IdMint &ids)
{
    return {status, withIds({{"x-amzn-RequestId", ids.uuid().toLatin1()}}, ids), {}};
}

HttpReply integrationFailed(IdMint &ids)
{
    return awsError(badGatewayStatus, "InternalServerErrorException", "Internal server error", ids);
}

HttpReply integrationTimedOut(IdMint &ids)
{
    return awsError(gatewayTimeoutStatus, "InternalServerErrorException", "Endpoint request timed out", ids);
}

HttpReply tooManyRequests(IdMint &ids)
{
    return awsError(tooManyRequestsStatus, "TooManyRequestsException", "Too Many Requests", ids);
}

HttpReply unavailable(IdMint &ids)
{
    return awsError(unavailableStatus, "ServiceUnavailableException", "Service Unavailable", ids);
}

HttpReply badHead(int status)
{
    Headers headers{{"Content-Type", "application/json"}};
    // https://www.rfc-editor.org/rfc/rfc6455#section-4.4
    if (status == badRequestStatus)
        headers.emplaceBack("Sec-WebSocket-Version", "13");
    return {status, headers, R"({"message":")" + HttpReply::reasonPhrase(status) + R"("})"};
}

} // namespace Greenroom::Refusals
