// SPDX-License-Identifier: MIT
#include "gateway/Stage.h"

#include "common/CloseFrame.h"
#include "gateway/ClientSocket.h"
#include "gateway/Handshake.h"
#include "gateway/RouteKeys.h"

#include <QHostAddress>
#include <algorithm>

namespace Greenroom {

namespace {

constexpr int switchingProtocols = 101;

QString endPoint(const ClientSocket &socket)
{
    const QHostAddress address = socket.localAddress();
    const QString host = address.toString();
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isIpv6 ? u'[' + host + u']' : host) + u':' + QString::number(socket.localPort());
}

} // namespace

Stage::Stage(QString name, Clock &clock, IdMint &ids, QObject *parent)
    : QObject(parent),
      m_name(std::move(name)),
      m_clock(clock),
      m_ids(ids),
      m_events(m_name, clock, ids),
      m_invoker(clock),
      m_gate(clock),
      m_faults(clock),
      m_connects({}, 0, clock),
      m_messages(m_backend, m_events, m_faults, m_invoker, clock,
                 [this](const QString &connectionId, const QByteArray &data) { send(connectionId, data); })
{
    connect(&m_invoker, &Invoker::idle, this, &Stage::checkStopped);
    connect(&m_messages, &MessageFlow::accessLogged, this, &Stage::accessLogged);
}

Stage::~Stage()
{
    blockSignals(true);
    qDeleteAll(std::exchange(m_guests, {}));
    qDeleteAll(m_handshakes.findChildren<Handshake *>(Qt::FindDirectChildrenOnly));
}

void Stage::setBackend(Backend backend)
{
    m_backend = std::move(backend);
    m_events.setStageVariables(m_backend.stageVariables);
    m_faults.faults().setPlan(m_backend.faults);
    const StageQuotas &quotas = m_backend.quotas;
    m_invoker.setTimeout(quotas.integrationTimeout);
    m_connects = Throttle(quotas.connectRate, std::max(quotas.connectRate.value_or(0), 1.0), m_clock);
    m_messages.applyQuotas();
}

void Stage::admit(ClientSocket *socket, const HttpHead &head)
{
    const ConnectionInfo info{m_ids.connectionId(), socket->sourceIp(),
                              QString::fromUtf8(head.header("User-Agent")), endPoint(*socket),
                              m_clock.wallTime()};
    auto *handshake = new Handshake(socket, head, info, m_clock, m_ids, &m_handshakes);
    ++m_handshakeCount;
    connect(handshake, &QObject::destroyed, this, &Stage::noteHandshakeOver);
    connect(handshake, &Handshake::established, this,
            [this, handshake](ClientSocket *client) { establish(handshake->info(), client); });
    connect(handshake, &Handshake::refused, this, [this, info](int status) {
        Q_EMIT accessLogged(newEntry(AccessEntry::Kind::Refusal, info, status));
    });
    connect(handshake, &Handshake::abandoned, this,
            [this, handshake] { runDisconnect(handshake->info(), CloseFrame::Abnormal, QString()); });
    if (!m_connects.admit()) {
        handshake->take({InvocationResult::Outcome::Throttled});
        return;
    }
    m_faults.meetHandshake(*handshake, [this, handshake, event = m_events.connectEvent(info, head)] {
        authorize(*handshake, event);
    });
}

void Stage::authorize(Handshake &handshake, const ProxyEvent &event)
{
    if (!m_backend.authorizer) {
        runConnect(handshake, event);
        return;
    }
    connect(&handshake, &Handshake::authorized, this,
            [this, &handshake, event] { runConnect(handshake, event); });
    m_gate.ask(*m_backend.authorizer, m_backend.identitySources, event,
               [handshake = QPointer(&handshake)](const AuthorizerVerdict &verdict) {
                   if (handshake)
                       handshake->take(verdict);
               });
}

void Stage::runConnect(Handshake &handshake, ProxyEvent event)
{
    if (!m_backend.routeKeys.contains(RouteKeys::connect)) {
        handshake.accept();
        return;
    }
    event.authorizer = handshake.info().authorizer;
    handshake.awaitConnect();
    m_invoker.invoke(*m_backend.integration, event,
                     [handshake = QPointer(&handshake)](const InvocationResult &result) {
                         if (handshake)
                             handshake->take(result);
                     });
}

PostToConnection::Status Stage::post(const QString &connectionId, const QByteArray &data)
{
    Connection *connection = m_connections.find(connectionId);
    const Status status = statusOf(connection, data);
    return status == Status::Ok ? m_faults.post(*connection, data) : status;
}

