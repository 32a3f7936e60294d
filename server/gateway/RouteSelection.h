// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

/// Which route a message takes. Pure.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html
namespace Greenroom::RouteSelection {

/// The value of `$request.body.action` as the text that is compared with route keys: a string as it is,
/// numbers, booleans and arrays as JSON writes them. Nothing where `body` is no JSON object, or its `action`
/// is missing, null or an object.
std::optional<QString> actionIn(const QString &body);

/// The key among `routeKeys` that a message with this `body` takes: an exact match, else `$default` where the
/// stage has it, else nothing. A message can not choose a reserved key (`$connect` and the like).
std::optional<QString> select(const QString &body, const QStringList &routeKeys);

} // namespace Greenroom::RouteSelection
