// SPDX-License-Identifier: MIT
#include "tell/SessionBus.h"

#include <QFile>
#include <QThread>
#include <QUuid>

namespace Greenroom {

namespace {

/// Without either libdbus would start a bus of its own, that nobody else is on.
bool isNamedByEnvironment()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
           || QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

void reach(const QString &address, const QString &name)
{
    if (address.isEmpty())
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, name);
    else
        QDBusConnection::connectToBus(address, name);
}

} // namespace

SessionBus::~SessionBus()
{
    if (isOpen())
        QDBusConnection::disconnectFromBus(m_name);
}

void SessionBus::open(const QString &address)
{
    if (address.isEmpty() && !isNamedByEnvironment())
        return;
    const QString name = QStringLiteral("greenroom-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    // Nobody's child: should the bus never answer, the application can end all the same.
    QThread *thread = QThread::create([address, name] { reach(address, name); });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    connect(thread, &QThread::finished, this, [this, name] { adopt(name); });
    thread->start();
}

bool SessionBus::isOpen() const
{
    return !m_name.isEmpty() && connection().isConnected();
}

QDBusConnection SessionBus::connection() const
{
    return QDBusConnection(m_name);
}

void SessionBus::adopt(const QString &name)
{
    m_name = name;
    if (isOpen())
        Q_EMIT opened();
}

} // namespace Greenroom
