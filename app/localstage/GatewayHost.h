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

    /// Starts the gateway, with TLS and a certificate of its own if `isEncrypted`; started() or failed()
    /// follows. One that runs is ended in good order before.
    void start(bool isEncrypted);
    /// Ends the gateway in good order; stopped() follows, within the gateway's own time limits.
    void stop();

Q_SIGNALS:
    /// `fingerprint` is the certificate's, SHA-256 in 32 bytes; empty without TLS.
    void started(const QUrl &address, const QByteArray &fingerprint);
    void failed(const QString &message);
    void stopped();

private:
    void begin();
    void end();
    void noteEnd();

    QString m_dataDirectory;
    SystemClock m_clock;
    std::unique_ptr<Gateway> m_gateway;
    bool m_isEncrypted = false;
    /// Nothing is started any more.
    bool m_isStopping = false;
};

} // namespace Greenroom
