// SPDX-License-Identifier: MIT
#include "session/CloseReason.h"

#include "session/GatewayLimits.h"

#include <QCoreApplication>

namespace Greenroom::CloseReason {

namespace {

// https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number
enum Code {
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    DataNotAccepted = 1003,
    NoStatus = 1005,
    Abnormal = 1006,
    BadText = 1007,
    PolicyViolated = 1008,
    TooBig = 1009,
    InternalError = 1011,
    Restarting = 1012,
    TryAgainLater = 1013,
};

QString translated(const char *text)
{
    return QCoreApplication::translate("CloseReason", text);
}

QString plainWords(int code)
{
    switch (code) {
    case Normal:
    case NoStatus:
        return translated(QT_TRANSLATE_NOOP("CloseReason", "The stage closed the connection."));
    case GoingAway:
        return translated(QT_TRANSLATE_NOOP(
            "CloseReason", "The stage ended the connection, as it does after ten minutes of silence, after "
                           "two hours, or when it is shut down; connect again."));
    case ProtocolError:
        return translated(QT_TRANSLATE_NOOP(
            "CloseReason", "The two sides did not agree on the WebSocket protocol; check that "
                           "the address is that of a chat stage."));
    case DataNotAccepted:
        return translated(
            QT_TRANSLATE_NOOP("CloseReason", "The stage does not accept the kind of data that was sent."));
    case BadText:
        return translated(QT_TRANSLATE_NOOP("CloseReason", "A message held text that is not valid UTF-8."));
    case PolicyViolated:
        return translated(QT_TRANSLATE_NOOP("CloseReason",
                                            "The stage does not allow this connection; check whether you "
                                            "may use it and whether your token is still valid."));
    case TooBig:
        return translated(QT_TRANSLATE_NOOP("CloseReason",
                                            "A message was too big for the stage; connect again and send it "
                                            "in parts."));
    case InternalError:
        return translated(QT_TRANSLATE_NOOP("CloseReason",
                                            "Something went wrong inside the stage; connect again, and tell "
                                            "its owner if it happens again."));
    case Restarting:
        return translated(
            QT_TRANSLATE_NOOP("CloseReason", "The stage is restarting; connect again in a moment."));
    case TryAgainLater:
        return translated(QT_TRANSLATE_NOOP("CloseReason", "The stage is too busy; connect again later."));
    case Abnormal:
        return translated(QT_TRANSLATE_NOOP("CloseReason", "The connection broke without a goodbye."));
    default:
        return QCoreApplication::translate("CloseReason", "The stage closed the connection with code %1.")
            .arg(code);
    }
}

QString withPeersWords(QString words, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return words;
    //: %1 is a whole sentence on why the connection was closed, %2 what the other side gave as the reason.
    return QCoreApplication::translate("CloseReason", "%1 It said: “%2”.").arg(words, reason.trimmed());
}

} // namespace

QString sentence(int code, const QString &reason)
{
    return withPeersWords(plainWords(code), reason);
}

QString sentence(int code, const QString &reason, std::chrono::milliseconds age,
                 std::chrono::milliseconds silence)
{
    // Clocks differ a little, and the gateway looks at its own now and then only.
    constexpr std::chrono::seconds tolerance{30};
    if (code == GoingAway && age >= GatewayLimits::lifetime - tolerance)
        return withPeersWords(translated(QT_TRANSLATE_NOOP(
                                  "CloseReason", "The gateway closes every connection after two hours.")),
                              reason);
    if (code == GoingAway && silence >= GatewayLimits::idle - tolerance)
        return withPeersWords(
            translated(QT_TRANSLATE_NOOP(
                "CloseReason", "The gateway closes a connection on which nothing was said for ten minutes.")),
            reason);
    return sentence(code, reason);
}

} // namespace Greenroom::CloseReason
