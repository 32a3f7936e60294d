// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonObject>
#include <chrono>
#include <optional>

namespace Greenroom {

/// A JSON Web Token in its compact form, `header.claims.signature`.
/// https://www.rfc-editor.org/rfc/rfc7519, https://www.rfc-editor.org/rfc/rfc7515
class JsonWebToken
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::JsonWebToken)

public:
    /// API Gateway takes 10,240 bytes of header lines in all, so a longer token never gets through.
    /// https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
    static constexpr qsizetype maximumLength = 10240;

    /// Reads a token without believing it: whoever acts on its claims asks isSignedWith() first. The error is
    /// a sentence; it never repeats a part of the token.
    static Result<JsonWebToken> parse(const QByteArray &compact);
    /// A token with these claims, signed with HMAC SHA-256.
    static QByteArray sign(const QJsonObject &claims, const QByteArray &secret);

    const QJsonObject &claims() const { return m_claims; }
    /// `alg` is exactly HS256, nothing in the header asks for more, and the signature is that of `secret`.
    /// Takes the same time wherever the signatures differ.
    bool isSignedWith(const QByteArray &secret) const;
    /// `exp` and `nbf`, seconds since 1970 in UTC, parts of seconds cut off; nothing where there is none.
    std::optional<std::chrono::seconds> expiresAt() const;
    std::optional<std::chrono::seconds> notBefore() const;

private:
    std::optional<std::chrono::seconds> time(QLatin1String claim) const;

    QJsonObject m_header;
    QJsonObject m_claims;
    QByteArray m_signedPart;
    QByteArray m_signature;
};

} // namespace Greenroom
