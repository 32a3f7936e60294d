// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractSocket>
#include <QString>
#include <QUrl>

/// Why a connection could not be made or broke, in one translated sentence that says what to do.
namespace Greenroom::FailureReason {

/// For a handshake that was refused with an HTTP status; `said` is what the server gave as the reason, if
/// anything.
QString fromHttpStatus(int status, const QString &said = {});

/// For a handshake that was answered with another address.
QString fromRedirection(int status, const QUrl &location);

/// For an answer that chose a subprotocol which was not offered.
QString fromSubprotocol(const QString &subprotocol);

/// For an answer that is no WebSocket handshake and gives no HTTP status either.
QString fromStrangeAnswer(const QString &host);

/// For an error of the network. `host` is where the connection was to go, `detail` the system's own words,
/// used where there are no better ones.
QString fromSocketError(QAbstractSocket::SocketError error, const QString &host, const QString &detail);

/// For a connection that was made, and on which the system got no answer from the other side for too long.
QString fromSilence();

/// For an error on the way to or through the proxy `host`.
QString fromProxyError(QAbstractSocket::SocketError error, const QString &host, const QString &detail);

/// For a proxy that wants to know who one is, or, unless `isAnonymous`, does not take what it was told.
QString fromProxyLogin(const QString &host, bool isAnonymous);

/// For a client certificate that TLS does not take.
QString fromClientCertificate();

/// For an open connection that was closed with `code`, since the other side broke the protocol.
QString fromProtocolFault(int code);

} // namespace Greenroom::FailureReason
