// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <functional>
#include <tl/expected.hpp>
#include <utility>

namespace Greenroom {

/// What the gateway hands to an integration: the Lambda proxy event of WebSocket APIs as a value.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-requests.html
struct ProxyEvent
{
    enum class Type { Connect, Message, Disconnect };

    Type type = Type::Message;
    QString routeKey;
    QString stage;
    QString connectionId;
    QString requestId;
    QString messageId;
    QString domainName;
    QString sourceIp;
    QString userAgent;
    WallTime connectedAt;
    WallTime requestTime;
    QMap<QString, QString> stageVariables;
    /// Connect only: the client's headers in the order and case in which they came.
    QList<std::pair<QByteArray, QByteArray>> headers;
    /// Connect only: the raw query of the address.
    QString query;
    /// Message only: the text as it came.
    QString body;
    /// Disconnect only.
    int disconnectStatusCode = 0;
    QString disconnectReason;
};

/// What an integration returns: a Lambda proxy response.
struct ProxyResponse
{
    int statusCode = 200;
    QByteArray body;
};

/// Why an integration gave no response: what a Lambda function's uncaught exception is to the gateway.
struct IntegrationFailure
{
    /// For the log; never sent to a client.
    QString reason;
};

using IntegrationResult = tl::expected<ProxyResponse, IntegrationFailure>;

/// Takes an integration's answer; called once, from the gateway's thread.
using Reply = std::function<void(IntegrationResult)>;

} // namespace Greenroom
