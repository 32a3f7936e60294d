// SPDX-License-Identifier: MIT
#pragma once

#include <QMap>
#include <QString>

namespace Greenroom {

/// What the gateway makes of one authorizer's answer.
struct AuthorizerVerdict
{
    enum class Outcome {
        /// A policy allows to connect.
        Allowed,
        /// A policy denies it, or has nothing to say of it.
        Denied,
        /// The request does not say who the client is, or the authorizer does not know it.
        Unauthorized,
        /// The authorizer failed, took too long, or returned what is none of an authorizer's.
        Failed,
    };

    Outcome outcome = Outcome::Failed;
    /// Where allowed: AuthorizerPolicy::context().
    QMap<QString, QString> context = {};
};

} // namespace Greenroom
