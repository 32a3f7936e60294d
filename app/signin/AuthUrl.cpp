// SPDX-License-Identifier: MIT
#include "signin/AuthUrl.h"

#include "common/Redaction.h"
#include "stages/StageAddress.h"

#include <QCoreApplication>
#include <algorithm>

namespace Greenroom::AuthUrl {

namespace {

constexpr QLatin1String plainScheme("http");
constexpr QLatin1String secureScheme("https");
constexpr int plainPort = 80;
constexpr int securePort = 443;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(AuthUrl)
};

bool isStrange(QChar character)
{
    return character.isSpace() || character.category() == QChar::Other_Control
           || character.category() == QChar::Other_Format;
}

/// What is wrong with the characters of `text`; empty if nothing is.
QString mistakeInText(const QString &text)
{
    if (text.isEmpty())
        return Tr::tr("The Auth API URL is empty; type that of your backend, such as "
                      "https://example.com/dev/auth.");
    if (text.size() > maximumLength)
        return Tr::tr("The Auth API URL is too long: it has %1 characters and may have %2; check what was "
                      "pasted.")
            .arg(text.size())
            .arg(maximumLength);
    if (std::any_of(text.begin(), text.end(), isStrange))
        return Tr::tr("There is a blank or an invisible character inside the Auth API URL; take it out.");
    return {};
}

/// What is wrong with the parts of `url`; empty if nothing is.
QString mistakeInParts(const QUrl &url)
{
    if (url.scheme() != plainScheme && url.scheme() != secureScheme)
        return Tr::tr("The Auth API URL must start with https://, or with http:// on this computer.");
    if (!url.isValid() || url.host().isEmpty())
        return Tr::tr("The Auth API URL is not a valid one; check the host after the // and the port.");
    if (!url.userInfo().isEmpty())
        return Tr::tr("The Auth API URL must not hold a user name or a password; type them in their own "
                      "fields.");
    if (Redaction::hasSecrets(url.adjusted(QUrl::RemoveFragment)))
        return Tr::tr("The Auth API URL holds a secret after its question mark, which would be saved for "
                      "everybody to read; take it out.");
    return {};
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == secureScheme ? securePort : plainPort);
}

} // namespace

Result<QUrl> parse(const QString &typed)
{
    const QString text = typed.trimmed();
    if (const QString mistake = mistakeInText(text); !mistake.isEmpty())
        return failure(mistake);
    const QUrl url(text);
    if (const QString mistake = mistakeInParts(url); !mistake.isEmpty())
        return failure(mistake);
    return url.adjusted(QUrl::RemoveFragment);
}

bool isExposed(const QUrl &url)
{
    QUrl stage = url;
    stage.setScheme(url.scheme() == plainScheme ? QStringLiteral("ws") : QStringLiteral("wss"));
    return StageAddress::isExposed(stage);
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() && portOf(one) == portOf(other);
}

} // namespace Greenroom::AuthUrl
