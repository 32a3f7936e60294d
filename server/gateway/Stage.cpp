// SPDX-License-Identifier: MIT
#include "gateway/Stage.h"

#include "common/Logging.h"
#include "gateway/ClientSocket.h"
#include "gateway/GatewayFrames.h"
#include "gateway/Handshake.h"
#include "gateway/RouteKeys.h"
#include "gateway/RouteSelection.h"

#include <QHostAddress>

namespace Greenroom {

namespace {

constexpr int switchingProtocols = 101;
constexpr int forbidden = 403;
constexpr int tooManyRequests = 429;
constexpr int badGateway = 502;
constexpr int gatewayTimeout = 504;

QString endPoint(const ClientSocket &socket)
{
    QUrl url;
    url.setHost(socket.localAddress().toString());
    url.setPort(socket.localPort());
    return url.authority();
}

int statusOf(const InvocationResult &result)
{
    switch (result.outcome) {
    case InvocationResult::Outcome::Failed:
        return badGateway;
    case InvocationResult::Outcome::TimedOut:
        return gatewayTimeout;
    case InvocationResult::Outcome::Throttled:
        return tooManyRequests;
    case InvocationResult::Outcome::Returned:
        break;
    }
    return result.response.statusCode;
}

} // namespace

Stage::Stage(QString name, Clock &clock, IdMint &ids, QObject *parent)
    : QObject(parent),
      m_name(std::move(name)),
      m_clock(clock),
      m_ids(ids),
      m_events(m_name, clock, ids),
      m_invoker(clock),
      m_faults(clock)
{
    connect(&m_invoker, &Invoker::idle, this, &Stage::checkStopped);
}

Stage::~Stage()
{
    blockSignals(true);
    // Connections are children, which QObject's destructor would delete when our members are gone.
    qDeleteAll(findChildren<Connection *>(Qt::FindDirectChildrenOnly));
}

void Stage::setBackend(Backend backend)
{
    m_backend = std::move(backend);
    m_events.setStageVariables(m_backend.stageVariables);
    m_faults.faults().setPlan(m_backend.faults);
}

void Stage::admit(ClientSocket *socket, const HttpHead &head)
{
    const ConnectionInfo info{m_ids.connectionId(), socket->sourceIp(),
                              QString::fromUtf8(head.header("User-Agent")), endPoint(*socket),
                              m_clock.wallTime()};
    auto *handshake = new Handshake(socket, head, info, m_clock, m_ids, this);
    connect(handshake, &QObject::destroyed, this, &Stage::checkStopped);
    connect(handshake, &Handshake::established, this,
            [this, info](QWebSocket *webSocket) { establish(info, webSocket); });
    connect(handshake, &Handshake::refused, this, [this, info](int status) {
        Q_EMIT accessLogged(newEntry(AccessEntry::Kind::Refusal, info, status));
    });
    connect(handshake, &Handshake::abandoned, this, [this, info] {
        runDisconnect(info, QWebSocketProtocol::CloseCodeAbnormalDisconnection, QString());
    });
    m_faults.meetHandshake(*handshake, [this, handshake, head] { runConnect(*handshake, head); });
}

void Stage::runConnect(Handshake &handshake, const HttpHead &head)
{
    if (!m_backend.routeKeys.contains(RouteKeys::connect)) {
        handshake.accept();
        return;
    }
    m_invoker.invoke(*m_backend.integration, m_events.connectEvent(handshake.info(), head),
                     [handshake = QPointer(&handshake)](const InvocationResult &result) {
                         if (handshake)
                             handshake->take(result);
                     });
}

PostToConnection::Status Stage::post(const QString &connectionId, const QByteArray &data)
{
    Connection *connection = openConnection(connectionId);
    return connection != nullptr ? m_faults.post(*connection, data) : Status::Gone;
}

/// What the gateway itself says is no post: no rule stops it.
void Stage::send(const QString &connectionId, const QByteArray &data)
{
    if (Connection *connection = openConnection(connectionId)) {
        connection->noteActivity(m_clock.wallTime());
        connection->send(data);
    }
}

std::optional<ConnectionDetails> Stage::details(const QString &connectionId) const
{
    const Connection *connection = openConnection(connectionId);
    if (connection == nullptr)
        return std::nullopt;
    const ConnectionInfo &info = connection->info();
    return ConnectionDetails{info.connectedAt, connection->lastActiveAt(), info.sourceIp, info.userAgent};
}

/// A connection is here from its 101 on, so one whose `$connect` has not returned is gone to callers:
/// https://repost.aws/knowledge-center/410-gone-api-gateway
Connection *Stage::openConnection(const QString &connectionId) const
{
    Connection *connection = m_connections.value(connectionId);
    return connection != nullptr && connection->isOpen() ? connection : nullptr;
}

/// https://github.com/boto/boto3/issues/3789 shows that `$disconnect` runs, and with what.
PostToConnection::Status Stage::disconnectClient(const QString &connectionId)
{
    Connection *connection = openConnection(connectionId);
    if (connection == nullptr)
        return Status::Gone;
    connection->close(QWebSocketProtocol::CloseCodeNormal, QStringLiteral("Connection Closed Normally"));
    return Status::Ok;
}

void Stage::shutDown()
{
    m_isShuttingDown = true;
    m_faults.forgetDelayed();
    if (m_backend.tables)
        m_backend.tables->hurry();
    const auto handshakes = findChildren<Handshake *>(Qt::FindDirectChildrenOnly);
    for (Handshake *handshake : handshakes)
        handshake->cancel();
    const auto connections = m_connections.values();
    for (Connection *connection : connections)
        connection->close(QWebSocketProtocol::CloseCodeGoingAway, QStringLiteral("Going away"));
    QMetaObject::invokeMethod(this, &Stage::checkStopped, Qt::QueuedConnection);
}

Result<void> Stage::closeTables() const
{
    return m_backend.tables ? m_backend.tables->close() : Result<void>();
}

void Stage::establish(const ConnectionInfo &info, QWebSocket *webSocket)
{
    auto *connection = new Connection(info, webSocket, m_clock, this);
    m_connections.insert(info.id, connection);
    connect(connection, &Connection::messageReceived, this,
            [this, connection](const QString &text) { receive(*connection, text); });
    connect(connection, &Connection::ended, this, [this, info](int closeCode, const QString &reason) {
        m_connections.remove(info.id);
        runDisconnect(info, closeCode, reason);
    });
    connect(connection, &Connection::finished, connection, &QObject::deleteLater);
    connect(connection, &QObject::destroyed, this, &Stage::checkStopped);
    auto entry = newEntry(AccessEntry::Kind::Connect, info, switchingProtocols);
    entry.took = m_clock.wallTime() - info.connectedAt;
    Q_EMIT accessLogged(entry);
    if (m_isShuttingDown)
        connection->close(QWebSocketProtocol::CloseCodeGoingAway, QStringLiteral("Going away"));
    else if (m_backend.routeKeys.contains(RouteKeys::connect))
        m_backend.integration->afterConnect(info.id);
}

void Stage::receive(Connection &connection, const QString &text)
{
    connection.noteActivity(m_clock.wallTime());
    const auto routeKey = RouteSelection::select(m_backend.routeSelection, text, m_backend.routeKeys);
    const ProxyEvent event = m_events.messageEvent(connection.info(), routeKey.value_or(QString()), text);
    auto entry = newEntry(AccessEntry::Kind::Message, connection.info(), forbidden);
    entry.routeKey = event.routeKey;
    entry.bytes = text.toUtf8().size();
    const Fault fault = m_faults.nextMessage(event.connectionId, event.routeKey);
    entry.took = fault.delay;
    m_faults.meetMessage(
        fault, connection, [this, event, entry] { handle(event, entry); },
        [this, entry, requestId = event.requestId](const InvocationResult &result) {
            finishMessage(entry, requestId, result);
        });
}

/// An event without a route fits none.
void Stage::handle(const ProxyEvent &event, const AccessEntry &entry)
{
    if (event.routeKey.isEmpty()) {
        send(event.connectionId, GatewayFrames::forbidden(event.connectionId, event.requestId));
        Q_EMIT accessLogged(entry);
        return;
    }
    // Not one after another: API Gateway runs the messages of one connection at the same time.
    m_invoker.invoke(*m_backend.integration, event,
                     [this, entry, requestId = event.requestId](const InvocationResult &result) {
                         finishMessage(entry, requestId, result);
                     });
}

/// What a handler returned is sent as it is where the route has a route response, whatever the status; else
/// not.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-response.html
void Stage::finishMessage(AccessEntry entry, const QString &requestId, const InvocationResult &result)
{
    if (result.isLate)
        return;
    if (result.outcome == InvocationResult::Outcome::Failed) {
        qCInfo(gatewayLog) << "The integration of" << entry.routeKey << "failed:" << result.reason;
        send(entry.connectionId, GatewayFrames::internalServerError(entry.connectionId, requestId));
    } else if (result.outcome == InvocationResult::Outcome::TimedOut) {
        send(entry.connectionId, GatewayFrames::endpointRequestTimedOut(entry.connectionId, requestId));
    } else if (result.outcome == InvocationResult::Outcome::Throttled) {
        send(entry.connectionId, GatewayFrames::tooManyRequests(entry.connectionId, requestId));
    } else if (m_backend.twoWayRouteKeys.contains(entry.routeKey) && !result.response.body.isEmpty()) {
        send(entry.connectionId, result.response.body);
    }
    entry.status = statusOf(result);
    entry.took += result.took;
    Q_EMIT accessLogged(entry);
}

void Stage::runDisconnect(const ConnectionInfo &info, int closeCode, const QString &reason)
{
    auto entry = newEntry(AccessEntry::Kind::Disconnect, info, closeCode);
    entry.took = m_clock.wallTime() - info.connectedAt;
    Q_EMIT accessLogged(entry);
    if (!m_backend.routeKeys.contains(RouteKeys::disconnect))
        return;
    m_invoker.invoke(*m_backend.integration, m_events.disconnectEvent(info, closeCode, reason),
                     [](const InvocationResult &) {});
}

AccessEntry Stage::newEntry(AccessEntry::Kind kind, const ConnectionInfo &info, int status) const
{
    AccessEntry entry;
    entry.kind = kind;
    entry.at = m_clock.wallTime();
    entry.stage = m_name;
    entry.connectionId = info.id;
    entry.sourceIp = info.sourceIp;
    entry.status = status;
    return entry;
}

void Stage::checkStopped()
{
    const bool isAlone = findChildren<Handshake *>(Qt::FindDirectChildrenOnly).isEmpty()
                         && findChildren<Connection *>(Qt::FindDirectChildrenOnly).isEmpty();
    if (m_isShuttingDown && isAlone && m_invoker.running() == 0) {
        m_isShuttingDown = false;
        Q_EMIT stopped();
    }
}

} // namespace Greenroom
