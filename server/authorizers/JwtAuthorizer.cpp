// SPDX-License-Identifier: MIT
#include "authorizers/JwtAuthorizer.h"

#include "authorizers/ConnectPolicy.h"
#include "common/JsonWebToken.h"
#include "common/Logging.h"

namespace Greenroom {

namespace {

constexpr QLatin1String userName("user_id");

/// What an authorizer may hand on of the claims: API Gateway takes texts, numbers and truth values alone.
QJsonObject contextOf(const QJsonObject &claims)
{
    QJsonObject context;
    for (auto claim = claims.begin(); claim != claims.end(); ++claim) {
        const QJsonValue value = claim.value();
        if (value.isString() || value.isDouble() || value.isBool())
            context.insert(claim.key(), value);
    }
    return context;
}

/// The scheme is one in any case of letters. https://www.rfc-editor.org/rfc/rfc9110#section-11.1
QByteArray bare(const QString &credentials)
{
    constexpr QLatin1String scheme("Bearer ");
    const QString trimmed = credentials.trimmed();
    const bool hasScheme = trimmed.startsWith(scheme, Qt::CaseInsensitive);
    return (hasScheme ? trimmed.sliced(scheme.size()).trimmed() : trimmed).toUtf8();
}

} // namespace

JwtAuthorizer::JwtAuthorizer(QList<IdentitySource> sources, Settings settings, const Clock &clock)
    : m_sources(std::move(sources)), m_settings(std::move(settings)), m_clock(clock)
{
}

void JwtAuthorizer::authorize(const AuthorizerEvent &event, AuthorizerReply reply)
{
    const QByteArray credentials = token(event.request);
    if (credentials.isEmpty() && m_settings.guests == Settings::Guests::Allowed) {
        reply(ConnectPolicy::json(guestName(), ConnectPolicy::Effect::Allow, event.methodArn,
                                  {{QStringLiteral("guest"), true}}));
        return;
    }
    const Result<JsonWebToken> found = JsonWebToken::parse(credentials);
    const QString refusal = found ? objection(*found) : found.error().message;
    if (!refusal.isEmpty()) {
        qCInfo(gatewayLog) << "No valid token:" << qUtf8Printable(refusal);
        reply(tl::unexpected(AuthorizerFailure{QStringLiteral("Unauthorized")}));
        return;
    }
    const QString user = found->claims().value(userName).toString();
    const auto effect =
        m_settings.denied.contains(user) ? ConnectPolicy::Effect::Deny : ConnectPolicy::Effect::Allow;
    reply(ConnectPolicy::json(user, effect, event.methodArn, contextOf(found->claims())));
}

QString JwtAuthorizer::guestName()
{
    return QStringLiteral("guest");
}

QString JwtAuthorizer::objection(const JsonWebToken &token) const
{
    const auto now = std::chrono::floor<std::chrono::seconds>(m_clock.wallTime()).time_since_epoch();
    // First, since nothing that another has signed deserves a look.
    if (!token.isSignedWith(m_settings.secret))
        return QStringLiteral("the signature is not ours");
    // https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4
    if (token.expiresAt() && now >= *token.expiresAt())
        return QStringLiteral("it has expired");
    if (token.notBefore() && now < *token.notBefore())
        return QStringLiteral("it is not valid yet");
    if (token.claims().value(userName).toString().isEmpty())
        return QStringLiteral("it has no user_id");
    return {};
}

QByteArray JwtAuthorizer::token(const ProxyEvent &request) const
{
    for (const IdentitySource &source : m_sources) {
        if (const QString value = source.value(request); !value.isEmpty())
            return bare(value);
    }
    return {};
}

} // namespace Greenroom
