// SPDX-License-Identifier: MIT
#pragma once

#include "authorizers/AuthorizerGate.h"
#include "gateway/Backend.h"
#include "gateway/FanOut.h"
#include "gateway/FaultInjector.h"
#include "gateway/Gateway.h"
#include "gateway/Invoker.h"
#include "gateway/ManagedConnections.h"
#include "gateway/MessageFlow.h"
#include "gateway/OpenConnections.h"
#include "gateway/ProxyEvents.h"
#include "gateway/Throttle.h"

#include <QSet>

namespace Greenroom {

class ClientSocket;
class Handshake;

/// One stage: its connections, its routes and what answers them. Nothing crosses stages.
class Stage : public QObject, public ManagedConnections
{
    Q_OBJECT

public:
    /// Borrows `clock`, on which its quotas count, and `ids`.
    Stage(QString name, Clock &clock, IdMint &ids, QObject *parent = nullptr);
    ~Stage() override;
    Q_DISABLE_COPY_MOVE(Stage)

    /// To be called once, before the first client comes.
    void setBackend(Backend backend);

    const StageQuotas &quotas() const { return m_backend.quotas; }

    /// How users get their tokens here; nothing where they do not.
    const std::optional<LoginSettings> &login() const { return m_backend.login; }

    /// Begins the handshake with a client whose `head` asks for a WebSocket properly. Takes over `socket`.
    void admit(ClientSocket *socket, const HttpHead &head);

    Status post(const QString &connectionId, const QByteArray &data) override;
    QList<Failure> postToAll(const QStringList &connectionIds, const QByteArray &data) override;
    std::optional<ConnectionDetails> details(const QString &connectionId) const override;
    bool admitCall() override;
    Status disconnectClient(const QString &connectionId) override;

    /// What goes wrong here on demand.
    Faults &faults() { return m_faults.faults(); }

    /// Sends everybody away; stopped() follows when they are gone and the integration has answered for each.
    void shutDown();
    /// Ends the tables; after stopped(). The error says what could not be written.
    Result<void> closeTables() const;

Q_SIGNALS:
    void accessLogged(const Greenroom::AccessEntry &entry);
    void stopped();

private:
    void authorize(Handshake &handshake, const ProxyEvent &event);
    void runConnect(Handshake &handshake, ProxyEvent event);
    void establish(const ConnectionInfo &info, ClientSocket *socket);
    Connection *openConnection(const QString &connectionId) const;
    Status statusOf(Connection *connection, const QByteArray &data) const;
    void send(const QString &connectionId, const QByteArray &data);
    void runDisconnect(const ConnectionInfo &info, int closeCode, const QString &reason);
    AccessEntry newEntry(AccessEntry::Kind kind, const ConnectionInfo &info, int status) const;
    void noteHandshakeOver();
    void forget(Connection *connection);
    void checkStopped();

    QString m_name;
    Clock &m_clock;
    IdMint &m_ids;
    ProxyEvents m_events;
    Backend m_backend;
    Invoker m_invoker;
    AuthorizerGate m_gate;
    FaultInjector m_faults;
    FanOut m_fanOut;
    Throttle m_connects;
    MessageFlow m_messages;
    OpenConnections m_connections;
    /// The parent of all handshakes. A crowd of siblings would make each one's going slow.
    QObject m_handshakes;
    qsizetype m_handshakeCount = 0;
    /// Ours, also those that have ended and are still to be deleted; they have no parent for the same reason.
    QSet<Connection *> m_guests;
    bool m_isShuttingDown = false;
};

} // namespace Greenroom
