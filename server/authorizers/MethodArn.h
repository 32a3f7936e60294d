// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// What API Gateway calls the thing that a client wants to do, in policies and to authorizers:
/// `arn:aws:execute-api:{region}:{account}:{api}/{stage}/$connect`.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html
namespace Greenroom::MethodArn {

inline constexpr QLatin1String region("us-east-1");
/// The account in all of AWS's examples.
inline constexpr QLatin1String account("123456789012");
/// Of the form of a real one: ten small letters and digits.
inline constexpr QLatin1String api("greenroom1");

inline QString ofConnect(const QString &stage)
{
    return QStringLiteral("arn:aws:execute-api:%1:%2:%3/%4/$connect").arg(region, account, api, stage);
}

} // namespace Greenroom::MethodArn
