// SPDX-License-Identifier: MIT
#include "support/NetworkHost.h"

#include <QFile>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Greenroom::Test {

namespace {

constexpr auto interfaceName = "net0";
constexpr auto loopbackName = "lo";
/// Of an interface, in bytes.
constexpr int largestPacket = 1500;
constexpr unsigned char versionFour = 4;

QString because(const char *what)
{
    return QStringLiteral("%1: %2").arg(QLatin1String(what), qt_error_string(errno));
}

int require(int result, const char *what)
{
    if (result < 0)
        qFatal("%s", qPrintable(because(what)));
    return result;
}

int ownNamespace()
{
    return ::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
}

ifreq requestFor(const char *name)
{
    ifreq request{};
    std::strncpy(request.ifr_name, name, IFNAMSIZ - 1);
    return request;
}

ifreq requestWith(const QHostAddress &address)
{
    sockaddr_in own{};
    own.sin_family = AF_INET;
    own.sin_addr.s_addr = htonl(address.toIPv4Address());
    ifreq request = requestFor(interfaceName);
    std::memcpy(&request.ifr_addr, &own, sizeof own);
    return request;
}

/// The netmask of 10.0.0.0/8.
QHostAddress allOfTen()
{
    return QHostAddress(QStringLiteral("255.0.0.0"));
}

/// Tells the interface of the present namespace; false with errno where it does not obey.
bool tell(unsigned long command, ifreq request)
{
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return false;
    const bool isDone = ::ioctl(socket, command, &request) == 0;
    const int error = errno;
    ::close(socket);
    errno = error;
    return isDone;
}

bool raise(const char *name)
{
    ifreq request = requestFor(name);
    request.ifr_flags = IFF_UP | IFF_RUNNING;
    return tell(SIOCSIFFLAGS, request);
}

/// The interface of the present namespace, which lives as long as the descriptor; -1 with errno.
int openInterface()
{
    const int descriptor = ::open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    ifreq request = requestFor(interfaceName);
    request.ifr_flags = IFF_TUN | IFF_NO_PI;
    if (descriptor < 0 || ::ioctl(descriptor, TUNSETIFF, &request) == 0)
        return descriptor;
    const int error = errno;
    ::close(descriptor);
    errno = error;
    return -1;
}

bool write(const char *path, const QByteArray &text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
}

/// As root of namespaces of our own, where we are not that of the machine.
bool unshareAsAnybody()
{
    const QByteArray user = QByteArray::number(::geteuid());
    const QByteArray group = QByteArray::number(::getegid());
    return ::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0 && write("/proc/self/setgroups", "deny")
           && write("/proc/self/uid_map", user + ' ' + user + " 1")
           && write("/proc/self/gid_map", group + ' ' + group + " 1");
}

} // namespace

NetworkHost::Inside::Inside(const NetworkHost &host) : m_former(require(ownNamespace(), "own namespace"))
{
    require(::setns(host.m_namespace, CLONE_NEWNET), "entering a namespace");
}

NetworkHost::Inside::~Inside()
{
    require(::setns(m_former, CLONE_NEWNET), "leaving a namespace");
    ::close(m_former);
}

Result<void> NetworkHost::leaveMachine()
{
    if (::unshare(CLONE_NEWNET) != 0 && !unshareAsAnybody())
        return failure(because("This system gives us no network namespace"));
    const int interface = openInterface();
    if (interface < 0)
        return failure(because("This system gives us no TUN interface"));
    ::close(interface);
    return {};
}

NetworkHost::NetworkHost(const QHostAddress &address)
{
    const int former = require(ownNamespace(), "own namespace");
    require(::unshare(CLONE_NEWNET), "a new namespace");
    m_namespace = require(ownNamespace(), "the new namespace");
    m_interface = require(openInterface(), "a TUN interface");
    if (!raise(loopbackName) || !raise(interfaceName))
        qFatal("%s", qPrintable(because("starting an interface")));
    require(::setns(former, CLONE_NEWNET), "leaving the new namespace");
    ::close(former);
    setAddress(address);
}

NetworkHost::~NetworkHost()
{
    ::close(m_interface);
    ::close(m_namespace);
}

void NetworkHost::setAddress(const QHostAddress &address) const
{
    const Inside inside(*this);
    // An interface of this kind has nobody else in its network until it is told so.
    const bool isDone = tell(SIOCSIFADDR, requestWith(address))
                        && (address.isNull() || tell(SIOCSIFNETMASK, requestWith(allOfTen())));
    if (!isDone)
        qFatal("%s", qPrintable(because("setting an address")));
}

int NetworkHost::descriptor() const
{
    return m_interface;
}

QByteArray NetworkHost::take() const
{
    for (;;) {
        QByteArray packet(largestPacket, Qt::Uninitialized);
        const auto size = ::read(m_interface, packet.data(), static_cast<size_t>(packet.size()));
        if (size <= 0)
            return {};
        packet.truncate(size);
        // IPv6 asks by itself who else is there.
        if (static_cast<unsigned char>(packet.front()) >> 4U == versionFour)
            return packet;
    }
}

void NetworkHost::put(const QByteArray &packet) const
{
    // A host that has no address any more takes nothing, which is no matter.
    [[maybe_unused]] const auto size =
        ::write(m_interface, packet.constData(), static_cast<size_t>(packet.size()));
}

} // namespace Greenroom::Test
