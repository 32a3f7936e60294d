// SPDX-License-Identifier: MIT
#include "session/UpgradeRequest.h"

#include "common/HttpToken.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace Greenroom::UpgradeRequest {

namespace {

/// https://www.rfc-editor.org/rfc/rfc6455#section-3
int standardPortOf(const QUrl &address)
{
    constexpr int plain = 80;
    constexpr int secure = 443;
    return address.scheme() == QLatin1String("wss") ? secure : plain;
}

bool isNamed(const HeaderLine &header, QByteArrayView name)
{
    return header.name.compare(name, Qt::CaseInsensitive) == 0;
}

bool hasHeader(const ConnectRequest &request, QByteArrayView name)
{
    return std::any_of(request.headers.begin(), request.headers.end(),
                       [name](const HeaderLine &header) { return isNamed(header, name); });
}

/// Those that make up the handshake, or would make a request with a body of it.
bool isOurs(const HeaderLine &header)
{
    constexpr std::array names{"Connection", "Upgrade", "Content-Length", "Transfer-Encoding", "Expect"};
    return header.name.toLower().startsWith("sec-websocket-")
           || std::any_of(names.begin(), names.end(),
                          [&header](const char *name) { return isNamed(header, name); });
}

bool isOneLine(const QByteArray &value)
{
    return std::none_of(value.begin(), value.end(),
                        [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

/// What is wrong with `header`; empty if nothing is. Its value may be a secret and is in no sentence.
QString faultOf(const HeaderLine &header)
{
    const QString name = QString::fromUtf8(header.name).simplified();
    if (!HttpToken::isToken(header.name))
        return QCoreApplication::translate("UpgradeRequest",
                                           "“%1” cannot be the name of a header; it may hold letters, "
                                           "digits and hyphens.")
            .arg(name);
    if (!isOneLine(header.value))
        return QCoreApplication::translate("UpgradeRequest",
                                           "The value of the header “%1” has a line break in it; remove it.")
            .arg(name);
    if (isOurs(header))
        return QCoreApplication::translate("UpgradeRequest",
                                           "The header “%1” is part of connecting itself and cannot be "
                                           "given; remove it.")
            .arg(name);
    return {};
}

QByteArray hostOf(const QUrl &address)
{
    QByteArray host = address.host(QUrl::FullyEncoded).toLatin1();
    // Only an IPv6 address has a colon in it. Its zone means something on this machine alone.
    if (host.contains(':'))
        host = '[' + host.split('%').constFirst() + ']';
    const int port = portOf(address);
    return port == standardPortOf(address) ? host : host + ':' + QByteArray::number(port);
}

QByteArray targetOf(const QUrl &address)
{
    QByteArray target = address.path(QUrl::FullyEncoded).toLatin1();
    if (!target.startsWith('/'))
        target.prepend('/');
    return address.hasQuery() ? target + '?' + address.query(QUrl::FullyEncoded).toLatin1() : target;
}

/// https://www.rfc-editor.org/rfc/rfc7617
QByteArray basicAuthorization(const QUrl &address)
{
    const QString pair = address.userName(QUrl::FullyDecoded) + u':' + address.password(QUrl::FullyDecoded);
    return "Basic " + pair.toUtf8().toBase64();
}

} // namespace

Result<void> check(const ConnectRequest &request)
{
    for (const HeaderLine &header : request.headers) {
        if (const QString fault = faultOf(header); !fault.isEmpty())
            return failure(fault);
    }
    for (const QString &subprotocol : request.subprotocols) {
        if (!HttpToken::isToken(subprotocol.toUtf8()) || request.subprotocols.count(subprotocol) > 1)
            return failure(QCoreApplication::translate(
                               "UpgradeRequest",
                               "“%1” cannot be offered as a subprotocol; each is one word without blanks "
                               "and commas, and given once.")
                               .arg(subprotocol.simplified()));
    }
    return {};
}

QByteArray write(const ConnectRequest &request, const QByteArray &key)
{
    QByteArray head = "GET " + targetOf(request.address) + " HTTP/1.1\r\n";
    const auto add = [&head](const QByteArray &name, const QByteArray &value) {
        head += name + ": " + value + "\r\n";
    };
    if (!hasHeader(request, "Host"))
        add("Host", hostOf(request.address));
    add("Upgrade", "websocket");
    add("Connection", "Upgrade");
    add("Sec-WebSocket-Key", key);
    add("Sec-WebSocket-Version", "13");
    if (!request.subprotocols.isEmpty())
        add("Sec-WebSocket-Protocol", request.subprotocols.join(QStringLiteral(", ")).toLatin1());
    if (!request.address.userInfo().isEmpty() && !hasHeader(request, "Authorization"))
        add("Authorization", basicAuthorization(request.address));
    for (const HeaderLine &header : request.headers)
        add(header.name, header.value.trimmed());
    return head + "\r\n";
}

quint16 portOf(const QUrl &address)
{
    return static_cast<quint16>(address.port(standardPortOf(address)));
}

} // namespace Greenroom::UpgradeRequest
