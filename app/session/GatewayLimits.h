// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

/// How long API Gateway keeps a WebSocket connection.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
namespace Greenroom::GatewayLimits {

inline constexpr std::chrono::hours lifetime{2};
inline constexpr std::chrono::minutes idle{10};

} // namespace Greenroom::GatewayLimits
