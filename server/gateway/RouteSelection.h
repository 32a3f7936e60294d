// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/RouteSelectionExpression.h"

/// Which route a message takes. Pure.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html
namespace Greenroom::RouteSelection {

/// The key among `routeKeys` that a message with this `body` takes: an exact match of what `expression` makes
/// of it, else `$default` where the stage has it, else nothing. A message can not choose a reserved key
/// (`$connect` and the like).
std::optional<QString> select(const RouteSelectionExpression &expression, const QString &body,
                              const QStringList &routeKeys);

} // namespace Greenroom::RouteSelection
