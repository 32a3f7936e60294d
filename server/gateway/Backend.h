// SPDX-License-Identifier: MIT
#pragma once

#include "authorizers/Authorizer.h"
#include "authorizers/IdentitySource.h"
#include "common/Result.h"
#include "gateway/Faults.h"
#include "gateway/RequestModel.h"
#include "gateway/RouteSelectionExpression.h"
#include "gateway/StageQuotas.h"
#include "integrations/Integration.h"
#include "login/LoginSettings.h"
#include "tables/Tables.h"

#include <QMap>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>

namespace Greenroom {

class PostToConnection;

/// What stands behind a stage.
struct Backend
{
    /// Outlives the integration that uses it; may be null.
    std::unique_ptr<Tables> tables;
    std::unique_ptr<Integration> integration;
    /// The routes that the integration answers, `$connect` and the like included.
    QStringList routeKeys;
    /// Those of them that have a route response: the body that the integration returns is sent to the sender.
    QStringList twoWayRouteKeys = {};
    /// Of the routes that take only some messages, by their keys.
    QMap<QString, RequestModel> requestModels = {};
    RouteSelectionExpression routeSelection = {};
    /// What the stage tells its integrations with every event.
    QMap<QString, QString> stageVariables = {};
    StageQuotas quotas = {};
    /// Decides who may connect; null lets everybody in.
    std::unique_ptr<Authorizer> authorizer = {};
    /// What has to be in a request for the authorizer to be asked at all.
    QList<IdentitySource> identitySources = {};
    /// How users get what the authorizer wants to see; nothing where that is not our business.
    std::optional<LoginSettings> login = {};
    /// What goes wrong at the stage, until `@faults` says otherwise.
    FaultPlan faults = {};
};

/// Makes a stage's backend, which may keep the reference as long as it lives.
using BackendFactory = std::function<Result<Backend>(PostToConnection &)>;

} // namespace Greenroom
