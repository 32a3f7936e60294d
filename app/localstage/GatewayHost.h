// SPDX-License-Identifier: MIT
#pragma once

#include "common/SystemClock.h"

#include <QObject>
#include <QUrl>

namespace Greenroom {

class Gateway;

/// Owns the gateway of the local stage inside the thread that it lives in. Everything but the constructor
/// runs in that thread, so nothing here needs a lock.
class GatewayHost : public QObject
{
    Q_OBJECT

public:
    explicit GatewayHost(QString dataDirectory);
    ~GatewayHost() override;
    Q_DISABLE_COPY_MOVE(GatewayHost)

    /// Starts the gateway; started() or failed() follows. Call again only after failed().
    void start();
    /// Ends the gateway in good order; stopped() follows, within the gateway's own time limits.
    void stop();

Q_SIGNALS:
    void started(const QUrl &address);
    void failed(const QString &message);
    void stopped();

private:
    QString m_dataDirectory;
    SystemClock m_clock;
    std::unique_ptr<Gateway> m_gateway;
};

} // namespace Greenroom
