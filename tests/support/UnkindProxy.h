// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <memory>
#include <vector>

namespace Greenroom::Test {

/// A way through this machine to a stage on which happens what happens in networks. It passes bytes on as
/// they come unless it is told otherwise; one thread, and nothing in it waits for time.
class UnkindProxy : public QObject
{
    Q_OBJECT

public:
    /// Which way bytes go.
    enum class Way { ToStage, ToClient };

    /// Leads to the host and port of `stage`.
    explicit UnkindProxy(QUrl stage);
    ~UnkindProxy() override;
    Q_DISABLE_COPY_MOVE(UnkindProxy)

    /// The address of the stage by this way.
    QUrl address() const;
    /// Connections that were ever made, and those that have both ends now.
    int connections() const;
    int openConnections() const;

    /// Nothing more goes this way on the connections there are and those to come, and nobody is told: what
    /// was sent waits for resume().
    void stall(Way way);
    void stall();
    void resume();
    /// From now on so many bytes go on in one turn of the event loop; 0 for all that there are.
    void drip(qint64 bytes);
    /// Ends all connections in good order.
    void cut();
    /// Ends all connections with a reset.
    void reset();
    /// Takes no more connections, as a host that is down; those there are stay.
    void refuse();
    void accept();

private:
    class Pair;

    void take();

    QTcpServer m_server;
    QUrl m_stage;
    quint16 m_port = 0;
    bool m_toStage = true;
    bool m_toClient = true;
    qint64 m_drip = 0;
    int m_connections = 0;
    std::vector<std::unique_ptr<Pair>> m_pairs;
};

} // namespace Greenroom::Test
