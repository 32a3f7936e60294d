// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

/// What an authorizer returns about one client that wants to connect.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html
namespace Greenroom::ConnectPolicy {

enum class Effect { Allow, Deny };

/// The JSON: who the client is, whether it may do what `methodArn` names, and what its events are to tell.
QByteArray json(const QString &principalId, Effect effect, const QString &methodArn,
                const QJsonObject &context = {});

} // namespace Greenroom::ConnectPolicy
