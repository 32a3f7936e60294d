// SPDX-License-Identifier: MIT
#include "common/Logging.h"

namespace Greenroom {

Q_LOGGING_CATEGORY(gatewayLog, "greenroom.gateway", QtInfoMsg)
Q_LOGGING_CATEGORY(tablesLog, "greenroom.tables", QtInfoMsg)
Q_LOGGING_CATEGORY(sessionLog, "greenroom.session", QtInfoMsg)

} // namespace Greenroom
