// SPDX-License-Identifier: MIT
#include "gateway/DoorPolicy.h"

#include "gateway/HttpHead.h"

#include <QUrl>

namespace Greenroom {

namespace {

constexpr QLatin1String localhost("localhost");
constexpr QLatin1String nullOrigin("null");

int defaultPort(const QString &scheme)
{
    if (scheme == QLatin1String("http"))
        return 80;
    return scheme == QLatin1String("https") ? 443 : -1;
}

/// `scheme://host:port` and nothing else.
bool isOrigin(const QUrl &url)
{
    return url.isValid() && !url.scheme().isEmpty() && !url.host().isEmpty() && url.userInfo().isEmpty()
           && url.path().isEmpty() && !url.hasQuery() && !url.hasFragment();
}

bool isLocalOrigin(const QString &origin)
{
    const QUrl url(origin);
    const QString host = url.host();
    return defaultPort(url.scheme()) > 0 && (host == localhost || QHostAddress(host).isLoopback());
}

} // namespace

DoorPolicy::DoorPolicy(const QHostAddress &listenedOn, QStringList allowedOrigins, QStringList allowedHosts)
    : m_listenedOn(listenedOn),
      m_allowedOrigins(std::move(allowedOrigins)),
      m_allowedHosts(std::move(allowedHosts))
{
}

std::optional<DoorRefusal> DoorPolicy::refusal(const HttpHead &head) const
{
    const QByteArray hostHeader = head.header("Host");
    const bool isFromPage = head.has("Origin");
    if (!isFromPage && !m_lastAdmitted.isEmpty() && hostHeader == m_lastAdmitted)
        return std::nullopt;
    // The host first: where it is a stranger's name, the page's origin has that name too.
    const auto host = hostFrom(QString::fromUtf8(hostHeader));
    if (!host)
        return DoorRefusal{};
    if (!isOwnHost(*host) && !m_allowedHosts.contains(*host))
        return DoorRefusal{QStringLiteral("--allow-host ") + *host};
    if (!isFromPage) {
        m_lastAdmitted = hostHeader;
        return std::nullopt;
    }
    const auto origin = originFrom(QString::fromUtf8(head.header("Origin")));
    if (!origin)
        return DoorRefusal{};
    if (!isLocalOrigin(*origin) && !m_allowedOrigins.contains(*origin))
        return DoorRefusal{QStringLiteral("--allow-origin ") + *origin};
    return std::nullopt;
}

std::optional<QString> DoorPolicy::originFrom(const QString &typed)
{
    if (typed == nullOrigin)
        return typed;
    QUrl url(typed, QUrl::StrictMode);
    if (!isOrigin(url))
        return std::nullopt;
    if (url.port() == defaultPort(url.scheme()))
        url.setPort(-1);
    return url.toString(QUrl::FullyEncoded);
}

std::optional<QString> DoorPolicy::hostFrom(const QString &typed)
{
    QUrl url;
    url.setAuthority(typed, QUrl::StrictMode);
    QString host = url.host(QUrl::FullyEncoded).toLower();
    // The dot that ends a name says only that it is complete.
    if (host.endsWith(u'.'))
        host.chop(1);
    if (!url.isValid() || host.isEmpty() || !url.userInfo().isEmpty())
        return std::nullopt;
    return host;
}

bool DoorPolicy::isOwnHost(const QString &host) const
{
    if (host == localhost || host.endsWith(QStringLiteral(".localhost")))
        return true;
    const QHostAddress address(host);
    return !address.isNull() && (address.isLoopback() || !m_listenedOn.isLoopback());
}

} // namespace Greenroom
