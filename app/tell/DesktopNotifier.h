// SPDX-License-Identifier: MIT
#pragma once

#include "tell/Notifier.h"

#include <QDBusMessage>
#include <QHash>
#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QDBusPendingCall;
class QDBusPendingCallWatcher;
QT_END_NAMESPACE

namespace Greenroom {

class SessionBus;

/// Notifications by the desktop's own server,
/// https://specifications.freedesktop.org/notification-spec/latest/. Every call has a time limit and none is
/// waited for; answers that make no sense count as none.
class DesktopNotifier final : public Notifier
{
    Q_OBJECT

public:
    /// Borrows `bus`, which may open at any time or never.
    explicit DesktopNotifier(SessionBus &bus, QObject *parent = nullptr);

    void show(const QString &key, const Notification &notification) override;
    void withdraw(const QString &key) override;

private Q_SLOTS:
    // Called by the bus, which finds them by their names.
    void handleAction(uint id, const QString &action, const QDBusMessage &message);
    void handleClosed(uint id, uint reason, const QDBusMessage &message);
    void handleOwner(const QString &name, const QString &former, const QString &present,
                     const QDBusMessage &message);

private:
    enum class Server { Unknown, Asked, Known };

    /// What is, and what is to be, shown as one key.
    struct Shown
    {
        /// The server's; 0 where nothing is there.
        uint id = 0;
        /// The server has not answered yet which id it is.
        bool isUnderWay = false;
        /// Tells its last call from all others.
        quint64 call = 0;
        bool isWanted = false;
        /// To be sent once the server can take it.
        std::optional<Notification> next = {};
    };

    void listen();
    void askServer();
    void send(const QString &key);
    void sendAll();
    void close(uint id);
    void take(const QString &key, quint64 call, const QDBusMessage &answer);
    void forgetServer();
    bool isFromServer(const QDBusMessage &message) const;
    QString keyOf(uint id) const;
    void await(const QDBusPendingCall &call, const std::function<void(const QDBusMessage &)> &then);

    SessionBus &m_bus;
    Server m_server = Server::Unknown;
    /// The bus's own name for who answered as the server: nobody else's signals count.
    QString m_owner;
    bool m_hasMarkup = false;
    quint64 m_calls = 0;
    QHash<QString, Shown> m_shown;
};

} // namespace Greenroom
