// SPDX-License-Identifier: MIT
#pragma once

#include "common/SystemClock.h"
#include "session/Transport.h"

#include <QAbstractSocket>
#include <QNetworkProxy>
#include <memory>

QT_BEGIN_NAMESPACE
class QSslError;
class QSslSocket;
class QTcpSocket;
QT_END_NAMESPACE

namespace Greenroom {

/// The connection below one WebSocket: TCP, by a proxy where one is chosen, with TLS for wss://. A dead
/// network is noticed within seconds while something waits to be sent, and within half a minute else, where
/// the system can do that.
///
/// Its owner gives it up by letGo() or drop(), after which it says nothing more and deletes itself: that may
/// be in one of its own signals, where it cannot be deleted.
class StageSocket : public QObject
{
    Q_OBJECT

public:
    /// In bytes. As much is read at once, and no more is taken from the system before it was.
    static constexpr qint64 largestPiece = qint64(64) * 1024;

    StageSocket();
    ~StageSocket() override;
    Q_DISABLE_COPY_MOVE(StageSocket)

    /// Starts to connect; connected() or failed() follows, the latter perhaps before this returns.
    void open(const ConnectRequest &request);

    /// Up to largestPiece of what has arrived, also after failed(); empty where nothing has.
    QByteArray read();
    void write(const QByteArray &bytes);
    /// Hands to the system what it takes of what was written.
    void flush();
    /// In bytes: what was written and the system has not taken.
    qint64 waitingBytes() const;

    /// Lets what was written reach the other side: ends our direction, then drops what still comes, until the
    /// other side hangs up or 3 s are over. Closing at once while the other side sends would make the system
    /// destroy our last words.
    void letGo();
    /// Ends the connection at once.
    void drop();

Q_SIGNALS:
    /// The other side is reached, and is whom the request trusts.
    void connected();
    void readyRead();
    /// waitingBytes() has become less.
    void written();
    /// The connection could not be made, or has ended. Comes once, and nothing after it.
    void failed(const Greenroom::TransportFailure &failure);

private:
    bool isSecure() const;
    void listen();
    void openSecure(QSslSocket &socket);
    void handleConnected();
    void handleSslErrors(const QList<QSslError> &errors);
    void handleError(QAbstractSocket::SocketError error);
    TransportFailure describe(QAbstractSocket::SocketError error) const;
    TransportFailure describeTls(QAbstractSocket::SocketError error) const;
    TransportFailure otherCertificate() const;
    void fail(const TransportFailure &failure);
    bool endWriting();
    void drain();

    ConnectRequest m_request;
    QNetworkProxy m_proxy;
    /// Ours; with TLS it is a QSslSocket.
    QTcpSocket *m_socket = nullptr;
    QByteArray m_left;
    QList<QSslError> m_sslErrors;
    bool m_isConnected = false;
    bool m_hasFailed = false;
    SystemClock m_clock;
    std::unique_ptr<Alarm> m_lingerAlarm;
};

} // namespace Greenroom
