// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace Greenroom::Test {

/// A message bus for the test alone, as long as this lives.
class PrivateBus
{
public:
    enum class Services {
        /// Those that the system has are started when somebody calls them.
        OfTheSystem,
        /// Only what is on the bus can be called.
        None,
    };

    explicit PrivateBus(Services services = Services::OfTheSystem)
    {
        const QString configuration = services == Services::None
                                          ? QStringLiteral("--config-file=") + bareConfiguration()
                                          : QStringLiteral("--session");
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {configuration, QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        while (!m_daemon.canReadLine()) {
            if (!m_daemon.waitForReadyRead(5000))
                qFatal("dbus-daemon did not start");
        }
        m_address = QString::fromLatin1(m_daemon.readLine()).trimmed();
    }
    ~PrivateBus() { end(); }
    Q_DISABLE_COPY_MOVE(PrivateBus)

    QString address() const { return m_address; }
    void end()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

private:
    QString bareConfiguration() const
    {
        QFile file(m_directory.filePath(QStringLiteral("bus.conf")));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("the bus cannot be configured");
        // No raw text, in which moc loses its way.
        file.write("<!DOCTYPE busconfig PUBLIC '-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN' "
                   "'http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd'>"
                   "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                   "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
                   "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>");
        return file.fileName();
    }

    QTemporaryDir m_directory;
    QProcess m_daemon;
    QString m_address;
};

} // namespace Greenroom::Test
