// SPDX-License-Identifier: MIT
#pragma once

#include "session/ConnectRequest.h"

#include <QObject>
#include <QSslCertificate>
#include <functional>
#include <memory>

namespace Greenroom {

/// Why a connection could not be made or broke.
struct TransportFailure
{
    enum class Cause {
        /// Unreachable, refused, reset, too slow: another attempt may well do.
        Network,
        /// The host's name leads nowhere.
        HostNotFound,
        /// The handshake was refused with `httpStatus`.
        Refused,
        /// What answers does not speak WebSocket.
        NotWebSocket,
        /// `certificate` is not trusted.
        Certificate,
        /// No encrypted connection for another reason: a file that cannot be read, a version.
        Tls,
        Proxy,
        /// The proxy wants to know who one is, or does not believe it.
        ProxyLogin,
        /// The peer broke the protocol.
        Protocol,
    };

    /// The HTTP status of a refused handshake; 0 where there was none.
    int httpStatus = 0;
    /// A sentence for the user, translated.
    QString message = {};
    Cause cause = Cause::Network;
    /// Of an untrusted stage.
    QSslCertificate certificate = QSslCertificate();
};

/// One attempt at one WebSocket connection; a new attempt takes a new Transport.
/// After closed() or failed() it says nothing more.
class Transport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Starts to connect; opened() or failed() follows, unless abort() comes first.
    virtual void open(const ConnectRequest &request) = 0;
    /// Sends one text message; only between opened() and closed().
    virtual void sendText(const QString &frame) = 0;
    /// Sends a protocol ping; ponged() follows with the same payload if the peer is alive.
    virtual void ping(const QByteArray &payload) = 0;
    /// Starts the closing handshake with 1000; closed() follows when the peer answers.
    virtual void close() = 0;
    /// Drops the connection at once; no signal follows.
    virtual void abort() = 0;
    /// Whether something has arrived that was not told yet, since it is dealt with more slowly than it comes.
    virtual bool isBehind() const = 0;

Q_SIGNALS:
    void opened();
    void textReceived(const QString &frame);
    void ponged(const QByteArray &payload);
    /// An open connection has ended, by whichever side, with this close code and reason.
    void closed(int code, const QString &reason);
    /// The connection was refused or broke without a closing handshake.
    void failed(const Greenroom::TransportFailure &failure);
};

/// Makes the Transport for a session's next attempt.
using TransportFactory = std::function<std::unique_ptr<Transport>()>;

} // namespace Greenroom
