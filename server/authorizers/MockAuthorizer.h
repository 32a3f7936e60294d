// SPDX-License-Identifier: MIT
#pragma once

#include "authorizers/Authorizer.h"
#include "authorizers/IdentitySource.h"

#include <QHash>

namespace Greenroom {

/// An authorizer in the spirit of API Gateway's mock integrations: answers what it is told to, by who the
/// client says it is.
class MockAuthorizer final : public Authorizer
{
public:
    struct Answer
    {
        enum class Kind {
            /// A policy that allows what was asked, or denies it; the identity is the `principalId`.
            Allow,
            Deny,
            /// `text` is the JSON to return.
            Result,
            /// `text` is the error to fail with.
            Error,
        };

        Kind kind = Kind::Error;
        QString text = {};
    };

    struct Answers
    {
        QHash<QString, Answer> byIdentity = {};
        /// For everybody else.
        Answer otherwise = {Answer::Kind::Error, QStringLiteral("Unauthorized")};
    };

    MockAuthorizer(IdentitySource identity, Answers answers);

    void authorize(const AuthorizerEvent &event, AuthorizerReply reply) override;

private:
    IdentitySource m_identity;
    Answers m_answers;
};

} // namespace Greenroom
