// SPDX-License-Identifier: MIT
#pragma once

#include "authorizers/JwtAuthorizer.h"
#include "authorizers/MockAuthorizer.h"
#include "login/LoginSettings.h"

#include <optional>
#include <variant>

namespace Greenroom {

/// Who decides who may connect to a stage; checked by whoever made it.
struct AuthorizerConfig
{
    /// At least one.
    QList<IdentitySource> identitySources = {};
    std::variant<MockAuthorizer::Answers, JwtAuthorizer::Settings> kind = {};
    /// Of a JwtAuthorizer only: where its tokens are had.
    std::optional<LoginSettings> login = {};
};

} // namespace Greenroom
