// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/Faults.h"
#include "gateway/RouteSelectionExpression.h"

#include <QList>
#include <QMap>
#include <QString>

namespace Greenroom {

/// One route of a stage.
struct RouteConfig
{
    enum class Response {
        /// One-way: what the handler returns is not sent.
        None,
        /// Two-way: the body that the handler returns is sent to the sender.
        Body,
    };

    QString routeKey;
    /// One of BuiltIns::handlersFor(routeKey).
    QString handler;
    Response response = Response::None;
};

/// How a stage is set up; checked by whoever made it.
struct StageConfig
{
    QString name;
    QList<RouteConfig> routes;
    RouteSelectionExpression routeSelection;
    QMap<QString, QString> stageVariables;
    FaultPlan faults = {};
};

} // namespace Greenroom
