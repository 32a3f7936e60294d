// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"
#include "integrations/Integration.h"
#include "tables/Tables.h"

#include <QStringList>
#include <functional>
#include <memory>

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
};

/// Makes a stage's backend, which may keep the reference as long as it lives.
using BackendFactory = std::function<Result<Backend>(PostToConnection &)>;

} // namespace Greenroom
