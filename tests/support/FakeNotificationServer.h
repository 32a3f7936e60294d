// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QObject>
#include <QVariantMap>

namespace Greenroom::Test {

/// What a call of Notify said.
struct Notified
{
    uint replaces;
    QString summary;
    QString body;
    QStringList actions;
    QVariantMap hints;
};

/// A desktop's notification server, with a manner of answering.
class FakeNotificationServer : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    enum class Manner { Proper, Silent, Wrong, Failing };

    /// On the bus as soon as it is made, and gone from it with this.
    explicit FakeNotificationServer(const QString &busAddress, QStringList capabilities = {})
        : m_capabilities(std::move(capabilities)),
          m_bus(QDBusConnection::connectToBus(busAddress, QStringLiteral("fake-server")))
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }
    ~FakeNotificationServer() override
    {
        // Calls that have arrived are answered first: Qt answers those that their object has left behind, by
        // a connection that would be gone.
        m_bus.unregisterObject(QStringLiteral("/org/freedesktop/Notifications"));
        QCoreApplication::sendPostedEvents(this);
        QDBusConnection::disconnectFromBus(QStringLiteral("fake-server"));
    }
    Q_DISABLE_COPY_MOVE(FakeNotificationServer)

    // NOLINTBEGIN(misc-non-private-member-variables-in-classes): a test plays with them.
    QList<Notified> notified;
    QList<uint> closed;
    Manner manner = Manner::Proper;
    uint lastId = 0;
    // NOLINTEND(misc-non-private-member-variables-in-classes)

    // NOLINTBEGIN(readability-identifier-naming): the specification's names.
public Q_SLOTS:
    QStringList GetCapabilities()
    {
        answerBadly();
        return m_capabilities;
    }
    uint Notify(const QString & /*application*/, uint replaces, const QString & /*icon*/,
                const QString &summary, const QString &body, const QStringList &actions,
                const QVariantMap &hints, int /*timeout*/)
    {
        notified.append({replaces, summary, body, actions, hints});
        answerBadly();
        lastId = replaces != 0 ? replaces : lastId + 1;
        return lastId;
    }
    void CloseNotification(uint id) { closed.append(id); }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
    // NOLINTEND(readability-identifier-naming)

private:
    void answerBadly()
    {
        if (manner == Manner::Proper)
            return;
        setDelayedReply(true);
        if (manner == Manner::Wrong)
            m_bus.send(message().createReply(QStringLiteral("nonsense")));
        else if (manner == Manner::Failing)
            m_bus.send(message().createErrorReply(QDBusError::Failed, QStringLiteral("no")));
    }

    QStringList m_capabilities;
    QDBusConnection m_bus;
};

} // namespace Greenroom::Test
