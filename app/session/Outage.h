// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace Greenroom {

/// A time without a connection that lasts, however many attempts and short-lived connections are in it.
struct Outage
{
    /// In boot time.
    std::chrono::milliseconds since{0};
    /// Since then, those that failed and those that led to a connection.
    int attempts = 0;
    /// Connections since then that did not live long enough to end it.
    int shortLived = 0;
    /// There was a connection before it.
    bool wasConnected = false;
    /// How long it was until the last connection.
    std::chrono::seconds length{0};
};

} // namespace Greenroom
