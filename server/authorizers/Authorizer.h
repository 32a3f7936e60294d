// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/ProxyEvent.h"

#include <functional>
#include <tl/expected.hpp>

namespace Greenroom {

/// What a REQUEST authorizer is asked.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html
struct AuthorizerEvent
{
    /// What the client wants to do; MethodArn tells its form.
    QString methodArn;
    /// The event that `$connect` gets if the client may do it.
    ProxyEvent request;
};

/// Why an authorizer has no answer: what a Lambda function's uncaught exception is to the gateway.
struct AuthorizerFailure
{
    /// For the log; never sent to a client. If it is exactly `Unauthorized`, the client is answered with 401.
    QString reason;

    bool operator==(const AuthorizerFailure &) const = default;
};

/// The JSON that a Lambda authorizer returns; AuthorizerPolicy reads it.
using AuthorizerResult = tl::expected<QByteArray, AuthorizerFailure>;

/// Takes an authorizer's answer; called once, from the gateway's thread.
using AuthorizerReply = std::function<void(AuthorizerResult)>;

/// Something that tells who may connect to a stage. It may do what a Lambda function may do and knows nothing
/// of sockets.
class Authorizer
{
public:
    Authorizer() = default;
    virtual ~Authorizer() = default;
    Q_DISABLE_COPY_MOVE(Authorizer)

    /// Starts to think about `event` and calls `reply` exactly once, now or later; may think about several at
    /// once. The gateway stops listening to a reply that comes too late.
    virtual void authorize(const AuthorizerEvent &event, AuthorizerReply reply) = 0;
};

} // namespace Greenroom
