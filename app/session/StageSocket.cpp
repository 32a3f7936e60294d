// SPDX-License-Identifier: MIT
#include "session/StageSocket.h"

#include "session/CertificateReason.h"
#include "session/FailureReason.h"
#include "session/ProxySetup.h"
#include "session/SocketOptions.h"
#include "session/TlsSetup.h"
#include "session/UpgradeRequest.h"

#include <QCoreApplication>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>

namespace Greenroom {

namespace {

constexpr std::chrono::seconds lingerTimeout{3};

using Cause = TransportFailure::Cause;

bool isOfProxy(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
    // A proxy that says no; the system's own no is rare, and no other proxy would help there.
    case QAbstractSocket::SocketAccessError:
        return true;
    default:
        return false;
    }
}

bool isOfTls(QAbstractSocket::SocketError error)
{
    return error == QAbstractSocket::SslHandshakeFailedError || error == QAbstractSocket::SslInternalError
           || error == QAbstractSocket::SslInvalidUserDataError;
}

} // namespace

StageSocket::StageSocket() = default;

StageSocket::~StageSocket()
{
    // Its destructor emits signals.
    if (m_socket)
        m_socket->disconnect(this);
}

void StageSocket::open(const ConnectRequest &request)
{
    m_request = request;
    m_proxy = ProxySetup::proxyFor(request.proxy, request.address, request.proxyLogin);
    auto *secure = isSecure() ? new QSslSocket(this) : nullptr;
    m_socket = secure ? secure : new QTcpSocket(this);
    m_socket->setProxy(m_proxy);
    m_socket->setReadBufferSize(largestPiece);
    listen();
    if (secure)
        openSecure(*secure);
    else
        m_socket->connectToHost(request.address.host(QUrl::FullyEncoded),
                                UpgradeRequest::portOf(request.address));
}

QByteArray StageSocket::read()
{
    if (!m_left.isEmpty()) {
        QByteArray piece = m_left.left(largestPiece);
        m_left.remove(0, piece.size());
        return piece;
    }
    return m_socket && m_socket->isOpen() ? m_socket->read(largestPiece) : QByteArray();
}

void StageSocket::write(const QByteArray &bytes)
{
    if (m_isConnected && !m_hasFailed)
        m_socket->write(bytes);
}

void StageSocket::flush()
{
    if (m_isConnected && !m_hasFailed)
        m_socket->flush();
}

qint64 StageSocket::waitingBytes() const
{
    const auto *secure = qobject_cast<const QSslSocket *>(m_socket);
    return m_socket->bytesToWrite() + (secure != nullptr ? secure->encryptedBytesToWrite() : 0);
}

void StageSocket::letGo()
{
    disconnect();
    flush();
    if (!m_isConnected || m_hasFailed || !endWriting()) {
        drop();
        return;
    }
    // Whoever lets go forgets it, so that somebody else has to own it.
    setParent(QCoreApplication::instance());
    m_lingerAlarm = m_clock.ringAfter(lingerTimeout, [this] { drop(); });
    connect(this, &StageSocket::readyRead, this, &StageSocket::drain);
    connect(this, &StageSocket::failed, this, &StageSocket::drop);
    // Here rather than at once: reading may end the connection.
    QMetaObject::invokeMethod(this, &StageSocket::drain, Qt::QueuedConnection);
}

void StageSocket::drop()
{
    disconnect();
    m_hasFailed = true;
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
    deleteLater();
}

bool StageSocket::isSecure() const
{
    return m_request.address.scheme() == QLatin1String("wss");
}

void StageSocket::listen()
{
    connect(m_socket, &QIODevice::readyRead, this, &StageSocket::readyRead);
    connect(m_socket, &QIODevice::bytesWritten, this, &StageSocket::written);
    connect(m_socket, &QAbstractSocket::errorOccurred, this, &StageSocket::handleError);
    connect(m_socket, &QAbstractSocket::disconnected, this,
            [this] { handleError(QAbstractSocket::RemoteHostClosedError); });
    if (!isSecure())
        connect(m_socket, &QAbstractSocket::connected, this, &StageSocket::handleConnected);
}

