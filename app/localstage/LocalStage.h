// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QThread>
#include <QUrl>

namespace Greenroom {

class GatewayHost;

/// The gateway inside the application, in a thread of its own, on a free port of this machine.
class LocalStage : public QObject
{
    Q_OBJECT

public:
    /// Keeps its tables in `dataDirectory`, or in memory if that is empty.
    explicit LocalStage(QString dataDirectory, QObject *parent = nullptr);
    /// Stops the stage and waits for it, a few seconds at most.
    ~LocalStage() override;
    Q_DISABLE_COPY_MOVE(LocalStage)

    /// `ws://127.0.0.1:<port>/dev`, encrypted `wss://…`; empty while it does not run.
    QUrl address() const;
    /// SHA-256 of the certificate that it shows, 32 bytes; empty without encryption and while it does not
    /// run.
    QByteArray fingerprint() const;
    /// Where the certificate is kept, in PEM, for the next starts; empty where it is not.
    QString certificateFile() const;
    /// Whether it speaks TLS, with a certificate of its own.
    bool isEncrypted() const;

    /// One that runs is started anew for that: everybody is disconnected, then moved() and started() follow,
    /// or failed().
    void setEncrypted(bool isEncrypted);
    /// Starts the gateway; started() or failed() follows. Emits started() again if it runs already.
    void start();

Q_SIGNALS:
    void started(const QUrl &address);
    /// It was started anew and has another address.
    void moved(const QUrl &from, const QUrl &to);
    /// One sentence on why it could not start.
    void failed(const QString &message);

private:
    enum class State { Stopped, Starting, Running };

    void startThread();
    void startHost();
    void noteStarted(const QUrl &address, const QByteArray &fingerprint);
    void noteFailed(const QString &message);

    QString m_dataDirectory;
    std::unique_ptr<QThread> m_thread;
    /// Lives in m_thread, which deletes it at its end.
    GatewayHost *m_host = nullptr;
    State m_state = State::Stopped;
    QUrl m_address;
    QByteArray m_fingerprint;
    bool m_isEncrypted = false;
};

} // namespace Greenroom
