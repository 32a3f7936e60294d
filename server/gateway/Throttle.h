// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <optional>

namespace Greenroom {

/// A token bucket, as API Gateway's throttles are: it holds as many tokens as may come at once and is
/// refilled at a steady rate.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
class Throttle
{
public:
    /// Full at first. `rate` is in tokens a second; without one everything is admitted. Borrows `clock`.
    Throttle(std::optional<double> rate, double burst, const Clock &clock);

    /// Takes a token; false where there is none.
    bool admit();

private:
    std::optional<double> m_rate;
    double m_burst;
    const Clock *m_clock;
    double m_tokens;
    std::chrono::milliseconds m_filledAt;
};

} // namespace Greenroom
