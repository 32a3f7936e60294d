// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>

namespace Greenroom::Test {

/// A service of secrets that takes every call and answers none.
class FakeSecretService : public QDBusVirtualObject
{
    Q_OBJECT

public:
    /// On the bus as soon as it is made, and gone from it with this.
    explicit FakeSecretService(const QString &busAddress)
        : m_bus(QDBusConnection::connectToBus(busAddress, QStringLiteral("fake-secrets")))
    {
        m_bus.registerVirtualObject(QStringLiteral("/org/freedesktop/secrets"), this,
                                    QDBusConnection::SubPath);
        m_bus.registerService(QStringLiteral("org.freedesktop.secrets"));
    }
    ~FakeSecretService() override
    {
        m_bus.unregisterObject(QStringLiteral("/org/freedesktop/secrets"));
        QDBusConnection::disconnectFromBus(QStringLiteral("fake-secrets"));
    }
    Q_DISABLE_COPY_MOVE(FakeSecretService)

    int calls() const { return m_calls; }

    QString introspect(const QString & /*path*/) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection & /*connection*/) override
    {
        message.setDelayedReply(true);
        ++m_calls;
        return true;
    }

private:
    QDBusConnection m_bus;
    int m_calls = 0;
};

} // namespace Greenroom::Test
