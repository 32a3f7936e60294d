// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/Backend.h"
#include "gateway/FaultInjector.h"
#include "gateway/Gateway.h"
#include "gateway/Invoker.h"
#include "gateway/ManagedConnections.h"
#include "gateway/ProxyEvents.h"

#include <QHash>
#include <QWebSocketProtocol>

QT_BEGIN_NAMESPACE
class QWebSocket;
QT_END_NAMESPACE

namespace Greenroom {

class ClientSocket;
class Handshake;

/// One stage: its connections, its routes and what answers them. Nothing crosses stages.
class Stage : public QObject, public ManagedConnections
{
    Q_OBJECT

public:
    /// Borrows `clock` and `ids`.
    Stage(QString name, Clock &clock, IdMint &ids, QObject *parent = nullptr);
    ~Stage() override;
    Q_DISABLE_COPY_MOVE(Stage)

    /// To be called once, before the first client comes.
    void setBackend(Backend backend);

    /// Begins the handshake with a client whose `head` asks for a WebSocket properly. Takes over `socket`.
    void admit(ClientSocket *socket, const HttpHead &head);

    Status post(const QString &connectionId, const QByteArray &data) override;
    std::optional<ConnectionDetails> details(const QString &connectionId) const override;
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
    void runConnect(Handshake &handshake, const HttpHead &head);
    void establish(const ConnectionInfo &info, QWebSocket *webSocket);
    Connection *openConnection(const QString &connectionId) const;
    void send(const QString &connectionId, const QByteArray &data);
    void receive(Connection &connection, const QString &text);
    void handle(const ProxyEvent &event, const AccessEntry &entry);
    void finishMessage(AccessEntry entry, const QString &requestId, const InvocationResult &result);
    void runDisconnect(const ConnectionInfo &info, int closeCode, const QString &reason);
    AccessEntry newEntry(AccessEntry::Kind kind, const ConnectionInfo &info, int status) const;
    void checkStopped();

    QString m_name;
    Clock &m_clock;
    IdMint &m_ids;
    ProxyEvents m_events;
    Backend m_backend;
    Invoker m_invoker;
    FaultInjector m_faults;
    QHash<QString, Connection *> m_connections;
    bool m_isShuttingDown = false;
};

} // namespace Greenroom
