// SPDX-License-Identifier: MIT
#include "common/JsonWebToken.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <algorithm>
#include <cmath>

namespace Greenroom {

namespace {

constexpr QLatin1String algorithmName("alg");
constexpr QLatin1String criticalName("crit");
constexpr QLatin1String hs256("HS256");
/// The end of the year 9999: later times overflow calendars, not tokens.
constexpr double latest = 253402300799;

constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// Strict, as RFC 7515 has it in section 2: without padding, and without letters that do not belong there.
std::optional<QByteArray> decoded(const QByteArray &part)
{
    if (part.contains('='))
        return std::nullopt;
    const auto result =
        QByteArray::fromBase64Encoding(part, encoding | QByteArray::AbortOnBase64DecodingErrors);
    // The last letter may have bits that no byte takes: two texts must not be the same token.
    if (!result || result.decoded.toBase64(encoding) != part)
        return std::nullopt;
    return result.decoded;
}

std::optional<QJsonObject> object(const QByteArray &part)
{
    const std::optional<QByteArray> json = decoded(part);
    const QJsonDocument document = json ? QJsonDocument::fromJson(*json) : QJsonDocument();
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QByteArray signature(const QByteArray &signedPart, const QByteArray &secret)
{
    return QMessageAuthenticationCode::hash(signedPart, secret, QCryptographicHash::Sha256);
}

bool isEqualInConstantTime(const QByteArray &one, const QByteArray &other)
{
    if (one.size() != other.size())
        return false;
    char difference = 0;
    for (qsizetype index = 0; index < one.size(); ++index)
        difference = static_cast<char>(difference | (one.at(index) ^ other.at(index)));
    return difference == 0;
}

QByteArray encoded(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(encoding);
}

} // namespace

Result<JsonWebToken> JsonWebToken::parse(const QByteArray &compact)
{
    if (compact.size() > maximumLength)
        return failure(tr("The token is longer than %n byte(s), more than API Gateway takes.", nullptr,
                          static_cast<int>(maximumLength)));
    const QList<QByteArray> parts = compact.split('.');
    if (parts.size() != 3)
        return failure(tr("The token does not have the three parts of a JSON Web Token."));
    const auto header = object(parts.at(0));
    const auto claims = object(parts.at(1));
    const auto signature = decoded(parts.at(2));
    if (!header || !claims || !signature)
        return failure(tr("The token is damaged: its parts are not what a JSON Web Token is made of."));
    JsonWebToken token;
    token.m_header = *header;
    token.m_claims = *claims;
    token.m_signedPart = compact.first(parts.at(0).size() + 1 + parts.at(1).size());
    token.m_signature = *signature;
    return token;
}

QByteArray JsonWebToken::sign(const QJsonObject &claims, const QByteArray &secret)
{
    const QJsonObject header{{algorithmName, hs256}, {QLatin1String("typ"), QLatin1String("JWT")}};
    const QByteArray signedPart = encoded(header) + '.' + encoded(claims);
    return signedPart + '.' + signature(signedPart, secret).toBase64(encoding);
}

bool JsonWebToken::isSignedWith(const QByteArray &secret) const
{
    // What the header calls critical must be understood or the token refused: RFC 7515, 4.1.11.
    if (m_header.value(algorithmName) != hs256 || m_header.contains(criticalName) || secret.isEmpty())
        return false;
    return isEqualInConstantTime(m_signature, signature(m_signedPart, secret));
}

std::optional<std::chrono::seconds> JsonWebToken::expiresAt() const
{
    return time(QLatin1String("exp"));
}

std::optional<std::chrono::seconds> JsonWebToken::notBefore() const
{
    return time(QLatin1String("nbf"));
}

std::optional<std::chrono::seconds> JsonWebToken::time(QLatin1String claim) const
{
    const QJsonValue value = m_claims.value(claim);
    if (value.isUndefined())
        return std::nullopt;
    // What is no time, or before all times, has passed.
    const double seconds = std::clamp(std::floor(value.toDouble(0)), 0.0, latest);
    return std::chrono::seconds(static_cast<qint64>(seconds));
}

} // namespace Greenroom
