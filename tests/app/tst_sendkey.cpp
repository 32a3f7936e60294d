// SPDX-License-Identifier: MIT
#include "compose/SendKey.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;
using Way = SendKey::Way;

class TestSendKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterSendsUnlessChosenOtherwise();
    void keepsTheChoice();
};

void TestSendKey::enterSendsUnlessChosenOtherwise()
{
    const QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("x.ini")), QSettings::IniFormat);
    QCOMPARE(SendKey(settings).way(), Way::EnterSends);
}

void TestSendKey::keepsTheChoice()
{
    const QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("x.ini")), QSettings::IniFormat);
    SendKey key(settings);
    const QSignalSpy changes(&key, &SendKey::changed);
    key.setWay(Way::EnterBreaks);
    key.setWay(Way::EnterBreaks);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(SendKey(settings).way(), Way::EnterBreaks);
}

QTEST_GUILESS_MAIN(TestSendKey)
#include "tst_sendkey.moc"
