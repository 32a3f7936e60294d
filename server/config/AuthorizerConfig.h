// SPDX-License-Identifier: MIT
#pragma once

#include "authorizers/MockAuthorizer.h"

namespace Greenroom {

/// Who decides who may connect to a stage; checked by whoever made it. A further kind of authorizer stands
/// beside `mock`.
struct AuthorizerConfig
{
    /// At least one.
    QList<IdentitySource> identitySources = {};
    MockAuthorizer::Answers mock = {};
};

} // namespace Greenroom
