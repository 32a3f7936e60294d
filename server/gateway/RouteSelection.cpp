// SPDX-License-Identifier: MIT
#include "gateway/RouteSelection.h"

#include "gateway/RouteKeys.h"

namespace Greenroom::RouteSelection {

std::optional<QString> select(const RouteSelectionExpression &expression, const QString &body,
                              const QStringList &routeKeys)
{
    std::optional<QString> value = expression.evaluate(body);
    if (value && !RouteKeys::isReserved(*value) && routeKeys.contains(*value))
        return value;
    if (routeKeys.contains(RouteKeys::fallback))
        return RouteKeys::fallback;
    return std::nullopt;
}

} // namespace Greenroom::RouteSelection
