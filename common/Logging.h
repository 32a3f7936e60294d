// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

namespace Greenroom {

/// The gateway's work: refusals, stalled clients, what went wrong in a stage.
Q_DECLARE_LOGGING_CATEGORY(gatewayLog)
/// The three history tables and their files.
Q_DECLARE_LOGGING_CATEGORY(tablesLog)
/// The client's sessions and transports.
Q_DECLARE_LOGGING_CATEGORY(sessionLog)

} // namespace Greenroom
