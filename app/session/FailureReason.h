// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractSocket>
#include <QString>

/// Why a connection could not be made or broke, in one translated sentence that says what to do.
namespace Greenroom::FailureReason {

/// For a handshake that was refused with an HTTP status.
QString fromHttpStatus(int status);

/// For an answer that is no WebSocket handshake and gives no HTTP status either.
QString fromStrangeAnswer(const QString &host);

/// For an error of the network. `host` is where the connection was to go, `detail` the system's own words,
/// used where there are no better ones.
QString fromSocketError(QAbstractSocket::SocketError error, const QString &host, const QString &detail);

/// The HTTP status in QWebSocket's error text on a refused handshake; 0 if there is none.
int httpStatusIn(const QString &errorText);

} // namespace Greenroom::FailureReason
