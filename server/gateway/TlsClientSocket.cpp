// SPDX-License-Identifier: MIT
#include "gateway/TlsClientSocket.h"

#include "common/Logging.h"
#include "gateway/HttpReply.h"
#include "gateway/Quotas.h"
#include "tls/TlsContext.h"

#include <QHostAddress>
#include <algorithm>

namespace Greenroom {

namespace {

constexpr int badRequest = 400;

} // namespace

TlsClientSocket::TlsClientSocket(qintptr descriptor, std::shared_ptr<const TlsContext> context, Clock &clock,
                                 QObject *parent)
    : ClientSocket(clock, parent),
      m_clock(clock),
      m_wire(new ClientSocket(descriptor, clock, this)),
      m_session(std::move(context))
{
    QIODevice::open(QIODevice::ReadWrite);
    setSocketState(m_wire->state());
    setPeerAddress(m_wire->peerAddress());
    setPeerPort(m_wire->peerPort());
    setLocalAddress(m_wire->localAddress());
    setLocalPort(m_wire->localPort());
    m_wire->setReadBufferSize(Quotas::readBufferBytes);
    connect(m_wire, &QIODevice::readyRead, this, &TlsClientSocket::take);
    connect(m_wire, &QIODevice::bytesWritten, this, &QIODevice::bytesWritten);
    connect(m_wire, &QAbstractSocket::disconnected, this, &TlsClientSocket::noteWireClosed);
}

qint64 TlsClientSocket::bytesAvailable() const
{
    // QAbstractSocket's own asks the system.
    // NOLINTNEXTLINE(bugprone-parent-virtual-call): so that what peek() has kept is all that is wanted.
    return QIODevice::bytesAvailable() + m_heard.size();
}

qint64 TlsClientSocket::bytesToWrite() const
{
    return m_wire->bytesToWrite();
}

void TlsClientSocket::setReadBufferSize(qint64 size)
{
    ClientSocket::setReadBufferSize(size);
    if (m_isFull)
        QMetaObject::invokeMethod(this, &TlsClientSocket::take, Qt::QueuedConnection);
}

void TlsClientSocket::close()
{
    if (std::exchange(m_isClosing, true))
        return;
    disconnect(this, &QIODevice::readyRead, nullptr, nullptr);
    // Our last words may have to wait until the client has said how it can read them.
    if (m_session.isWaiting())
        m_alarm = m_clock.ringAfter(Quotas::lingerTimeout, [this] { m_wire->hangUp(); });
    else
        endWire();
}

void TlsClientSocket::hangUp()
{
    m_isClosing = true;
    m_wire->flush();
    m_wire->hangUp();
}

qint64 TlsClientSocket::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min(maxSize, qint64{m_heard.size()});
    std::copy_n(m_heard.constData(), size, data);
    m_heard.remove(0, size);
    if (std::exchange(m_isFull, false))
        QMetaObject::invokeMethod(this, &TlsClientSocket::take, Qt::QueuedConnection);
    return size;
}

/// QAbstractSocket's own asks the system.
qint64 TlsClientSocket::skipData(qint64 maxSize)
{
    // NOLINTNEXTLINE(bugprone-parent-virtual-call): see above.
    return QIODevice::skipData(maxSize);
}

qint64 TlsClientSocket::writeData(const char *data, qint64 size)
{
    // What comes after the last word is lost, as it is where the client has gone.
    if (m_isClosing)
        return size;
    m_session.write(QByteArray(data, size));
    send();
    return size;
}

/// Reads no more of the network than there is room for what it says.
void TlsClientSocket::take()
{
    if (m_isClosing && m_alarm == nullptr)
        return;
    const auto before = m_heard.size();
    while (room() > 0) {
        const QByteArray heard = m_session.read(room());
        m_heard += heard;
        const QByteArray arrived = heard.isEmpty() ? m_wire->read(Quotas::readBufferBytes) : QByteArray();
        if (isNoTls(arrived)) {
            refusePlain();
            return;
        }
        if (heard.isEmpty() && arrived.isEmpty())
            break;
        m_session.receive(arrived);
    }
    m_isFull = room() <= 0;
    send();
    if (m_alarm != nullptr && !m_session.isWaiting())
        endWire();
    if (m_heard.size() > before && !m_isClosing)
        Q_EMIT readyRead();
    noteState();
}

void TlsClientSocket::noteState()
{
    if (m_session.state() == TlsSession::State::Failed)
        qCDebug(gatewayLog) << "Connection closed: its TLS went wrong";
    if (m_session.state() != TlsSession::State::Open)
        close();
}

/// Only the first byte tells.
bool TlsClientSocket::isNoTls(const QByteArray &arrived)
{
    // https://www.rfc-editor.org/rfc/rfc8446#section-5.1
    constexpr char handshake = 22;
    return !arrived.isEmpty() && !std::exchange(m_hasBegun, true) && arrived.front() != handshake;
}

/// Whoever speaks plain HTTP would wait for an answer to it.
void TlsClientSocket::refusePlain()
{
    qCDebug(gatewayLog) << "Request refused: not TLS";
    const HttpReply reply{badRequest,
                          {{"Content-Type", "application/json"}},
                          R"({"message":"This port speaks TLS: use wss:// or https://."})"};
    m_wire->write(reply.toBytes(m_clock.wallTime()));
    m_isClosing = true;
    m_wire->close();
}

qint64 TlsClientSocket::room() const
{
    const qint64 limit = readBufferSize() > 0 ? readBufferSize() : Quotas::readBufferBytes;
    return limit - bytesAvailable();
}

void TlsClientSocket::send()
{
    const QByteArray bytes = m_session.toSend();
    if (!bytes.isEmpty() && m_wire->state() == QAbstractSocket::ConnectedState)
        m_wire->write(bytes);
}

void TlsClientSocket::endWire()
{
    m_alarm.reset();
    m_session.end();
    send();
    m_wire->close();
}

void TlsClientSocket::noteWireClosed()
{
    m_alarm.reset();
    if (!m_isClosing)
        take();
    m_isClosing = true;
    setSocketState(QAbstractSocket::UnconnectedState);
    Q_EMIT disconnected();
}

} // namespace Greenroom
