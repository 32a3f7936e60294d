// SPDX-License-Identifier: MIT
#include "gateway/GatewayFrames.h"

namespace Greenroom::GatewayFrames {

namespace {

/// Ids are base64url and messages are ours, so nothing here needs to be escaped.
QByteArray frame(const QByteArray &message, const QString &connectionId, const QString &requestId)
{
    return R"({"message": ")" + message + R"(", "connectionId":")" + connectionId.toLatin1()
           + R"(", "requestId":")" + requestId.toLatin1() + R"("})";
}

} // namespace

QByteArray forbidden(const QString &connectionId, const QString &requestId)
{
    return frame("Forbidden", connectionId, requestId);
}

QByteArray internalServerError(const QString &connectionId, const QString &requestId)
{
    return frame("Internal server error", connectionId, requestId);
}

QByteArray endpointRequestTimedOut(const QString &connectionId, const QString &requestId)
{
    return frame("Endpoint request timed out", connectionId, requestId);
}

QByteArray tooManyRequests(const QString &connectionId, const QString &requestId)
{
    return frame("Too Many Requests", connectionId, requestId);
}

} // namespace Greenroom::GatewayFrames
