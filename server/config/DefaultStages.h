// SPDX-License-Identifier: MIT
#pragma once

#include "config/StageConfig.h"

namespace Greenroom {

/// The stages of a gateway that is told nothing else, named as in the tutorials, so that each of their
/// addresses works by changing the host alone: `dev`, `staging` and `prod` with every chat, `production` with
/// AWS's tutorial, `beta` with the broadcast chat.
QList<StageConfig> defaultStages();

} // namespace Greenroom
