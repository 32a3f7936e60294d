// SPDX-License-Identifier: MIT
#include "stages/OptionSecrets.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Greenroom {

namespace {

constexpr QLatin1String headersName("headers");
constexpr QLatin1String queryItemsName("queryItems");
constexpr QLatin1String keyPassphraseName("keyPassphrase");
constexpr QLatin1String proxyName("proxy");
constexpr QLatin1String authorityName("authority");
constexpr QLatin1String userName("user");
constexpr QLatin1String passwordName("password");

QHash<QString, QString> textsOf(const QJsonObject &object)
{
    QHash<QString, QString> texts;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.value().isString())
            texts.insert(member.key(), member.value().toString());
    }
    return texts;
}

QJsonObject objectOf(const QHash<QString, QString> &texts)
{
    QJsonObject object;
    for (auto text = texts.begin(); text != texts.end(); ++text)
        object.insert(text.key(), text.value());
    return object;
}

QString authorityOf(const ProxyChoice &proxy)
{
    return proxy.kind == ProxyChoice::Kind::Manual
               ? QStringLiteral("%1:%2").arg(proxy.host.toLower()).arg(proxy.port)
               : QString();
}

} // namespace

OptionSecrets OptionSecrets::fromJson(const QString &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    const QJsonObject proxy = object.value(proxyName).toObject();
    return {textsOf(object.value(headersName).toObject()),
            textsOf(object.value(queryItemsName).toObject()),
            object.value(keyPassphraseName).toString(),
            {proxy.value(userName).toString(), proxy.value(passwordName).toString()},
            proxy.value(authorityName).toString()};
}

QString OptionSecrets::toJson() const
{
    QJsonObject object;
    if (!headers.isEmpty())
        object.insert(headersName, objectOf(headers));
    if (!queryItems.isEmpty())
        object.insert(queryItemsName, objectOf(queryItems));
    if (!keyPassphrase.isEmpty())
        object.insert(keyPassphraseName, keyPassphrase);
    if (!proxyLogin.user.isEmpty())
        object.insert(proxyName, QJsonObject{{authorityName, proxyAuthority},
                                             {userName, proxyLogin.user},
                                             {passwordName, proxyLogin.password}});
    if (object.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ProxyLogin OptionSecrets::loginFor(const ProxyChoice &proxy) const
{
    const bool mayKnow = !proxyAuthority.isEmpty() && proxyAuthority == authorityOf(proxy);
    return mayKnow ? proxyLogin : ProxyLogin();
}

void OptionSecrets::setLogin(const ProxyChoice &proxy, const ProxyLogin &login)
{
    const bool isKept = !login.user.isEmpty() && proxy.kind == ProxyChoice::Kind::Manual;
    proxyLogin = isKept ? login : ProxyLogin();
    proxyAuthority = isKept ? authorityOf(proxy) : QString();
}

} // namespace Greenroom
