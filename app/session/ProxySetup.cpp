// SPDX-License-Identifier: MIT
#include "session/ProxySetup.h"

#include <QHostAddress>
#include <algorithm>

namespace Greenroom::ProxySetup {

namespace {

bool isThisMachine(const QString &host)
{
    const QString name = host.toLower();
    return name == QLatin1String("localhost") || name.endsWith(QLatin1String(".localhost"))
           || QHostAddress(host).isLoopback();
}

/// The system knows of https:// and http://, not of their siblings.
QUrl asWebAddress(const QUrl &address)
{
    QUrl web = address.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    web.setScheme(address.scheme() == QLatin1String("wss") ? QStringLiteral("https")
                                                           : QStringLiteral("http"));
    return web;
}

/// One that only fetches pages is of no use.
QNetworkProxy systemProxyFor(const QUrl &address)
{
    const QList<QNetworkProxy> proxies =
        QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(asWebAddress(address)));
    const auto found = std::find_if(proxies.begin(), proxies.end(), [](const QNetworkProxy &proxy) {
        return proxy.type() == QNetworkProxy::NoProxy
               || proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability);
    });
    return found == proxies.end() ? QNetworkProxy(QNetworkProxy::NoProxy) : *found;
}

} // namespace

QNetworkProxy proxyFor(const ProxyChoice &choice, const QUrl &address, const ProxyLogin &login)
{
    if (choice.kind == ProxyChoice::Kind::Manual && !isThisMachine(address.host()))
        return {QNetworkProxy::HttpProxy, choice.host, choice.port, login.user, login.password};
    if (choice.kind == ProxyChoice::Kind::System && !isThisMachine(address.host()))
        return systemProxyFor(address);
    return {QNetworkProxy::NoProxy};
}

} // namespace Greenroom::ProxySetup
