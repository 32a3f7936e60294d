// SPDX-License-Identifier: MIT
#include "support/FakeNotificationServer.h"
#include "support/PrivateBus.h"
#include "tell/DesktopNotifier.h"
#include "tell/SessionBus.h"

#include <QDBusPendingCallWatcher>
#include <QSignalSpy>

using namespace Greenroom;
using namespace Greenroom::Test;
using Manner = FakeNotificationServer::Manner;

namespace {

Notification hello()
{
    return {QStringLiteral("Hello & <b>"), QStringLiteral("a <b>&amp;</b>"), Notification::Urgency::Normal};
}

} // namespace

/// Notifications on a bus of one's own, with a server that may be anything.
class TestDesktopNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsAndEscapes_data();
    void showsAndEscapes();
    void replacesWhatIsThere();
    void sendsOnlyTheLastWhileOneIsUnderWay();
    void withdraws();
    void withdrawsWhatIsUnderWay();
    void leadsBackOnAClick();
    void believesNobodyButTheServer();
    void showsAnewWhatTheUserClosed();
    void waitsForTheBus();
    void withoutAServerNothingHappens();
    void aServerThatComesLaterIsFound();
    void aServerThatGoesIsForgotten();
    void oddAnswersAreNone_data();
    void oddAnswersAreNone();
    void withoutABusNothingHappens();
    void survivesTheEndOfTheBus();

private:
    void startServer(const QStringList &capabilities = {})
    {
        m_server = std::make_unique<FakeNotificationServer>(m_daemon->address(), capabilities);
    }
    /// Shows hello() as `key` and waits until it is there.
    void show(const QString &key);

    std::unique_ptr<PrivateBus> m_daemon;
    std::unique_ptr<FakeNotificationServer> m_server;
    std::unique_ptr<SessionBus> m_bus;
    std::unique_ptr<DesktopNotifier> m_notifier;
};

void TestDesktopNotifier::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_daemon = std::make_unique<PrivateBus>();
    m_bus = std::make_unique<SessionBus>();
    m_notifier = std::make_unique<DesktopNotifier>(*m_bus);
    QSignalSpy opened(m_bus.get(), &SessionBus::opened);
    m_bus->open(m_daemon->address());
    QVERIFY(opened.wait());
}

void TestDesktopNotifier::cleanup()
{
    m_notifier.reset();
    m_bus.reset();
    m_server.reset();
    m_daemon.reset();
}

void TestDesktopNotifier::show(const QString &key)
{
    const auto before = m_server->notified.size();
    m_notifier->show(key, hello());
    QTRY_COMPARE(m_server->notified.size(), before + 1);
    // The answers come in order.
    QDBusPendingCallWatcher asked(m_bus->connection().asyncCall(QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("GetCapabilities"))));
    QSignalSpy answered(&asked, &QDBusPendingCallWatcher::finished);
    QVERIFY(answered.wait());
}

void TestDesktopNotifier::showsAndEscapes_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("body");
    QTest::newRow("plain") << QStringList() << hello().body;
    QTest::newRow("with markup") << QStringList({QStringLiteral("body"), QStringLiteral("body-markup")})
                                 << QStringLiteral("a &lt;b&gt;&amp;amp;&lt;/b&gt;");
}

void TestDesktopNotifier::showsAndEscapes()
{
    QFETCH(const QStringList, capabilities);
    QFETCH(const QString, body);
    startServer(capabilities);
    Notification notification = hello();
    notification.urgency = Notification::Urgency::Urgent;
    m_notifier->show(QStringLiteral("dev"), notification);
    QTRY_COMPARE(m_server->notified.size(), 1);
    const Notified shown = m_server->notified.constFirst();
    QCOMPARE(shown.summary, hello().summary);
    QCOMPARE(shown.body, body);
    QCOMPARE(shown.replaces, 0U);
    QCOMPARE(shown.actions.value(0), QStringLiteral("default"));
    QCOMPARE(shown.hints.value(QStringLiteral("urgency")), QVariant::fromValue(uchar(2)));
    QCOMPARE(shown.hints.value(QStringLiteral("desktop-entry")).toString(), QStringLiteral("greenroom"));
}

void TestDesktopNotifier::replacesWhatIsThere()
{
    startServer();
    show(QStringLiteral("dev"));
    show(QStringLiteral("prod"));
    show(QStringLiteral("dev"));
    QCOMPARE(m_server->notified.at(1).replaces, 0U);
    QCOMPARE(m_server->notified.at(2).replaces, 1U);
}

void TestDesktopNotifier::sendsOnlyTheLastWhileOneIsUnderWay()
{
    startServer();
    show(QStringLiteral("dev"));
    for (int time = 0; time < 100; ++time)
        m_notifier->show(QStringLiteral("dev"), {QString::number(time), {}});
    QTRY_COMPARE(m_server->notified.constLast().summary, QStringLiteral("99"));
    QCOMPARE(m_server->notified.size(), 3);
}

void TestDesktopNotifier::withdraws()
{
    startServer();
    show(QStringLiteral("dev"));
    m_notifier->withdraw(QStringLiteral("dev"));
    QTRY_COMPARE(m_server->closed, QList<uint>({1}));
    show(QStringLiteral("dev"));
    QCOMPARE(m_server->notified.constLast().replaces, 0U);
}

void TestDesktopNotifier::withdrawsWhatIsUnderWay()
{
    startServer();
    show(QStringLiteral("dev"));
    m_notifier->show(QStringLiteral("prod"), hello());
    m_notifier->withdraw(QStringLiteral("prod"));
    QTRY_COMPARE(m_server->closed, QList<uint>({2}));
}

