// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/ProxyEvent.h"

namespace Greenroom {

/// Something that answers a route. What it may do is what a Lambda function may do: post to connections
/// and use the stage's tables, both given to its constructor. It knows nothing of sockets.
class Integration
{
public:
    Integration() = default;
    virtual ~Integration() = default;
    Q_DISABLE_COPY_MOVE(Integration)

    /// Starts to handle `event` and calls `reply` exactly once, now or later; may run several events at once.
    /// The gateway stops listening to a reply that comes too late.
    virtual void invoke(const ProxyEvent &event, Reply reply) = 0;
};

} // namespace Greenroom
