// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/ClientSocket.h"

#include <QTcpServer>

namespace Greenroom {

/// The one TCP port: turns accepted connections into ClientSockets.
class Listener : public QTcpServer
{
    Q_OBJECT

public:
    /// Borrows `clock`, for the sockets.
    explicit Listener(Clock &clock, QObject *parent = nullptr);

Q_SIGNALS:
    /// The listener owns `socket` until somebody else becomes its parent.
    void accepted(Greenroom::ClientSocket *socket);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    Clock &m_clock;
};

} // namespace Greenroom
