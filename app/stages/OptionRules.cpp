// SPDX-License-Identifier: MIT
#include "stages/OptionRules.h"

#include "common/Redaction.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>
#include <algorithm>

namespace Greenroom::OptionRules {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(OptionRules)
};

constexpr qsizetype longestName = 128;
/// All headers together may take 10,240 bytes on API Gateway.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
constexpr qsizetype longestValue = 8192;
constexpr qsizetype fingerprintSize = 32;
constexpr qsizetype longestShown = 40;

/// What was typed, in a sentence.
QString shown(const QString &typed)
{
    return typed.size() <= longestShown ? typed : typed.first(longestShown) + u'…';
}

bool isToken(const QString &text)
{
    static const QRegularExpression token(QStringLiteral(R"(\A[A-Za-z0-9!#$%&'*+.^_`|~-]+\z)"));
    return token.match(text).hasMatch();
}

bool isControl(QChar character)
{
    return character.category() == QChar::Other_Control;
}

bool holdsControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(), isControl);
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

/// Set by the handshake itself; another one would break it or change what it means.
bool isReserved(const QString &name)
{
    static const QStringList reserved{QStringLiteral("host"), QStringLiteral("connection"),
                                      QStringLiteral("upgrade"), QStringLiteral("content-length"),
                                      QStringLiteral("transfer-encoding")};
    return reserved.contains(name.toLower())
           || name.startsWith(QLatin1String("sec-websocket-"), Qt::CaseInsensitive);
}

} // namespace

Result<void> checkHeaderName(const QString &name)
{
    if (name.isEmpty())
        return failure(Tr::tr("A header has no name; type one, such as X-Tenant, or remove the line."));
    if (name.compare(QLatin1String("sec-websocket-protocol"), Qt::CaseInsensitive) == 0)
        return failure(Tr::tr("Subprotocols have a list of their own below; add them there."));
    if (isReserved(name))
        return failure(
            Tr::tr("The header “%1” belongs to the handshake itself and can't be set; remove the line.")
                .arg(shown(name)));
    if (!isToken(name) || name.size() > longestName)
        return failure(Tr::tr("“%1” can't be the name of a header; use up to %2 letters, digits and hyphens.")
                           .arg(shown(name))
                           .arg(longestName));
    return {};
}

Result<void> checkHeaderValue(const QString &value)
{
    if (value.trimmed().isEmpty())
        return failure(Tr::tr("A header has no value; type one or remove the line."));
    if (holdsControl(value))
        return failure(
            Tr::tr("A header's value holds a line break or another control character; take it out."));
    if (!isAscii(value))
        return failure(Tr::tr("A header's value holds letters beyond ASCII, which servers read in different "
                              "ways; write them in the encoding that your backend expects, such as %C3%A9."));
    if (value.size() > longestValue)
        return failure(Tr::tr("A header's value is too long: it has %1 characters and may have %2.")
                           .arg(value.size())
                           .arg(longestValue));
    return {};
}

Result<void> checkQueryName(const QString &name)
{
    if (name.isEmpty())
        return failure(Tr::tr("A query item has no name; type one, such as room, or remove the line."));
    if (holdsControl(name) || name.size() > longestName)
        return failure(Tr::tr("The name of a query item may have up to %1 characters and no control "
                              "characters; type another one.")
                           .arg(longestName));
    return {};
}

Result<void> checkQueryValue(const QString &value)
{
    if (holdsControl(value))
        return failure(
            Tr::tr("A query item's value holds a line break or another control character; take it out."));
    if (value.size() > longestValue)
        return failure(Tr::tr("A query item's value is too long: it has %1 characters and may have %2.")
                           .arg(value.size())
                           .arg(longestValue));
    return {};
}

Result<void> checkSubprotocol(const QString &name)
{
    if (name.isEmpty())
        return failure(Tr::tr("A subprotocol has no name; type one or remove the line."));
    if (!isToken(name) || name.size() > longestName)
        return failure(Tr::tr("“%1” can't be the name of a subprotocol; use up to %2 letters, digits, "
                              "hyphens and dots.")
                           .arg(shown(name))
                           .arg(longestName));
    return {};
}

Result<void> checkRoute(const QString &route)
{
    if (route.isEmpty())
        return failure(Tr::tr("The heartbeat has no route; type one, such as sendmessage."));
    if (holdsControl(route) || route.size() > longestName)
        return failure(Tr::tr("The route may have up to %1 characters and no control characters; type "
                              "another one.")
                           .arg(longestName));
    return {};
}

Result<void> checkHeartbeatText(const QString &text)
{
    if (holdsControl(text) || text.size() > longestName)
        return failure(Tr::tr("The heartbeat's text may have up to %1 characters and no control characters; "
                              "type another one.")
                           .arg(longestName));
    return {};
}

Result<void> checkProxyHost(const QString &host)
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(host, QUrl::StrictMode);
    if (host.isEmpty())
        return failure(Tr::tr("The proxy has no host; type its name, such as proxy.example.com."));
    if (url.host().isEmpty())
        return failure(Tr::tr("“%1” is no host; type a name such as proxy.example.com, without http:// and "
                              "without a port.")
                           .arg(shown(Redaction::withoutSecretsIn(host))));
    return {};
}

Result<void> checkProxyLogin(const QString &user, const QString &password)
{
    if (user.isEmpty() && !password.isEmpty())
        return failure(Tr::tr("There is a password for the proxy but no user name; type one, or take the "
                              "password out."));
    if (user.contains(QLatin1Char(':')) || holdsControl(user) || holdsControl(password))
        return failure(Tr::tr("The proxy's user name may not hold a colon, and neither it nor the password "
                              "a control character; take it out."));
    if (std::max(user.size(), password.size()) > longestValue)
        return failure(Tr::tr("The proxy's user name and password may have %1 characters each; make them "
                              "shorter.")
                           .arg(longestValue));
    return {};
}

Result<QByteArray> parseFingerprint(const QString &typed)
{
    static const QRegularExpression separators(QStringLiteral("[:\\s]"));
    static const QRegularExpression digits(QStringLiteral("\\A(?:[0-9A-Fa-f]{2})*\\z"));
    const QString bare = QString(typed).remove(separators);
    const QByteArray fingerprint = QByteArray::fromHex(bare.toLatin1());
    if (!digits.match(bare).hasMatch() || fingerprint.size() != fingerprintSize)
        return failure(Tr::tr("This is no SHA-256 fingerprint; it has 32 pairs of the digits 0 to 9 and A to "
                              "F, such as AB:CD:…"));
    return fingerprint;
}

QString fingerprintText(const QByteArray &fingerprint)
{
    return QString::fromLatin1(fingerprint.toHex(':').toUpper());
}

bool isSecretName(const QString &name)
{
    static const QStringList cookies{QStringLiteral("cookie"), QStringLiteral("cookie2")};
    QUrlQuery query;
    query.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(name)), QStringLiteral("x"));
    QUrl url(QStringLiteral("wss://host/"));
    url.setQuery(query);
    return cookies.contains(name.toLower()) || Redaction::hasSecrets(url);
}

} // namespace Greenroom::OptionRules
