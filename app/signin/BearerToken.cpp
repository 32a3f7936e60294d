// SPDX-License-Identifier: MIT
#include "signin/BearerToken.h"

#include <QRegularExpression>
#include <algorithm>

namespace Greenroom {

namespace {

constexpr qsizetype longestPerson = 100;

struct BearerTokenTr
{
    Q_DECLARE_TR_FUNCTIONS(BearerToken)
};

QString withoutScheme(const QString &typed)
{
    static const QRegularExpression scheme(
        QStringLiteral(R"(^(?:["']|authorization\s{0,4}[:=]|bearer(?:\s{1,4}|%20|\+|$)|\s)*+)"),
        QRegularExpression::CaseInsensitiveOption);
    QString token = typed.trimmed();
    token.remove(scheme);
    while (token.endsWith(u'"') || token.endsWith(u'\''))
        token.chop(1);
    return token;
}

bool isTokenLetter(QChar letter)
{
    return letter.unicode() > ' ' && letter.unicode() < 0x7f;
}

QString shown(const QJsonValue &claim)
{
    QString text = claim.isDouble() ? QString::number(claim.toInteger()) : claim.toString();
    text.truncate(longestPerson);
    for (QChar &letter : text)
        letter = letter.isPrint() || letter.isSurrogate() ? letter : QChar(u' ');
    return text.simplified();
}

} // namespace

QString BearerToken::person() const
{
    const QString userId = shown(content.claims().value(QLatin1String("user_id")));
    return userId.isEmpty() ? shown(content.claims().value(QLatin1String("sub"))) : userId;
}

Result<BearerToken> BearerToken::parse(const QByteArray &compact)
{
    Result<JsonWebToken> content = JsonWebToken::parse(compact);
    if (!content)
        return tl::unexpected(content.error());
    return BearerToken{compact, *content};
}

Result<BearerToken> BearerToken::fromTyped(const QString &typed)
{
    const QString token = withoutScheme(typed);
    if (token.isEmpty())
        return failure(
            BearerTokenTr::tr("There is no token; paste one, with or without “Bearer” before it."));
    if (token.size() > JsonWebToken::maximumLength)
        return failure(
            BearerTokenTr::tr("This is too long for a token: it has %1 characters, and API Gateway "
                              "takes %2; check what was pasted.")
                .arg(token.size())
                .arg(JsonWebToken::maximumLength));
    if (!std::all_of(token.begin(), token.end(), isTokenLetter))
        return failure(BearerTokenTr::tr("There is a blank, a line break or a letter inside the token that "
                                         "cannot be there; copy the token anew, in one piece."));
    return parse(token.toLatin1());
}

} // namespace Greenroom
