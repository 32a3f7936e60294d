// SPDX-License-Identifier: MIT
#include "session/SocketOptions.h"

#include <QTcpSocket>

#ifdef Q_OS_UNIX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace Greenroom::SocketOptions {

#ifdef Q_OS_LINUX

namespace {

constexpr int unacknowledgedMilliseconds = 10'000;
constexpr int silenceSeconds = 20;
constexpr int probeSeconds = 5;
constexpr int probes = 2;

/// Where the system refuses, the heartbeat still finds a dead network, only later.
void setNumber(int descriptor, int option, int number)
{
    ::setsockopt(descriptor, IPPROTO_TCP, option, &number, sizeof number);
}

} // namespace

void apply(QTcpSocket &socket)
{
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    const auto descriptor = static_cast<int>(socket.socketDescriptor());
    if (descriptor < 0)
        return;
    setNumber(descriptor, TCP_KEEPIDLE, silenceSeconds);
    setNumber(descriptor, TCP_KEEPINTVL, probeSeconds);
    setNumber(descriptor, TCP_KEEPCNT, probes);
    setNumber(descriptor, TCP_USER_TIMEOUT, unacknowledgedMilliseconds);
}

#else

void apply(QTcpSocket &socket)
{
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
}

#endif

bool endWriting(const QTcpSocket &socket)
{
#ifdef Q_OS_UNIX
    const auto descriptor = static_cast<int>(socket.socketDescriptor());
    return descriptor >= 0 && ::shutdown(descriptor, SHUT_WR) == 0;
#else
    Q_UNUSED(socket);
    return false;
#endif
}

} // namespace Greenroom::SocketOptions