QList<PostToConnection::Failure> Stage::postToAll(const QStringList &connectionIds, const QByteArray &data)
{
    if (m_faults.mayMeetPosts())
        return PostToConnection::postToAll(connectionIds, data);
    QList<Failure> failures;
    const Connection::Moment now{m_clock.wallTime(), m_clock.steadyTime()};
    const auto connections = m_connections.findAll(connectionIds);
    for (qsizetype index = 0; index < connections.size(); ++index) {
        Connection *connection = connections.at(index);
        if (const Status status = statusOf(connection, data); status != Status::Ok) {
            failures.append({connectionIds.at(index), status});
            continue;
        }
        connection->noteActivity(now);
        connection->send(data);
    }
    return failures;
}

/// Whether `data` can be posted to `connection`, or null, as far as the two alone decide.
PostToConnection::Status Stage::statusOf(Connection *connection, const QByteArray &data) const
{
    if (connection == nullptr || !connection->isOpen())
        return Status::Gone;
    if (data.size() > m_backend.quotas.messageLimit())
        return Status::TooLarge;
    return connection->isCongested() ? Status::LimitExceeded : Status::Ok;
}

/// What the gateway itself says is no post: no rule stops it.
void Stage::send(const QString &connectionId, const QByteArray &data)
{
    Connection *connection = openConnection(connectionId);
    if (connection == nullptr || connection->isCongested())
        return;
    connection->noteActivity();
    connection->send(data);
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
    Connection *connection = m_connections.find(connectionId);
    return connection != nullptr && connection->isOpen() ? connection : nullptr;
}

/// https://github.com/boto/boto3/issues/3789 shows that `$disconnect` runs, and with what.
PostToConnection::Status Stage::disconnectClient(const QString &connectionId)
{
    Connection *connection = openConnection(connectionId);
    if (connection == nullptr)
        return Status::Gone;
    connection->close(CloseFrame::Normal, QStringLiteral("Connection Closed Normally"));
    return Status::Ok;
}

bool Stage::admitCall()
{
    return m_messages.admitRequest();
}

void Stage::shutDown()
{
    m_isShuttingDown = true;
    m_faults.forgetDelayed();
    if (m_backend.tables)
        m_backend.tables->hurry();
    const auto handshakes = m_handshakes.findChildren<Handshake *>(Qt::FindDirectChildrenOnly);
    for (Handshake *handshake : handshakes)
        handshake->cancel();
    const auto connections = m_connections.all();
    for (Connection *connection : connections)
        connection->close(CloseFrame::GoingAway, QStringLiteral("Going away"));
    QMetaObject::invokeMethod(this, &Stage::checkStopped, Qt::QueuedConnection);
}

Result<void> Stage::closeTables() const
{
    return m_backend.tables ? m_backend.tables->close() : Result<void>();
}

void Stage::establish(const ConnectionInfo &info, ClientSocket *socket)
{
    auto *connection = new Connection(info, socket, m_backend.quotas, m_fanOut, m_clock);
    m_guests.insert(connection);
    m_connections.insert(info.id, connection);
    connect(connection, &Connection::messageReceived, this, [this, connection](const QString &text) {
        m_messages.receive(*connection, text, newEntry(AccessEntry::Kind::Message, connection->info(), 0));
    });
    connect(connection, &Connection::ended, this, [this, info](int closeCode, const QString &reason) {
        m_connections.remove(info.id);
        runDisconnect(info, closeCode, reason);
    });
    connect(connection, &Connection::finished, connection, &QObject::deleteLater);
    connect(connection, &QObject::destroyed, this, [this, connection] { forget(connection); });
    auto entry = newEntry(AccessEntry::Kind::Connect, info, switchingProtocols);
    entry.took = m_clock.wallTime() - info.connectedAt;
    Q_EMIT accessLogged(entry);
    if (m_isShuttingDown)
        connection->close(CloseFrame::GoingAway, QStringLiteral("Going away"));
    else if (m_backend.routeKeys.contains(RouteKeys::connect))
        m_backend.integration->afterConnect(info.id);
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

void Stage::noteHandshakeOver()
{
    --m_handshakeCount;
    checkStopped();
}

void Stage::forget(Connection *connection)
{
    m_guests.remove(connection);
    checkStopped();
}

void Stage::checkStopped()
{
    const bool isEmpty = m_guests.isEmpty() && m_handshakeCount == 0;
    if (!m_isShuttingDown || !isEmpty || m_invoker.running() > 0)
        return;
    m_isShuttingDown = false;
    Q_EMIT stopped();
}

} // namespace Greenroom
