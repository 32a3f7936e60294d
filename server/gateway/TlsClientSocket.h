// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/ClientSocket.h"
#include "tls/TlsSession.h"

namespace Greenroom {

/// A client's socket on which TLS is spoken. What is read from it and written to it is what the two say to
/// each other; what goes over the network goes through a plain ClientSocket, which lets go as gently as ever.
///
/// Those who speak no TLS meet none of this: a plain socket asks nobody whether it is one of these.
class TlsClientSocket final : public ClientSocket
{
    Q_OBJECT

public:
    /// Takes over an accepted connection; borrows `clock`.
    TlsClientSocket(qintptr descriptor, std::shared_ptr<const TlsContext> context, Clock &clock,
                    QObject *parent = nullptr);

    qint64 bytesAvailable() const override;
    /// What the network has not taken yet, with what TLS adds to it.
    qint64 bytesToWrite() const override;
    void setReadBufferSize(qint64 size) override;

    void close() override;
    void hangUp() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 skipData(qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    void take();
    void noteState();
    bool isNoTls(const QByteArray &arrived);
    void refusePlain();
    qint64 room() const;
    void send();
    void endWire();
    void noteWireClosed();

    Clock &m_clock;
    ClientSocket *m_wire;
    TlsSession m_session;
    /// What the client has said and nobody has read.
    QByteArray m_heard;
    bool m_hasBegun = false;
    /// There may be more, which waits until somebody has read.
    bool m_isFull = false;
    bool m_isClosing = false;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace Greenroom
