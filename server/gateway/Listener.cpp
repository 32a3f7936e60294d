// SPDX-License-Identifier: MIT
#include "gateway/Listener.h"

#include "gateway/ClientSocket.h"
#include "gateway/Quotas.h"

namespace Greenroom {

Listener::Listener(Clock &clock, QObject *parent) : QTcpServer(parent), m_clock(clock)
{
    setListenBacklogSize(Quotas::listenBacklog);
}

void Listener::incomingConnection(qintptr descriptor)
{
    auto *socket = new ClientSocket(descriptor, m_clock, this);
    connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
    Q_EMIT accepted(socket);
}

} // namespace Greenroom
