// SPDX-License-Identifier: MIT
#pragma once

#include "config/AuthorizerConfig.h"
#include "gateway/Faults.h"
#include "gateway/RequestModel.h"
#include "gateway/RouteSelectionExpression.h"
#include "gateway/StageQuotas.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <optional>

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
    /// What its messages have to be like; without one they may be like anything.
    std::optional<RequestModel> requestModel = {};
    /// Of `mock` only: the JSON of what it returns, be it malformed; empty for 200 with nothing in it.
    QByteArray mockResponse = {};
};

/// How a stage is set up; checked by whoever made it.
struct StageConfig
{
    QString name;
    QList<RouteConfig> routes;
    RouteSelectionExpression routeSelection;
    QMap<QString, QString> stageVariables;
    StageQuotas quotas = {};
    std::optional<AuthorizerConfig> authorizer = {};
    FaultPlan faults = {};
};

} // namespace Greenroom
