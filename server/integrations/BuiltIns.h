// SPDX-License-Identifier: MIT
#pragma once

#include "common/Ids.h"
#include "config/StageConfig.h"
#include "gateway/Backend.h"
#include "tables/TablesOptions.h"

/// The integrations in the box. A backend is a chat with all its routes; a handler is what answers one of
/// them, `history.sendmessage` for example, or `mock`, which returns what it is told to.
namespace Greenroom::BuiltIns {

/// `history`, `direct`, `broadcast`, `tutorial` and `all`.
QStringList backendNames();

/// The name of the handler that is no chat's.
QString mock();

/// The routes of one of these backends, all one-way.
QList<RouteConfig> routesOf(const QString &backend);

/// The handlers that can answer `routeKey`: those of `$connect` and of `$disconnect` answer nothing else, and
/// the others not these.
QStringList handlersFor(const QString &routeKey);

/// What stands behind the stage that `config` describes, with tables that are opened when they are used,
/// unless something may be amiss with them. Borrows `clock` and `ids`.
BackendFactory backend(const StageConfig &config, const TablesOptions &tablesOptions, Clock &clock,
                       IdMint &ids);

} // namespace Greenroom::BuiltIns
