// SPDX-License-Identifier: MIT
#include "session/FailureReason.h"

#include "common/CloseFrame.h"
#include "common/Redaction.h"

#include <QCoreApplication>

namespace Greenroom::FailureReason {

namespace {

// https://www.iana.org/assignments/http-status-codes
enum Status {
    Unauthorized = 401,
    Forbidden = 403,
    NotFound = 404,
    Gone = 410,
    UpgradeRequired = 426,
    TooManyRequests = 429,
    FirstServerError = 500,
    LastServerError = 599,
};

QString translated(const char *text)
{
    return QCoreApplication::translate("FailureReason", text);
}

/// What comes from the other side may be of any length.
QString shortened(const QString &text)
{
    constexpr qsizetype longest = 200;
    const QString line = text.simplified();
    return line.size() > longest ? line.left(longest) + u'…' : line;
}

QString serverErrorSentence(int status)
{
    return QCoreApplication::translate("FailureReason",
                                       "The stage has a problem of its own (%1); try again in a while, and "
                                       "tell its owner if it stays.")
        .arg(status);
}

QString noStageSentence(int status)
{
    return QCoreApplication::translate(
               "FailureReason", "There is no stage at this address (%1); check the path after the host "
                                "name.")
        .arg(status);
}

QString otherStatusSentence(int status)
{
    return QCoreApplication::translate("FailureReason",
                                       "The server refused the connection (%1); check the address.")
        .arg(status);
}

QString hostNotFoundSentence(const QString &host)
{
    return QCoreApplication::translate("FailureReason",
                                       "No computer called “%1” was found; check the address for mistakes, "
                                       "and check your network connection.")
        .arg(host);
}

QString refusedSentence(const QString &host)
{
    return QCoreApplication::translate("FailureReason",
                                       "Nothing answers on this port of %1; check the address, and that the "
                                       "stage is running.")
        .arg(host);
}

QString timeoutSentence(const QString &host)
{
    return QCoreApplication::translate("FailureReason",
                                       "%1 did not answer in time; check the address and your connection to "
                                       "the network, then try again.")
        .arg(host);
}

QString tlsSentence(const QString &host, const QString &detail)
{
    return QCoreApplication::translate("FailureReason",
                                       "No secure connection to %1 could be made (%2); check the address and "
                                       "the date and time of this computer.")
        .arg(host, detail);
}

QString otherErrorSentence(const QString &host, const QString &detail)
{
    return QCoreApplication::translate(
               "FailureReason",
               "The connection to %1 failed (%2); check the address and your network connection.")
        .arg(host, detail);
}

QString statusSentence(int status)
{
    switch (status) {
    case Unauthorized:
        return translated(
            QT_TRANSLATE_NOOP("FailureReason", "The stage wants to know who you are (401); sign in to it."));
    case Forbidden:
        return translated(QT_TRANSLATE_NOOP(
            "FailureReason", "The stage does not let you in (403); check the stage name at the end of "
                             "the address, and whether you are signed in as the right person."));
    case NotFound:
    case Gone:
        return noStageSentence(status);
    case UpgradeRequired:
        return translated(QT_TRANSLATE_NOOP(
            "FailureReason", "The server did not take this as a WebSocket connection (426); a proxy in "
                             "between may be the cause, so try wss:// or another network."));
    case TooManyRequests:
        return translated(QT_TRANSLATE_NOOP(
            "FailureReason", "The stage has too many requests at the moment (429); wait a minute and "
                             "try again."));
    default:
        return status >= FirstServerError && status <= LastServerError ? serverErrorSentence(status)
                                                                       : otherStatusSentence(status);
    }
}

} // namespace

QString fromHttpStatus(int status, const QString &said)
{
    QString words = statusSentence(status);
    if (said.isEmpty())
        return words;
    //: %1 is a whole sentence on why there is no connection, %2 what the other side gave as the reason.
    return QCoreApplication::translate("FailureReason", "%1 It said: “%2”.").arg(words, said);
}

QString fromRedirection(int status, const QUrl &location)
{
    return QCoreApplication::translate("FailureReason",
                                       "The server says that this is now at %2 (%1); if you trust that, "
                                       "connect to that address instead.")
        .arg(QString::number(status), shortened(Redaction::withoutSecrets(location).toDisplayString()));
}

QString fromSubprotocol(const QString &subprotocol)
{
    return QCoreApplication::translate("FailureReason",
                                       "The server chose the subprotocol “%1”, which was not offered; check "
                                       "the subprotocols of this stage.")
        .arg(shortened(subprotocol));
}

QString fromStrangeAnswer(const QString &host)
{
    return QCoreApplication::translate(
               "FailureReason", "%1 answered, but not as a chat stage does; check the address, its port "
                                "and its path.")
        .arg(host);
}

QString fromSocketError(QAbstractSocket::SocketError error, const QString &host, const QString &detail)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return refusedSentence(host);
    case QAbstractSocket::HostNotFoundError:
        return hostNotFoundSentence(host);
    case QAbstractSocket::SocketTimeoutError:
        return timeoutSentence(host);
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return tlsSentence(host, detail);
    case QAbstractSocket::NetworkError:
        return translated(QT_TRANSLATE_NOOP(
            "FailureReason", "The network cannot be reached; check your connection to it, then try "
                             "again."));
    case QAbstractSocket::RemoteHostClosedError:
        return translated(QT_TRANSLATE_NOOP(
            "FailureReason", "The other side broke off the connection without saying why; try again, "
                             "and check that the address is that of a chat stage."));
    default:
        return otherErrorSentence(host, detail);
    }
}

