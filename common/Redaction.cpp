// SPDX-License-Identifier: MIT
#include "common/Redaction.h"

#include "common/SecretValue.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrlQuery>

namespace Greenroom::Redaction {

namespace {

bool namesSecret(const QString &queryItem)
{
    // Parts of names: `access_token`, `X-Api-Key` and `X-Amz-Signature` hold one as well as `token` does.
    static const QStringList secretParts{
        QStringLiteral("token"),      QStringLiteral("authorization"), QStringLiteral("password"),
        QStringLiteral("passwd"),     QStringLiteral("secret"),        QStringLiteral("api-key"),
        QStringLiteral("apikey"),     QStringLiteral("api_key"),       QStringLiteral("signature"),
        QStringLiteral("jwt"),        QStringLiteral("credential"),    QStringLiteral("sessionid"),
        QStringLiteral("passphrase"),
    };
    static const QStringList secretNames{QStringLiteral("auth"), QStringLiteral("key"), QStringLiteral("pw"),
                                         QStringLiteral("pwd"), QStringLiteral("sig")};
    const QString name = QUrl::fromPercentEncoding(queryItem.toUtf8()).toLower();
    return secretNames.contains(name)
           || std::any_of(secretParts.begin(), secretParts.end(),
                          [&name](const QString &part) { return name.contains(part); });
}

/// "The key: do nothing" is no header, "x-api-key: abc" and "password: abc" are.
bool isHeaderName(const QString &name)
{
    static const QStringList words{QStringLiteral("authorization"), QStringLiteral("password"),
                                   QStringLiteral("passwd"),        QStringLiteral("pwd"),
                                   QStringLiteral("apikey"),        QStringLiteral("passphrase")};
    return name.contains(QLatin1Char('-')) || name.contains(QLatin1Char('_'))
           || words.contains(name.toLower());
}

/// A name that stands to what follows it as in `token=…`, `"token": …` or `Authorization: …`.
bool isPair(const QRegularExpressionMatch &found)
{
    if (found.capturedLength(2) > 0 || isHeaderName(found.captured(1)))
        return true;
    const bool isTight = found.capturedLength() == found.capturedLength(1) + 1;
    return isTight && found.captured(3) == QLatin1String("=");
}

/// `text` without the values of secret names, also where they stand in JSON inside of JSON.
QString withoutNamedSecrets(const QString &text)
{
    static const QRegularExpression named(
        QStringLiteral(R"((?<![\w%.+-])([\w%.+-]{1,128}+)(\\*+["'])?+\s{0,16}+([:=])\s{0,16}+)"));
    QString clean;
    qsizetype kept = 0;
    // One after the other in one go: each match() of its own would check the whole text first.
    for (auto every = named.globalMatch(text); every.hasNext();) {
        const QRegularExpressionMatch found = every.next();
        if (found.capturedStart() < kept || !isPair(found) || !namesSecret(found.captured(1)))
            continue;
        const SecretValue value = SecretValue::at(text, found.capturedEnd());
        if (value.length == 0)
            continue;
        // A number in JSON makes room for a string.
        const QString around = value.isQuoted ? QString() : found.captured(2);
        clean += QStringView(text).mid(kept, value.start - kept);
        clean += around + placeholder() + around;
        kept = value.start + value.length;
    }
    return clean + text.mid(kept);
}

} // namespace

QUrl withoutSecrets(const QUrl &address)
{
    QUrl clean = address.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (!clean.hasQuery())
        return clean;
    QUrlQuery kept;
    const auto items = QUrlQuery(address).queryItems(QUrl::FullyEncoded);
    for (const auto &[name, value] : items) {
        if (!namesSecret(name))
            kept.addQueryItem(name, value);
    }
    clean.setQuery(kept.isEmpty() ? QString() : kept.query(QUrl::FullyEncoded));
    return clean;
}

bool hasSecrets(const QUrl &address)
{
    return withoutSecrets(address) != address;
}

QString placeholder()
{
    return QStringLiteral("[redacted]");
}

QString withoutSecretsIn(const QString &text)
{
    // Possessive, so that no text makes them look twice at the same place.
    static const QRegularExpression jwt(QStringLiteral(R"(\beyJ[\w-]{4,}+\.[\w-]{2,}+\.[\w-]*+)"));
    // A digit tells a token from "bearer certificates".
    static const QRegularExpression bearer(
        QStringLiteral(R"(\b(Bearer(?:\s{1,4}+|%20|\+))(?=[A-Za-z_~.+/%-]*+\d)[\w.~+/%=-]{6,}+)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression userInfo(QStringLiteral(R"((?<=://)[^\s/?#"'<>\\]{1,1024}@)"));
    // In half a character nothing would be found.
    QString clean = text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
    clean.replace(jwt, placeholder());
    clean.replace(bearer, QStringLiteral("\\1") + placeholder());
    clean.replace(userInfo, placeholder() + QLatin1Char('@'));
    return withoutNamedSecrets(clean);
}

} // namespace Greenroom::Redaction
