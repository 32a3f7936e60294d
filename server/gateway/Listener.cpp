// SPDX-License-Identifier: MIT
#include "gateway/Listener.h"

#include "common/Logging.h"
#include "gateway/ClientSocket.h"
#include "gateway/Quotas.h"
#include "gateway/TlsClientSocket.h"

#include <QPointer>

namespace Greenroom {

Listener::Listener(Clock &clock, int clientLimit, QObject *parent)
    : QTcpServer(parent), m_clock(clock), m_clientLimit(clientLimit)
{
    setListenBacklogSize(Quotas::listenBacklog);
}

void Listener::incomingConnection(qintptr descriptor)
{
    ClientSocket *socket = newSocket(descriptor);
    connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
    socket->setFarewell([self = QPointer(this)] {
        if (self)
            self->noteGone();
    });
    if (++m_clients <= m_clientLimit) {
        Q_EMIT accepted(socket);
        return;
    }
    warn();
    if (m_clients <= m_clientLimit + Quotas::refusedAtOnce)
        Q_EMIT refused(socket);
    else
        socket->hangUp();
}

ClientSocket *Listener::newSocket(qintptr descriptor)
{
    if (m_tls)
        return new TlsClientSocket(descriptor, m_tls, m_clock, this);
    return new ClientSocket(descriptor, m_clock, this);
}

void Listener::noteGone()
{
    // One who leaves and one who comes instead are no new crowd to warn of.
    constexpr int tenth = 10;
    if (--m_clients < m_clientLimit - m_clientLimit / tenth)
        m_hasWarned = false;
}

void Listener::warn()
{
    if (!std::exchange(m_hasWarned, true))
        qCWarning(gatewayLog) << m_clientLimit
                              << "clients are connected, and the system lets this program open no more "
                                 "files: new ones are refused until others leave.";
}

} // namespace Greenroom
