// SPDX-License-Identifier: MIT
#include "signin/AuthReason.h"

#include "signin/AuthUrl.h"

#include <QCoreApplication>

namespace Greenroom::AuthReason {

namespace {

// https://www.iana.org/assignments/http-status-codes
enum Status {
    FirstError = 400,
    Unauthorized = 401,
    Forbidden = 403,
    NotFound = 404,
    MethodNotAllowed = 405,
    TooManyRequests = 429,
    FirstServerError = 500,
};

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(AuthReason)
};

/// The backend's own words after the status, where it has some.
QString statusAndWords(const AuthAnswer &answer)
{
    const QString status = QString::number(answer.status);
    return answer.message.isEmpty() ? status
                                    : Tr::tr("%1: “%2”", "%1 is an HTTP status, %2 what the server says")
                                          .arg(status, answer.message);
}

QString refusal(const AuthAnswer &answer)
{
    return Tr::tr("User ID or password were not accepted (%1); check both, and the Auth API URL.",
                  "%1 is an HTTP status and maybe what the server says")
        .arg(statusAndWords(answer));
}

QString error(const AuthAnswer &answer, const QString &host)
{
    const QString words = statusAndWords(answer);
    if (answer.status == NotFound || answer.status == MethodNotAllowed)
        return Tr::tr("There is no sign-in at this URL of %1 (%2); check its path.").arg(host, words);
    if (answer.status == TooManyRequests)
        return Tr::tr("%1 has too many requests at the moment (%2); wait a minute and try again.")
            .arg(host, words);
    if (answer.status >= FirstServerError)
        return Tr::tr("%1 has a problem of its own (%2); try again in a while, and tell its owner if it "
                      "stays.")
            .arg(host, words);
    return Tr::tr("%1 did not take the sign-in (%2); check the Auth API URL, the user ID and the password.")
        .arg(host, words);
}

} // namespace

bool isRefusal(const AuthAnswer &answer)
{
    return answer.status == Unauthorized || answer.status == Forbidden;
}

QString fromAnswer(const AuthAnswer &answer, const QString &host)
{
    if (isRefusal(answer))
        return refusal(answer);
    if (answer.status >= FirstError)
        return error(answer, host);
    return Tr::tr("%1 answered, but not with a token as an Auth API does; check the Auth API URL.").arg(host);
}

QString fromRedirection(int status, const QUrl &from, const QUrl &to)
{
    if (!to.isValid() || to.host().isEmpty() || AuthUrl::isSameOrigin(from, to))
        return Tr::tr("%1 sends on to another page (%2), which is no sign-in for programs; check the Auth "
                      "API URL.")
            .arg(from.host())
            .arg(status);
    const QString origin = QStringLiteral("%1://%2").arg(to.scheme(), to.authority(QUrl::FullyEncoded));
    return Tr::tr("%1 sends on to %2 (%3), where your password was not sent; if you trust that place, "
                  "type its Auth API URL.",
                  "%1 is a host, %2 scheme and host of another one, %3 an HTTP status")
        .arg(from.host(), origin.left(100))
        .arg(status);
}

QString fromNetworkError(QNetworkReply::NetworkError error, const QString &host, const QString &detail)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return Tr::tr("Nothing answers on this port of %1; check the Auth API URL, and that the server is "
                      "running.")
            .arg(host);
    case QNetworkReply::HostNotFoundError:
        return Tr::tr("No computer called “%1” was found; check the Auth API URL for mistakes, and check "
                      "your network connection.")
            .arg(host);
    case QNetworkReply::TimeoutError:
        return fromTimeLimit(host);
    case QNetworkReply::SslHandshakeFailedError:
        return Tr::tr(
                   "No secure connection to %1 could be made (%2); check the Auth API URL and the date and "
                   "time of this computer.")
            .arg(host, detail);
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Tr::tr(
                   "The proxy on the way to %1 wants a user name and a password, or others than those that "
                   "are set; see the settings of this stage (F4), under Network.")
            .arg(host);
    case QNetworkReply::RemoteHostClosedError:
        return Tr::tr("%1 broke off the connection before it had answered; try again, and check the Auth "
                      "API URL.")
            .arg(host);
    default:
        return Tr::tr("%1 could not be asked (%2); check the Auth API URL and your network connection.")
            .arg(host, detail);
    }
}

QString fromTimeLimit(const QString &host)
{
    return Tr::tr("%1 did not answer in time; check the Auth API URL and your network connection, then try "
                  "again.")
        .arg(host);
}

QString fromSize(const QString &host)
{
    return Tr::tr("The answer of %1 is much longer than a token; check the Auth API URL.").arg(host);
}

QString fromOtherCertificate(const QString &host)
{
    return Tr::tr("%1 shows another certificate than the one that is trusted for this stage; your password "
                  "was not sent.")
        .arg(host);
}

QString fromExposure(const QString &host)
{
    return Tr::tr("The way to %1 is not encrypted, so your password was not sent; use https:// if the "
                  "server offers it.")
        .arg(host);
}

} // namespace Greenroom::AuthReason
