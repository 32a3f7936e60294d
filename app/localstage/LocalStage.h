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

    /// `ws://127.0.0.1:<port>/dev`; empty while it does not run.
    QUrl address() const;

    /// Starts the gateway; started() or failed() follows. Emits started() again if it runs already.
    void start();

Q_SIGNALS:
    void started(const QUrl &address);
    /// One sentence on why it could not start.
    void failed(const QString &message);

private:
    enum class State { Stopped, Starting, Running };

    void startThread();
    void noteStarted(const QUrl &address);
    void noteFailed(const QString &message);

    QString m_dataDirectory;
    std::unique_ptr<QThread> m_thread;
    /// Lives in m_thread, which deletes it at its end.
    GatewayHost *m_host = nullptr;
    State m_state = State::Stopped;
    QUrl m_address;
};

} // namespace Greenroom
