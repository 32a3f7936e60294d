// SPDX-License-Identifier: MIT
#include "stages/StageAddress.h"

#include "common/Redaction.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>
#include <algorithm>

namespace Greenroom::StageAddress {

namespace {

constexpr QLatin1String plainScheme("ws");
constexpr QLatin1String secureScheme("wss");
constexpr QLatin1String schemeEnd("://");
constexpr int largestPort = 65535;
/// A suggestion longer than this helps nobody.
constexpr qsizetype longestSuggestion = 60;

QString translated(const char *text)
{
    return QCoreApplication::translate("StageAddress", text);
}

bool isLoopback(const QString &host)
{
    const QString name = host.endsWith(u'.') ? host.chopped(1) : host;
    return name.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0
           || name.endsWith(QLatin1String(".localhost"), Qt::CaseInsensitive)
           || QHostAddress(name).isLoopback();
}

/// What leads to `rest`: in the clear only where that stays on this machine.
QLatin1String schemeFor(const QString &rest)
{
    return isLoopback(QUrl(plainScheme + schemeEnd + rest).host()) ? plainScheme : secureScheme;
}

/// `scheme`://`rest` as something to type, without the secrets in it.
QString suggestion(QLatin1String scheme, const QString &rest)
{
    const QString address = scheme + schemeEnd + rest;
    const QUrl clean = Redaction::withoutSecrets(QUrl(address));
    const QString text = clean.isValid() ? clean.toString() : address;
    return text.size() <= longestSuggestion ? text : text.first(longestSuggestion) + QChar(0x2026);
}

/// What is between the scheme and the path: `user@host:port`.
QString authorityOf(const QString &address)
{
    static const QRegularExpression end(QStringLiteral("[/?#]"));
    const QString rest = address.sliced(address.indexOf(schemeEnd) + schemeEnd.size());
    const QString authority = rest.left(rest.indexOf(end));
    return authority.sliced(authority.lastIndexOf(u'@') + 1);
}

bool hasUsablePort(const QString &address)
{
    static const QRegularExpression portForm(QStringLiteral(":([^:\\]]*)$"));
    const QString port = portForm.match(authorityOf(address)).captured(1);
    bool isNumber = false;
    const int number = port.toInt(&isNumber);
    return port.isEmpty() || (isNumber && number >= 1 && number <= largestPort);
}

bool holdsInvisible(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
}

bool holdsBlank(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

/// What is wrong with the characters of `text`; empty if nothing is.
QString mistakeInText(const QString &text)
{
    if (text.isEmpty())
        return translated(QT_TRANSLATE_NOOP("StageAddress", "The address is empty; type one such as "
                                                            "wss://example.com/dev."));
    if (text.size() > maximumLength)
        return QCoreApplication::translate("StageAddress",
                                           "The address is too long: it has %1 characters and may have %2; "
                                           "check what was pasted.")
            .arg(text.size())
            .arg(maximumLength);
    // A line break or a tab is both; calling it a blank is plainer.
    if (holdsBlank(text))
        return translated(QT_TRANSLATE_NOOP("StageAddress",
                                            "There is a blank or a line break inside the address; take it "
                                            "out, or type %20 for a blank that belongs there."));
    if (holdsInvisible(text))
        return translated(QT_TRANSLATE_NOOP("StageAddress",
                                            "The address holds invisible characters, maybe from copying; "
                                            "type it by hand."));
    return {};
}

QString missingSchemeSentence(const QString &text)
{
    return QCoreApplication::translate("StageAddress",
                                       "The address must start with wss:// or ws://; type %1.")
        .arg(suggestion(schemeFor(text), text));
}

QString webSchemeSentence(const QString &typed, QLatin1String better, const QString &rest)
{
    return QCoreApplication::translate(
               "StageAddress", "An address with %1:// is that of a web page; for a chat stage type %2.")
        .arg(typed, suggestion(better, rest));
}

QString otherSchemeSentence(const QString &typed, const QString &rest)
{
    return QCoreApplication::translate("StageAddress",
                                       "An address with %1:// is not that of a chat stage; type %2.")
        .arg(typed.left(longestSuggestion), suggestion(secureScheme, rest));
}

/// What is wrong with the scheme of `text`; empty if nothing is.
QString mistakeInScheme(const QString &text)
{
    const qsizetype end = text.indexOf(schemeEnd);
    const QString scheme = text.left(std::max<qsizetype>(end, 0)).toLower();
    const QString rest = text.sliced(end < 0 ? 0 : end + schemeEnd.size());
    if (scheme.isEmpty())
        return missingSchemeSentence(rest);
    if (scheme == QLatin1String("http"))
        return webSchemeSentence(scheme, schemeFor(rest), rest);
    if (scheme == QLatin1String("https"))
        return webSchemeSentence(scheme, secureScheme, rest);
    return scheme == plainScheme || scheme == secureScheme ? QString() : otherSchemeSentence(scheme, rest);
}

/// What is wrong behind the scheme of `text`; empty if nothing is.
QString mistakeInRest(const QString &text)
{
    if (text.contains(u'#'))
        return translated(QT_TRANSLATE_NOOP(
            "StageAddress", "The address of a stage has no part after a #; take the # and what "
                            "follows out."));
    if (!hasUsablePort(text))
        return QCoreApplication::translate("StageAddress",
                                           "The port, after the last colon, must be a number from 1 to %1.")
            .arg(largestPort);
    if (const QUrl url(text); !url.isValid() || url.host().isEmpty())
        return translated(QT_TRANSLATE_NOOP("StageAddress",
                                            "The address names no valid host; type one after the //, such as "
                                            "wss://example.com/dev."));
    return {};
}

} // namespace

Result<QUrl> parse(const QString &typed)
{
    const QString text = typed.trimmed();
    for (const auto check : {mistakeInText, mistakeInScheme, mistakeInRest}) {
        if (const QString mistake = check(text); !mistake.isEmpty())
            return failure(mistake);
    }
    return QUrl(text);
}

bool isExposed(const QUrl &address)
{
    return address.scheme() == plainScheme && !isLoopback(address.host());
}

} // namespace Greenroom::StageAddress
