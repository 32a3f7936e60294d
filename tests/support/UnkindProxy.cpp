// SPDX-License-Identifier: MIT
#include "support/UnkindProxy.h"

#include <QTcpSocket>
#include <QTimer>
#include <algorithm>
#include <sys/socket.h>

namespace Greenroom::Test {

/// One connection: the client's end and the one to the stage.
class UnkindProxy::Pair : public QObject
{
public:
    Pair(const UnkindProxy &proxy, std::unique_ptr<QTcpSocket> client)
        : m_proxy(proxy), m_client(std::move(client))
    {
        m_stage.connectToHost(proxy.m_stage.host(), static_cast<quint16>(proxy.m_stage.port()));
        for (QTcpSocket *socket : {m_client.get(), &m_stage}) {
            connect(socket, &QTcpSocket::readyRead, this, &Pair::passOn);
            connect(socket, &QTcpSocket::disconnected, this, &Pair::passOn);
        }
        connect(&m_stage, &QTcpSocket::connected, this, &Pair::passOn);
    }

    bool isOpen() const { return isConnected(*m_client) && isConnected(m_stage); }
    void passOn()
    {
        const bool passed = pass(*m_client, m_stage, m_proxy.m_toStage);
        if (pass(m_stage, *m_client, m_proxy.m_toClient) || passed)
            QTimer::singleShot(0, this, &Pair::passOn);
    }
    void cut()
    {
        m_client->disconnectFromHost();
        m_stage.disconnectFromHost();
    }
    void reset()
    {
        for (QTcpSocket *socket : {m_client.get(), &m_stage}) {
            const linger atOnce{1, 0};
            setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce,
                       sizeof atOnce);
            socket->abort();
        }
    }

private:
    static bool isConnected(const QTcpSocket &socket)
    {
        return socket.state() == QAbstractSocket::ConnectedState;
    }
    /// Whether there is more to pass in the next turn. An end is passed on like bytes, after them.
    bool pass(QTcpSocket &from, QTcpSocket &to, bool isOpen) const
    {
        if (!isOpen || !isConnected(to))
            return false;
        const qint64 most = m_proxy.m_drip > 0 ? m_proxy.m_drip : from.bytesAvailable();
        to.write(from.read(most));
        to.flush();
        if (from.bytesAvailable() > 0)
            return true;
        if (from.state() == QAbstractSocket::UnconnectedState)
            to.disconnectFromHost();
        return false;
    }

    const UnkindProxy &m_proxy;
    std::unique_ptr<QTcpSocket> m_client;
    QTcpSocket m_stage;
};

UnkindProxy::UnkindProxy(QUrl stage) : m_stage(std::move(stage))
{
    connect(&m_server, &QTcpServer::newConnection, this, &UnkindProxy::take);
    accept();
}

UnkindProxy::~UnkindProxy() = default;

QUrl UnkindProxy::address() const
{
    QUrl address = m_stage;
    address.setHost(QStringLiteral("127.0.0.1"));
    address.setPort(m_port);
    return address;
}

int UnkindProxy::connections() const
{
    return m_connections;
}

int UnkindProxy::openConnections() const
{
    return static_cast<int>(
        std::count_if(m_pairs.begin(), m_pairs.end(), [](const auto &pair) { return pair->isOpen(); }));
}

void UnkindProxy::stall(Way way)
{
    (way == Way::ToStage ? m_toStage : m_toClient) = false;
}

void UnkindProxy::stall()
{
    stall(Way::ToStage);
    stall(Way::ToClient);
}

void UnkindProxy::resume()
{
    m_toStage = m_toClient = true;
    for (const auto &pair : m_pairs)
        pair->passOn();
}

void UnkindProxy::drip(qint64 bytes)
{
    m_drip = bytes;
}

void UnkindProxy::cut()
{
    for (const auto &pair : m_pairs)
        pair->cut();
}

void UnkindProxy::reset()
{
    for (const auto &pair : m_pairs)
        pair->reset();
}

void UnkindProxy::refuse()
{
    m_server.close();
}

void UnkindProxy::accept()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("The proxy cannot listen.");
    m_port = m_server.serverPort();
}

void UnkindProxy::take()
{
    ++m_connections;
    std::unique_ptr<QTcpSocket> client(m_server.nextPendingConnection());
    client->setParent(nullptr);
    m_pairs.push_back(std::make_unique<Pair>(*this, std::move(client)));
}

} // namespace Greenroom::Test
