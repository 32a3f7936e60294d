// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

/// The text frames that the gateway itself sends, byte for byte as captured from real stages: a space after
/// the first colon and after the commas only. Pure.
namespace Greenroom::GatewayFrames {

/// No route fits and the stage has no `$default` (aws-samples/simple-websockets-chat-app#24).
QByteArray forbidden(const QString &connectionId, const QString &requestId);

/// The integration failed (middyjs/middy#1219).
QByteArray internalServerError(const QString &connectionId, const QString &requestId);

/// The integration took longer than its timeout (aws/chalice#1406).
QByteArray endpointRequestTimedOut(const QString &connectionId, const QString &requestId);

/// The route has a request model that the message does not fit. Written as AWS documents it, which is unlike
/// the others.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-request-validation.html
QByteArray badRequestBody(const QString &connectionId, const QString &messageId);

/// There were too many requests. No capture of this one was found: the words are those of the status 429.
QByteArray tooManyRequests(const QString &connectionId, const QString &requestId);

} // namespace Greenroom::GatewayFrames
