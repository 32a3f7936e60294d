// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <functional>
#include <tl/expected.hpp>
#include <utility>

namespace Greenroom {

/// Why an integration gave no response: what a Lambda function's uncaught exception is to the gateway.
struct IntegrationFailure
{
    /// For the log; never sent to a client.
    QString reason;
};

/// What an integration returns: a Lambda proxy response.
struct ProxyResponse
{
    int statusCode = 200;
    QByteArray body = {};
    /// In no order that means anything; a header with several values is here several times.
    QList<std::pair<QByteArray, QByteArray>> headers = {};

    /// The value of the first header of that name, whatever the case; empty if there is none.
    QByteArray header(QByteArrayView name) const;

    /// Reads what a function returned. Anything that API Gateway calls malformed is a failure: no numeric
    /// `statusCode`, a member that it does not know, a body that is no text, headers that are none. The text
    /// of `body` is taken as it is, whatever `isBase64Encoded` says: nothing binary goes out.
    /// https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-output-format
    static tl::expected<ProxyResponse, IntegrationFailure> fromJson(const QByteArray &json);
};

using IntegrationResult = tl::expected<ProxyResponse, IntegrationFailure>;

/// Takes an integration's answer; called once, from the gateway's thread.
using Reply = std::function<void(IntegrationResult)>;

} // namespace Greenroom
