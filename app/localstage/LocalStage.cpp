// SPDX-License-Identifier: MIT
#include "localstage/LocalStage.h"

#include "common/EpollDispatcher.h"
#include "common/Logging.h"
#include "localstage/GatewayHost.h"

#include <QDeadlineTimer>

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

void LocalStage::start()
{
    if (m_state == State::Running)
        Q_EMIT started(m_address);
    if (m_state != State::Stopped)
        return;
    m_state = State::Starting;
    if (!m_thread)
        startThread();
    QMetaObject::invokeMethod(m_host, &GatewayHost::start, Qt::QueuedConnection);
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

void LocalStage::noteStarted(const QUrl &address)
{
    m_state = State::Running;
    m_address = address;
    Q_EMIT started(address);
}

void LocalStage::noteFailed(const QString &message)
{
    m_state = State::Stopped;
    Q_EMIT failed(message);
}

} // namespace Greenroom
