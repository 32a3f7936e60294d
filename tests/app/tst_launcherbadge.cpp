// SPDX-License-Identifier: MIT
#include "support/PrivateBus.h"
#include "tell/LauncherBadge.h"
#include "tell/SessionBus.h"

using namespace Greenroom;
using namespace Greenroom::Test;

/// Takes down what is said to task bars.
class BadgeWatcher : public QObject
{
    Q_OBJECT

public:
    QString application;
    QVariantMap values;

public Q_SLOTS:
    void update(const QString &name, const QVariantMap &properties)
    {
        application = name;
        values = properties;
    }
};

/// The number on the task bar, on a bus of one's own.
class TestLauncherBadge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheNumberOnTheTaskBar();
    void withoutABusNothingHappens();
};

void TestLauncherBadge::showsTheNumberOnTheTaskBar()
{
    const PrivateBus daemon;
    SessionBus bus;
    bus.open(daemon.address());
    QDBusConnection bar = QDBusConnection::connectToBus(daemon.address(), QStringLiteral("bar"));
    BadgeWatcher watcher;
    // The formatter would put blanks into the signatures, which must have none.
    // clang-format off
    QVERIFY(bar.connect({}, {}, QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"),
                        &watcher, SLOT(update(QString,QVariantMap))));
    // clang-format on
    LauncherBadge badge(bus);
    QTRY_VERIFY([&] {
        badge.show(4, false);
        badge.show(3, true);
        return watcher.values.value(QStringLiteral("urgent")).toBool();
    }());
    QCOMPARE(watcher.application, QStringLiteral("application://greenroom.desktop"));
    QCOMPARE(watcher.values.value(QStringLiteral("count")).toLongLong(), 3);
    QVERIFY(watcher.values.value(QStringLiteral("count-visible")).toBool());
    badge.show(0, false);
    QTRY_VERIFY(!watcher.values.value(QStringLiteral("count-visible")).toBool());
    QDBusConnection::disconnectFromBus(QStringLiteral("bar"));
}

void TestLauncherBadge::withoutABusNothingHappens()
{
    SessionBus none;
    LauncherBadge badge(none);
    badge.show(3, true);
    QVERIFY(!none.isOpen());
}

QTEST_GUILESS_MAIN(TestLauncherBadge)
#include "tst_launcherbadge.moc"
