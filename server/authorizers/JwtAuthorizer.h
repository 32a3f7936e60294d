// SPDX-License-Identifier: MIT
#pragma once

#include "authorizers/Authorizer.h"
#include "authorizers/IdentitySource.h"
#include "common/Clock.h"

#include <QStringList>

namespace Greenroom {

class JsonWebToken;

/// Lets in who brings a JSON Web Token that was signed with its secret (HS256), as the authorizer function of
/// a chat with sign-in does: the token's `user_id` is the `principalId`, and its claims are the context.
class JwtAuthorizer final : public Authorizer
{
public:
    struct Settings
    {
        /// Those who bring no token at all.
        enum class Guests { Refused, Allowed };

        QByteArray secret = {};
        /// Whoever has one of these as `user_id` gets a policy that denies.
        QStringList denied = {};
        Guests guests = Guests::Refused;
    };

    /// Looks for the token in the first of `sources` that is not empty: `Bearer …` or bare. Borrows `clock`.
    JwtAuthorizer(QList<IdentitySource> sources, Settings settings, const Clock &clock);

    /// The `principalId` of those who bring no token, where they are allowed. The context says so too:
    /// `guest` is `true`.
    static QString guestName();

    /// Fails with `Unauthorized` where there is no token and guests are refused, or one that is malformed,
    /// wrongly signed, of another algorithm, expired, not valid yet, or without a `user_id`.
    void authorize(const AuthorizerEvent &event, AuthorizerReply reply) override;

private:
    /// What is wrong with the token, for the log; nothing if it is good.
    QString objection(const JsonWebToken &token) const;
    QByteArray token(const ProxyEvent &request) const;

    QList<IdentitySource> m_sources;
    Settings m_settings;
    const Clock &m_clock;
};

} // namespace Greenroom
