// SPDX-License-Identifier: MIT
#include "localstage/LocalStage.h"

#include "common/EpollDispatcher.h"
#include "common/Logging.h"
#include "localstage/GatewayHost.h"
#include "tls/SelfSignedCertificate.h"

#include <QDeadlineTimer>
#include <QDir>

namespace Greenroom {

namespace {

/// Longer than a gateway takes for clients that do not answer.
constexpr std::chrono::seconds stopTimeout{8};

} // namespace

LocalStage::LocalStage(QString dataDirectory, QObject *parent)
    : QObject(parent), m_dataDirectory(std::move(dataDirectory))
{
}

LocalStage::~LocalStage()
{
    if (!m_thread)
        return;
    m_host->disconnect(this);
    // Behind a start that is under way, since the host takes one call after the other.
    QMetaObject::invokeMethod(m_host, &GatewayHost::stop, Qt::QueuedConnection);
    if (m_thread->wait(QDeadlineTimer(stopTimeout)))
        return;
    qCWarning(sessionLog) << "the local stage did not stop in time";
    // Destroying a running thread would abort the program; it is left to end by itself.
    [[maybe_unused]] const QThread *left = m_thread.release();
}

QUrl LocalStage::address() const
{
    return m_address;
}

QByteArray LocalStage::fingerprint() const
{
    return m_fingerprint;
}

QString LocalStage::certificateFile() const
{
    return m_dataDirectory.isEmpty() ? QString()
                                     : SelfSignedCertificate::certificateFile(QDir(m_dataDirectory));
}

bool LocalStage::isEncrypted() const
{
    return m_isEncrypted;
}

void LocalStage::setEncrypted(bool isEncrypted)
{
    // While it starts the choice is looked at when it has.
    if (std::exchange(m_isEncrypted, isEncrypted) != isEncrypted && m_state == State::Running)
        startHost();
}

void LocalStage::start()
{
    if (m_state == State::Running)
        Q_EMIT started(m_address);
    if (m_state != State::Stopped)
        return;
    if (!m_thread)
        startThread();
    startHost();
}

void LocalStage::startHost()
{
    m_state = State::Starting;
    QMetaObject::invokeMethod(
        m_host, [host = m_host, isEncrypted = m_isEncrypted] { host->start(isEncrypted); },
        Qt::QueuedConnection);
}

void LocalStage::startThread()
{
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(QStringLiteral("local stage"));
    m_thread->setEventDispatcher(new EpollDispatcher);
    m_host = new GatewayHost(m_dataDirectory);
    m_host->moveToThread(m_thread.get());
    connect(m_host, &GatewayHost::started, this, &LocalStage::noteStarted);
    connect(m_host, &GatewayHost::failed, this, &LocalStage::noteFailed);
    // Direct: at the end, nobody waits in an event loop for a queued call.
    connect(m_host, &GatewayHost::stopped, m_thread.get(), &QThread::quit, Qt::DirectConnection);
    connect(m_thread.get(), &QThread::finished, m_host, &QObject::deleteLater);
    m_thread->start();
}

void LocalStage::noteStarted(const QUrl &address, const QByteArray &fingerprint)
{
    if (m_isEncrypted == fingerprint.isEmpty()) {
        startHost();
        return;
    }
    m_state = State::Running;
    m_fingerprint = fingerprint;
    const QUrl former = std::exchange(m_address, address);
    if (!former.isEmpty())
        Q_EMIT moved(former, address);
    Q_EMIT started(address);
}

void LocalStage::noteFailed(const QString &message)
{
    m_state = State::Stopped;
    m_address.clear();
    m_fingerprint.clear();
    Q_EMIT failed(message);
}

} // namespace Greenroom
