// SPDX-License-Identifier: MIT
#pragma once

#include "support/PrivateBus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDir>

namespace Greenroom::Test {

/// A user's surroundings for programs that a test starts: a home of their own, and a bus with nothing on it.
class PrivateHome
{
public:
    PrivateHome()
    {
        // Nobody believes in a runtime directory that others can read.
        QDir(path()).mkdir(QStringLiteral("run"));
        QFile::setPermissions(path() + QStringLiteral("/run"),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    QString path() const { return m_directory.path(); }
    PrivateBus &bus() { return m_bus; }
    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_NO_GLIB", "GNOME_KEYRING_CONTROL"})
            environment.remove(QLatin1String(name));
        environment.insert(QStringLiteral("HOME"), path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path() + QStringLiteral("/run"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path() + QStringLiteral("/config"));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path() + QStringLiteral("/data"));
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), path() + QStringLiteral("/cache"));
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_bus.address());
        return environment;
    }

private:
    QTemporaryDir m_directory;
    PrivateBus m_bus{PrivateBus::Services::None};
};

/// A real gnome-keyring at a private home, unlocked at first.
class KeyringDaemon
{
public:
    explicit KeyringDaemon(const PrivateHome &home)
        : m_bus(QDBusConnection::connectToBus(
            home.environment().value(QStringLiteral("DBUS_SESSION_BUS_ADDRESS")), QStringLiteral("keyring")))
    {
        m_daemon.setProcessEnvironment(home.environment());
        m_daemon.setProcessChannelMode(QProcess::MergedChannels);
        m_daemon.start(QStringLiteral("gnome-keyring-daemon"),
                       {QStringLiteral("--unlock"), QStringLiteral("--foreground"),
                        QStringLiteral("--components=secrets")});
        m_daemon.write("password");
        m_daemon.closeWriteChannel();
        if (!QTest::qWaitFor([this] { return collection().path().size() > 1; }, 10000))
            qFatal("gnome-keyring-daemon did not start: %s", m_daemon.readAll().constData());
    }
    ~KeyringDaemon()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished();
        QDBusConnection::disconnectFromBus(QStringLiteral("keyring"));
    }
    Q_DISABLE_COPY_MOVE(KeyringDaemon)

    /// There is nobody who could unlock it again.
    void lock()
    {
        const QList<QDBusObjectPath> all{collection()};
        const QDBusMessage answer = call("Lock", QVariant::fromValue(all));
        if (answer.type() != QDBusMessage::ReplyMessage)
            qFatal("the keyring can't be locked");
    }

private:
    QDBusMessage call(const char *method, const QVariant &argument)
    {
        QDBusMessage call = QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
            QStringLiteral("org.freedesktop.Secret.Service"), QLatin1String(method));
        call << argument;
        return m_bus.call(call);
    }
    /// The default one; "/" or nothing before there is one.
    QDBusObjectPath collection()
    {
        const QDBusMessage answer = call("ReadAlias", QStringLiteral("default"));
        return answer.arguments().value(0).value<QDBusObjectPath>();
    }

    QDBusConnection m_bus;
    QProcess m_daemon;
};

} // namespace Greenroom::Test
