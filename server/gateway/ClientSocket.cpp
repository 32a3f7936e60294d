// SPDX-License-Identifier: MIT
#include "gateway/ClientSocket.h"

#include "gateway/Quotas.h"

#include <QHostAddress>
#include <algorithm>
#include <sys/socket.h>

namespace Greenroom {

ClientSocket::ClientSocket(qintptr descriptor, Clock &clock, QObject *parent)
    : QTcpSocket(parent), m_clock(clock)
{
    setSocketDescriptor(descriptor);
    setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

ClientSocket::ClientSocket(Clock &clock, QObject *parent) : QTcpSocket(parent), m_clock(clock) {}

ClientSocket::~ClientSocket()
{
    // QAbstractSocket's destructor closes; what is connected to our signals may be half gone by then.
    disconnect(this, nullptr, nullptr, nullptr);
    if (m_farewell)
        m_farewell();
}

QString ClientSocket::sourceIp() const
{
    bool isIpv4 = false;
    const QHostAddress ipv4(peerAddress().toIPv4Address(&isIpv4));
    return isIpv4 ? ipv4.toString() : peerAddress().toString();
}

void ClientSocket::close()
{
    // abort() comes through here as well, also from Qt itself where a write fails. It takes the write buffer
    // away before, so that whoever would write to a socket that stays open then would crash.
    const bool isAborting = writeChannelCount() == 0;
    if (isAborting || m_closing == Closing::Done || state() != QAbstractSocket::ConnectedState)
        QTcpSocket::close();
    else if (m_closing == Closing::Not)
        beginClosing();
}

void ClientSocket::writeNow(const QByteArray &bytes)
{
    ssize_t written = 0;
    if (bytesToWrite() == 0 && state() == QAbstractSocket::ConnectedState)
        written = ::send(static_cast<int>(socketDescriptor()), bytes.constData(),
                         static_cast<std::size_t>(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    // What went wrong will go wrong again, and then QTcpSocket tells of it.
    const auto done = std::max<ssize_t>(written, 0);
    if (done < bytes.size())
        write(bytes.constData() + done, bytes.size() - done);
}

void ClientSocket::hangUp()
{
    m_closing = Closing::Done;
    abort();
}

void ClientSocket::beginClosing()
{
    m_closing = Closing::Writing;
    disconnect(this, &QIODevice::readyRead, nullptr, nullptr);
    connect(this, &QIODevice::readyRead, this, &ClientSocket::drop);
    connect(this, &QIODevice::bytesWritten, this, &ClientSocket::endWriting);
    m_lingerAlarm = m_clock.ringAfter(Quotas::lingerTimeout, [this] { hangUp(); });
    // Reading had paused if the buffer was full: emptying it lets the client's hanging up be noticed.
    setReadBufferSize(0);
    drop();
    endWriting();
}

void ClientSocket::endWriting()
{
    if (m_closing != Closing::Writing || bytesToWrite() > 0)
        return;
    m_closing = Closing::Lingering;
    ::shutdown(static_cast<int>(socketDescriptor()), SHUT_WR);
}

void ClientSocket::drop()
{
    readAll();
}

} // namespace Greenroom
