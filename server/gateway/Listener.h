// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/ClientSocket.h"

#include <QTcpServer>

namespace Greenroom {

class TlsContext;

/// The one TCP port: turns accepted connections into ClientSockets, as many as there may be.
class Listener : public QTcpServer
{
    Q_OBJECT

public:
    /// Borrows `clock`, for the sockets. Serves up to `clientLimit` clients at once.
    ///
    /// Without a limit of our own we would meet the system's: QTcpServer then tries to accept again at once,
    /// for ever, and tells nobody (Qt 6.4).
    Listener(Clock &clock, int clientLimit, QObject *parent = nullptr);

    /// From now on clients have to speak TLS.
    void setTls(std::shared_ptr<const TlsContext> context) { m_tls = std::move(context); }

Q_SIGNALS:
    /// The listener owns `socket` until somebody else becomes its parent.
    void accepted(Greenroom::ClientSocket *socket);
    /// There are too many clients: whoever hears this says so to `socket` and closes it.
    void refused(Greenroom::ClientSocket *socket);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    ClientSocket *newSocket(qintptr descriptor);
    void noteGone();
    void warn();

    Clock &m_clock;
    int m_clientLimit;
    std::shared_ptr<const TlsContext> m_tls;
    int m_clients = 0;
    bool m_hasWarned = false;
};

} // namespace Greenroom
