// SPDX-License-Identifier: MIT
#include "ui/TrayIcon.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;

class TestTrayIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bearsAMarkWhileSomethingIsUnread();
    void leadsToTheWindows();

private:
    static QImage picture(const TrayIcon &tray) { return tray.icon().pixmap(64, 64).toImage(); }
};

void TestTrayIcon::bearsAMarkWhileSomethingIsUnread()
{
    TrayIcon tray;
    const QImage plain = picture(tray);
    QVERIFY(!plain.isNull());
    tray.setUnread(3);
    QVERIFY(picture(tray) != plain);
    QVERIFY2(tray.toolTip().contains(QStringLiteral("3")), qPrintable(tray.toolTip()));
    tray.setUnread(0);
    QCOMPARE(picture(tray), plain);
    QVERIFY(!tray.toolTip().contains(QStringLiteral("3")));
}

void TestTrayIcon::leadsToTheWindows()
{
    TrayIcon tray;
    const QSignalSpy windows(&tray, &TrayIcon::windowsRequested);
    const QSignalSpy another(&tray, &TrayIcon::newWindowRequested);
    tray.menu().findChild<QAction *>(QStringLiteral("trayShow"))->trigger();
    QCOMPARE(windows.count(), 1);
    tray.menu().findChild<QAction *>(QStringLiteral("trayNewWindow"))->trigger();
    QCOMPARE(another.count(), 1);
}

QTEST_MAIN(TestTrayIcon)
#include "tst_trayicon.moc"