void TestDesktopNotifier::leadsBackOnAClick()
{
    startServer();
    QSignalSpy activated(m_notifier.get(), &Notifier::activated);
    show(QStringLiteral("dev"));
    Q_EMIT m_server->ActionInvoked(7, QStringLiteral("default"));
    Q_EMIT m_server->ActionInvoked(1, QStringLiteral("another"));
    Q_EMIT m_server->ActionInvoked(1, QStringLiteral("default"));
    QVERIFY(activated.wait());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.constFirst().constFirst().toString(), QStringLiteral("dev"));
}

void TestDesktopNotifier::believesNobodyButTheServer()
{
    startServer();
    show(QStringLiteral("dev"));
    QSignalSpy activated(m_notifier.get(), &Notifier::activated);
    QDBusConnection other = QDBusConnection::connectToBus(m_daemon->address(), QStringLiteral("other"));
    QDBusMessage click = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/Notifications"),
                                                    QStringLiteral("org.freedesktop.Notifications"),
                                                    QStringLiteral("ActionInvoked"));
    click << 1U << QStringLiteral("default");
    QVERIFY(other.send(click));
    // The bus keeps the order of what it is given.
    const QDBusMessage barrier =
        QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/"),
                                       QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetId"));
    QCOMPARE(other.call(barrier).type(), QDBusMessage::ReplyMessage);
    Q_EMIT m_server->ActionInvoked(1, QStringLiteral("default"));
    QVERIFY(activated.wait());
    QCOMPARE(activated.size(), 1);
    QDBusConnection::disconnectFromBus(QStringLiteral("other"));
}

void TestDesktopNotifier::showsAnewWhatTheUserClosed()
{
    startServer();
    show(QStringLiteral("dev"));
    show(QStringLiteral("dev"));
    QCOMPARE(m_server->notified.constLast().replaces, 1U);
    Q_EMIT m_server->NotificationClosed(1, 2);
    // What the server said before this has arrived with it.
    show(QStringLiteral("prod"));
    show(QStringLiteral("dev"));
    QCOMPARE(m_server->notified.constLast().replaces, 0U);
}

void TestDesktopNotifier::waitsForTheBus()
{
    startServer();
    SessionBus late;
    DesktopNotifier notifier(late);
    notifier.show(QStringLiteral("dev"), hello());
    late.open(m_daemon->address());
    QTRY_COMPARE(m_server->notified.size(), 1);
}

void TestDesktopNotifier::withoutAServerNothingHappens()
{
    QSignalSpy activated(m_notifier.get(), &Notifier::activated);
    m_notifier->show(QStringLiteral("dev"), hello());
    m_notifier->withdraw(QStringLiteral("dev"));
    m_notifier->show(QStringLiteral("dev"), hello());
    QCoreApplication::processEvents();
    QVERIFY(activated.isEmpty());
}

void TestDesktopNotifier::aServerThatComesLaterIsFound()
{
    m_notifier->show(QStringLiteral("dev"), hello());
    startServer();
    QTRY_VERIFY([this] {
        m_notifier->show(QStringLiteral("dev"), hello());
        return !m_server->notified.isEmpty();
    }());
}

void TestDesktopNotifier::aServerThatGoesIsForgotten()
{
    startServer();
    show(QStringLiteral("dev"));
    m_server.reset();
    startServer({QStringLiteral("body-markup")});
    QTRY_VERIFY([this] {
        m_notifier->show(QStringLiteral("dev"), hello());
        return !m_server->notified.isEmpty();
    }());
    // The former server's number and its way with markup are of no use with this one.
    QCOMPARE(m_server->notified.constFirst().replaces, 0U);
    QVERIFY(m_server->notified.constFirst().body.contains(QStringLiteral("&lt;")));
}

void TestDesktopNotifier::oddAnswersAreNone_data()
{
    QTest::addColumn<Manner>("manner");
    QTest::newRow("silence") << Manner::Silent;
    QTest::newRow("a text for a number") << Manner::Wrong;
    QTest::newRow("an error") << Manner::Failing;
}

void TestDesktopNotifier::oddAnswersAreNone()
{
    QFETCH(const Manner, manner);
    startServer();
    show(QStringLiteral("dev"));
    m_server->manner = manner;
    m_notifier->show(QStringLiteral("dev"), hello());
    m_notifier->show(QStringLiteral("prod"), hello());
    QTRY_COMPARE(m_server->notified.size(), 3);
    // Others go on as before.
    m_server->manner = Manner::Proper;
    m_notifier->show(QStringLiteral("staging"), hello());
    QTRY_COMPARE(m_server->notified.size(), 4);
}

void TestDesktopNotifier::withoutABusNothingHappens()
{
    SessionBus none;
    DesktopNotifier notifier(none);
    none.open(QStringLiteral("unix:path=/nowhere/at/all"));
    notifier.show(QStringLiteral("dev"), hello());
    notifier.withdraw(QStringLiteral("dev"));
    QCoreApplication::processEvents();
    QVERIFY(!none.isOpen());
}

void TestDesktopNotifier::survivesTheEndOfTheBus()
{
    startServer();
    show(QStringLiteral("dev"));
    m_daemon->end();
    QTRY_VERIFY(!m_bus->isOpen());
    m_notifier->show(QStringLiteral("dev"), hello());
    m_notifier->withdraw(QStringLiteral("dev"));
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(TestDesktopNotifier)
#include "tst_desktopnotifier.moc"