void StageSocket::openSecure(QSslSocket &socket)
{
    const auto configuration = TlsSetup::configurationFor(m_request.tls, m_request.keyPassphrase);
    if (!configuration) {
        fail({0, configuration.error().message, Cause::Tls});
        return;
    }
    socket.setSslConfiguration(*configuration);
    connect(&socket, &QSslSocket::encryptedBytesWritten, this, &StageSocket::written);
    connect(&socket, &QSslSocket::sslErrors, this, &StageSocket::handleSslErrors);
    connect(&socket, &QSslSocket::encrypted, this, &StageSocket::handleConnected);
    const QString host = m_request.address.host(QUrl::FullyEncoded);
    socket.connectToHostEncrypted(host, UpgradeRequest::portOf(m_request.address));
}

void StageSocket::handleConnected()
{
    const auto *secure = qobject_cast<const QSslSocket *>(m_socket);
    // Also one that the system trusts, where another was chosen.
    if (secure != nullptr && m_request.tls.trust == TlsChoice::Trust::OneCertificate
        && !TlsSetup::isTrustedAlone(secure->peerCertificate(), m_request.tls)) {
        fail(otherCertificate());
        return;
    }
    SocketOptions::apply(*m_socket);
    m_isConnected = true;
    Q_EMIT connected();
}

void StageSocket::handleSslErrors(const QList<QSslError> &errors)
{
    auto *secure = qobject_cast<QSslSocket *>(m_socket);
    m_sslErrors = errors;
    if (TlsSetup::isTrustedAlone(secure->peerCertificate(), m_request.tls))
        secure->ignoreSslErrors(errors);
}

void StageSocket::handleError(QAbstractSocket::SocketError error)
{
    // Where writing has failed, the socket forgets what it has read as soon as this returns.
    if (m_socket->isOpen())
        m_left += m_socket->readAll();
    fail(describe(error));
}

TransportFailure StageSocket::describe(QAbstractSocket::SocketError error) const
{
    const QString detail = m_socket->errorString();
    if (error == QAbstractSocket::ProxyAuthenticationRequiredError && !m_isConnected)
        return {0, FailureReason::fromProxyLogin(m_proxy.hostName(), m_proxy.user().isEmpty()),
                Cause::ProxyLogin};
    if (m_proxy.type() != QNetworkProxy::NoProxy && !m_isConnected && isOfProxy(error))
        return {0, FailureReason::fromProxyError(error, m_proxy.hostName(), detail), Cause::Proxy};
    if (isOfTls(error))
        return describeTls(error);
    if (m_isConnected && error == QAbstractSocket::SocketTimeoutError)
        return {0, FailureReason::fromSilence(), Cause::Network};
    const Cause cause = error == QAbstractSocket::HostNotFoundError ? Cause::HostNotFound : Cause::Network;
    return {0, FailureReason::fromSocketError(error, m_request.address.host(), detail), cause};
}

TransportFailure StageSocket::describeTls(QAbstractSocket::SocketError error) const
{
    const QString host = m_request.address.host();
    const auto *secure = qobject_cast<const QSslSocket *>(m_socket);
    if (error == QAbstractSocket::SslInvalidUserDataError && !m_request.tls.certificateFile.isEmpty())
        return {0, FailureReason::fromClientCertificate(), Cause::Tls};
    if (secure == nullptr || m_sslErrors.isEmpty() || secure->peerCertificate().isNull())
        return {0, FailureReason::fromSocketError(error, host, m_socket->errorString()), Cause::Tls};
    if (m_request.tls.trust == TlsChoice::Trust::OneCertificate)
        return otherCertificate();
    return {0, CertificateReason::sentence(m_sslErrors, host), Cause::Certificate, secure->peerCertificate()};
}

TransportFailure StageSocket::otherCertificate() const
{
    const auto *secure = qobject_cast<const QSslSocket *>(m_socket);
    return {0, CertificateReason::otherCertificate(m_request.address.host()), Cause::Certificate,
            secure->peerCertificate()};
}

void StageSocket::fail(const TransportFailure &failure)
{
    if (std::exchange(m_hasFailed, true))
        return;
    Q_EMIT failed(failure);
}

/// False where nothing that is still to be written would arrive.
bool StageSocket::endWriting()
{
    // Qt speaks to a proxy by another socket, which has not written what this one has.
    if (m_proxy.type() == QNetworkProxy::NoProxy)
        return waitingBytes() == 0 && SocketOptions::endWriting(*m_socket);
    m_socket->disconnectFromHost();
    return true;
}

void StageSocket::drain()
{
    while (!read().isEmpty()) {}
}

} // namespace Greenroom
