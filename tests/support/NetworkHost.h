// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QHostAddress>

namespace Greenroom::Test {

/// A host of its own within this process: a network namespace with a loopback and one interface, whose
/// packets this process carries. It has no name and is kept by nothing but descriptors, so that it vanishes
/// with this object and, whatever happens, with the process.
/// https://www.kernel.org/doc/html/latest/networking/tuntap.html
class NetworkHost
{
public:
    /// While it lives, the sockets that the present thread makes are the host's; what is made here stays
    /// there. They may be nested.
    class Inside
    {
    public:
        explicit Inside(const NetworkHost &host);
        ~Inside();
        Q_DISABLE_COPY_MOVE(Inside)

    private:
        int m_former;
    };

    /// Moves this process to an empty network, from which nothing leads out, and makes hosts possible: as
    /// root, or as anybody where the system lets everybody have namespaces. To be called first in main(),
    /// while there is one thread. Where it cannot be the error says why.
    static Result<void> leaveMachine();

    /// Ends the program if it cannot be made.
    explicit NetworkHost(const QHostAddress &address);
    ~NetworkHost();
    Q_DISABLE_COPY_MOVE(NetworkHost)

    /// From now on this IPv4 address is the host's and none other; a null one leaves it without. Reaches all
    /// addresses that begin with 10.
    void setAddress(const QHostAddress &address) const;

    /// Readable where a packet leaves the host.
    int descriptor() const;
    /// The next IPv4 packet that leaves it; empty where there is none now.
    QByteArray take() const;
    /// Lets a packet arrive.
    void put(const QByteArray &packet) const;

private:
    int m_namespace;
    int m_interface;
};

} // namespace Greenroom::Test
