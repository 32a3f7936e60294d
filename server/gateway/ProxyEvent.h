// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
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
    /// What the stage's authorizer has told of the client, `principalId` among it; empty without authorizer.
    QMap<QString, QString> authorizer;
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

} // namespace Greenroom
