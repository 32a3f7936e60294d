// SPDX-License-Identifier: MIT
#include "gateway/RouteSelection.h"

#include "gateway/RouteKeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVariant>

namespace Greenroom::RouteSelection {

namespace {

QString arrayText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace

std::optional<QString> actionIn(const QString &body)
{
    const QJsonValue action = QJsonDocument::fromJson(body.toUtf8()).object().value(QStringLiteral("action"));
    switch (action.type()) {
    case QJsonValue::String:
        return action.toString();
    case QJsonValue::Array:
        return arrayText(action.toArray());
    case QJsonValue::Bool:
    case QJsonValue::Double:
        return action.toVariant().toString();
    case QJsonValue::Null:
    case QJsonValue::Object:
    case QJsonValue::Undefined:
        break;
    }
    return std::nullopt;
}

std::optional<QString> select(const QString &body, const QStringList &routeKeys)
{
    const std::optional<QString> action = actionIn(body);
    if (action && !RouteKeys::isReserved(*action) && routeKeys.contains(*action))
        return action;
    if (routeKeys.contains(RouteKeys::fallback))
        return RouteKeys::fallback;
    return std::nullopt;
}

} // namespace Greenroom::RouteSelection
