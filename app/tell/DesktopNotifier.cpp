// SPDX-License-Identifier: MIT
#include "tell/DesktopNotifier.h"

#include "tell/SessionBus.h"

#include <QDBusPendingCallWatcher>
#include <QVariantMap>

namespace Greenroom {

namespace {

QString serverName()
{
    return QStringLiteral("org.freedesktop.Notifications");
}

QString serverPath()
{
    return QStringLiteral("/org/freedesktop/Notifications");
}

QString busName()
{
    return QStringLiteral("org.freedesktop.DBus");
}

QDBusMessage callTo(const QString &server, const char *method)
{
    return QDBusMessage::createMethodCall(server, serverPath(), serverName(), QLatin1String(method));
}

QVariantMap hintsOf(const Notification &notification)
{
    // "Urgency Levels" in the specification.
    constexpr uchar normal = 1;
    constexpr uchar critical = 2;
    const bool isUrgent = notification.urgency == Notification::Urgency::Urgent;
    return {{QStringLiteral("urgency"), QVariant::fromValue(isUrgent ? critical : normal)},
            {QStringLiteral("category"), QStringLiteral("im.received")},
            {QStringLiteral("desktop-entry"), QStringLiteral("greenroom")}};
}

} // namespace

DesktopNotifier::DesktopNotifier(SessionBus &bus, QObject *parent) : Notifier(parent), m_bus(bus)
{
    connect(&bus, &SessionBus::opened, this, &DesktopNotifier::listen);
    if (bus.isOpen())
        listen();
}

void DesktopNotifier::show(const QString &key, const Notification &notification)
{
    Shown &shown = m_shown[key];
    shown.isWanted = true;
    shown.next = notification;
    if (m_server == Server::Known)
        send(key);
    else
        askServer();
}

void DesktopNotifier::withdraw(const QString &key)
{
    const auto found = m_shown.find(key);
    if (found == m_shown.end())
        return;
    found->isWanted = false;
    found->next.reset();
    // What is under way is taken away as soon as its id is known.
    if (found->isUnderWay)
        return;
    const uint id = found->id;
    m_shown.remove(key);
    if (id != 0)
        close(id);
}

void DesktopNotifier::handleAction(uint id, const QString &action, const QDBusMessage &message)
{
    const QString key = keyOf(id);
    if (isFromServer(message) && !key.isEmpty() && action == QLatin1String("default"))
        Q_EMIT activated(key);
}

void DesktopNotifier::handleClosed(uint id, uint /*reason*/, const QDBusMessage &message)
{
    const QString key = keyOf(id);
    if (isFromServer(message) && !key.isEmpty())
        m_shown[key].id = 0;
}

void DesktopNotifier::handleOwner(const QString &name, const QString &former, const QString & /*present*/,
                                  const QDBusMessage &message)
{
    const bool isOurs = !m_owner.isEmpty() && former == m_owner;
    if (message.service() == busName() && name == serverName() && isOurs)
        forgetServer();
}

void DesktopNotifier::listen()
{
    // From anybody, since Qt would ask the bus for the owner of a name, and wait; handlers look at the
    // sender.
    QDBusConnection bus = m_bus.connection();
    // The formatter would put blanks into the signatures, which must have none.
    // clang-format off
    bus.connect({}, serverPath(), serverName(), QStringLiteral("ActionInvoked"), this,
                SLOT(handleAction(uint,QString,QDBusMessage)));
    bus.connect({}, serverPath(), serverName(), QStringLiteral("NotificationClosed"), this,
                SLOT(handleClosed(uint,uint,QDBusMessage)));
    bus.connect({}, QStringLiteral("/org/freedesktop/DBus"), busName(), QStringLiteral("NameOwnerChanged"),
                {serverName()}, {}, this, SLOT(handleOwner(QString,QString,QString,QDBusMessage)));
    // clang-format on
    if (!m_shown.isEmpty())
        askServer();
}

void DesktopNotifier::askServer()
{
    if (!m_bus.isOpen() || m_server == Server::Asked)
        return;
    m_server = Server::Asked;
    await(m_bus.connection().asyncCall(callTo(serverName(), "GetCapabilities"), SessionBus::answerTimeoutMs),
          [this](const QDBusMessage &answer) {
              const QVariant first = answer.arguments().value(0);
              const bool isAnswer = answer.type() == QDBusMessage::ReplyMessage
                                    && first.metaType() == QMetaType::fromType<QStringList>();
              if (!isAnswer) {
                  forgetServer();
                  return;
              }
              m_server = Server::Known;
              m_owner = answer.service();
              m_hasMarkup = first.toStringList().contains(QStringLiteral("body-markup"));
              sendAll();
          });
}

void DesktopNotifier::send(const QString &key)
{
    Shown &shown = m_shown[key];
    if (shown.isUnderWay || !shown.next)
        return;
    const Notification notification = *std::exchange(shown.next, std::nullopt);
    shown.isUnderWay = true;
    shown.call = ++m_calls;
    // To this very server: the next one may be of another mind about markup.
    QDBusMessage call = callTo(m_owner, "Notify");
    const QString body = m_hasMarkup ? notification.body.toHtmlEscaped() : notification.body;
    // What it is called stands beside "default" where a server shows actions as buttons.
    const QStringList actions{QStringLiteral("default"), tr("Show")};
    constexpr int asTheServerLikes = -1;
    call << QStringLiteral("Greenroom") << shown.id << QStringLiteral("greenroom") << notification.summary
         << body << actions << hintsOf(notification) << asTheServerLikes;
    await(m_bus.connection().asyncCall(call, SessionBus::answerTimeoutMs),
          [this, key, number = shown.call](const QDBusMessage &answer) { take(key, number, answer); });
}

void DesktopNotifier::sendAll()
{
    const QStringList keys = m_shown.keys();
    for (const QString &key : keys)
        send(key);
}

void DesktopNotifier::close(uint id)
{
    m_bus.connection().asyncCall(callTo(m_owner, "CloseNotification") << id, SessionBus::answerTimeoutMs);
}

void DesktopNotifier::take(const QString &key, quint64 call, const QDBusMessage &answer)
{
    const auto found = m_shown.find(key);
    // The server went meanwhile, and with it what it showed.
    if (found == m_shown.end() || found->call != call)
        return;
    found->isUnderWay = false;
    const QVariant first = answer.arguments().value(0);
    const bool isId =
        answer.type() == QDBusMessage::ReplyMessage && first.metaType() == QMetaType::fromType<uint>();
    found->id = isId ? first.toUInt() : 0;
    if (!found->isWanted)
        withdraw(key);
    else if (isId)
        send(key);
}

void DesktopNotifier::forgetServer()
{
    m_server = Server::Unknown;
    m_owner.clear();
    // What was not shown by now is old news when there is another server.
    m_shown.clear();
}

bool DesktopNotifier::isFromServer(const QDBusMessage &message) const
{
    return !m_owner.isEmpty() && message.service() == m_owner;
}

QString DesktopNotifier::keyOf(uint id) const
{
    for (auto shown = m_shown.cbegin(); id != 0 && shown != m_shown.cend(); ++shown) {
        if (shown->id == id)
            return shown.key();
    }
    return {};
}

void DesktopNotifier::await(const QDBusPendingCall &call,
                            const std::function<void(const QDBusMessage &)> &then)
{
    auto *watcher = new QDBusPendingCallWatcher(call, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, then] {
        watcher->deleteLater();
        then(watcher->reply());
    });
}

} // namespace Greenroom
