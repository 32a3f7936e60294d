// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/ProxyEvent.h"
#include "gateway/ProxyResponse.h"

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

    /// What a function does that `$connect` has invoked asynchronously (Lambda's invocation type `Event`),
    /// since
    /// `$connect` itself can not post to the newcomer. Called once for each connection that this integration
    /// has let in, as soon as it is established. Nobody waits for it.
    /// https://repost.aws/knowledge-center/410-gone-api-gateway
    virtual void afterConnect(const QString & /*connectionId*/) {}
};

} // namespace Greenroom