QString fromSilence()
{
    return translated(QT_TRANSLATE_NOOP(
        "FailureReason", "For too long nothing came through the network to the stage and back, so the "
                         "connection is dead; check your connection to the network."));
}

QString fromProxyError(QAbstractSocket::SocketError error, const QString &host, const QString &detail)
{
    switch (error) {
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
        return QCoreApplication::translate("FailureReason",
                                           "The proxy %1 cannot be reached; check its name and its port.")
            .arg(host);
    case QAbstractSocket::SocketAccessError:
        return QCoreApplication::translate(
                   "FailureReason", "The proxy %1 does not allow connections to this stage; ask whoever runs "
                                    "it, or use another.")
            .arg(host);
    default:
        return QCoreApplication::translate("FailureReason",
                                           "The proxy %1 did not lead to the stage (%2); check the proxy, "
                                           "and the address of the stage.")
            .arg(host, detail);
    }
}

QString fromProxyLogin(const QString &host, bool isAnonymous)
{
    const QString sentence =
        isAnonymous
            ? translated(QT_TRANSLATE_NOOP(
                "FailureReason",
                "The proxy %1 wants a user name and a password; type them in the settings of this stage "
                "(F4), under Network, or use another proxy."))
            : translated(QT_TRANSLATE_NOOP(
                "FailureReason",
                "The proxy %1 does not accept the user name and the password that are set for it; correct "
                "them in the settings of this stage (F4), under Network."));
    return sentence.arg(host);
}

QString fromClientCertificate()
{
    return translated(QT_TRANSLATE_NOOP(
        "FailureReason",
        "The client certificate cannot be used with its key; check that the two files belong "
        "together."));
}

QString fromProtocolFault(int code)
{
    switch (code) {
    case CloseFrame::BadText:
        return translated(QT_TRANSLATE_NOOP(
            "FailureReason", "The stage sent a text that is not valid UTF-8, so the connection was closed."));
    case CloseFrame::TooBig:
        return translated(QT_TRANSLATE_NOOP(
            "FailureReason", "The stage sent a message of more than 4 MB, so the connection was closed."));
    default:
        return translated(QT_TRANSLATE_NOOP(
            "FailureReason", "The stage broke the rules of WebSocket, so the connection was closed; check "
                             "that the address is that of a chat stage."));
    }
}

} // namespace Greenroom::FailureReason
