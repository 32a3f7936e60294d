// SPDX-License-Identifier: MIT
#include "common/Redaction.h"

#include <QStringList>
#include <QUrlQuery>

namespace Greenroom::Redaction {

namespace {

bool namesSecret(const QString &queryItem)
{
    // Parts of names: `access_token`, `X-Api-Key` and `X-Amz-Signature` hold one as well as `token` does.
    static const QStringList secretParts{
        QStringLiteral("token"),  QStringLiteral("authorization"), QStringLiteral("password"),
        QStringLiteral("passwd"), QStringLiteral("secret"),        QStringLiteral("api-key"),
        QStringLiteral("apikey"), QStringLiteral("api_key"),       QStringLiteral("signature"),
        QStringLiteral("jwt"),    QStringLiteral("credential"),    QStringLiteral("sessionid"),
    };
    static const QStringList secretNames{QStringLiteral("auth"), QStringLiteral("key"), QStringLiteral("pw"),
                                         QStringLiteral("pwd"), QStringLiteral("sig")};
    const QString name = QUrl::fromPercentEncoding(queryItem.toUtf8()).toLower();
    return secretNames.contains(name)
           || std::any_of(secretParts.begin(), secretParts.end(),
                          [&name](const QString &part) { return name.contains(part); });
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

} // namespace Greenroom::Redaction
