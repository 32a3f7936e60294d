// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/Quotas.h"

#include <optional>

namespace Greenroom {

/// What a stage grants its clients: API Gateway's quotas unless changed. Nothing means that one is off.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
struct StageQuotas
{
    enum class Pings { AreNoActivity, AreActivity };

    std::optional<qint64> frameBytes = Quotas::frameBytes;
    std::optional<qint64> messageBytes = Quotas::messageBytes;
    std::optional<std::chrono::milliseconds> idleTimeout = Quotas::idleTimeout;
    std::optional<std::chrono::milliseconds> connectionDuration = Quotas::connectionDuration;
    std::optional<std::chrono::milliseconds> integrationTimeout = Quotas::integrationTimeout;
    /// New connections a second.
    std::optional<double> connectRate = Quotas::connectRate;
    /// Messages and calls of `@connections` together, a second.
    std::optional<double> requestRate = Quotas::requestRate;
    /// Requests that may come at once before the rate counts.
    double requestBurst = Quotas::requestBurst;
    /// Whether a client's pings keep an otherwise idle connection. AWS documents nothing; its users send
    /// messages (see docs/conformance.md).
    Pings pings = Pings::AreNoActivity;

    /// The largest frame that is taken in, and the largest message, also where the quota is off.
    qint64 frameLimit() const { return frameBytes.value_or(messageLimit()); }
    qint64 messageLimit() const { return messageBytes.value_or(Quotas::largestMessageBytes); }
};

} // namespace Greenroom
