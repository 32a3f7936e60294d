// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// The route keys that API Gateway reserves for itself.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html
namespace Greenroom::RouteKeys {

inline constexpr QLatin1String connect = QLatin1String("$connect");
inline constexpr QLatin1String disconnect = QLatin1String("$disconnect");
inline constexpr QLatin1String fallback = QLatin1String("$default");

inline bool isReserved(const QString &routeKey)
{
    return routeKey == connect || routeKey == disconnect || routeKey == fallback;
}

} // namespace Greenroom::RouteKeys
