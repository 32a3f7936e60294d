// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/PostToConnection.h"

namespace Greenroom {

/// A stage's connections as its management API reaches them: POST, GET and DELETE of `@connections/{id}`.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
class ManagedConnections : public PostToConnection
{
public:
    /// Counts one call against the stage's quota of requests; false where that is used up.
    virtual bool admitCall() = 0;

    /// Closes one connection of the stage with 1000; `$disconnect` runs as at any other end.
    virtual Status disconnectClient(const QString &connectionId) = 0;
};

} // namespace Greenroom
