// SPDX-License-Identifier: MIT
#include "session/AutoDisconnect.h"

#include "support/FakeClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

class TestAutoDisconnect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void isOffAndAtSixtySecondsAtFirst();
    void expiresOnceAtTheLimit();
    void countsOnlyInASession();
    void turningItOnInASessionStartsTheCountdown();
    void turningItOnAgainDoesNotRestartIt();
    void turningItOffEndsTheCountdown();
    void editingTheLimitRestartsTheCountdown();
    void keepsTheLimitWithinBounds_data();
    void keepsTheLimitWithinBounds();
    void roundsWhatRemainsUp();
    void startsAnewWithTheNextSession();
    void tellsOfChanges();
    void countsTheMachinesSleep();
    void goesOnInASessionThatIsRestored();
};

void TestAutoDisconnect::isOffAndAtSixtySecondsAtFirst()
{
    Test::FakeClock clock;
    AutoDisconnect timer(clock);
    QVERIFY(!timer.isEnabled());
    QCOMPARE(timer.limit(), 60s);
    timer.sessionStarted();
    QVERIFY(!timer.remaining());
    QCOMPARE(clock.pendingAlarms(), 0U);
}

void TestAutoDisconnect::expiresOnceAtTheLimit()
{
    Test::FakeClock clock;
    AutoDisconnect timer(clock);
    const QSignalSpy expired(&timer, &AutoDisconnect::expired);
    timer.setEnabled(true);
    timer.sessionStarted();
    clock.advance(59'999ms);
    QCOMPARE(expired.count(), 0);
    clock.advance(1ms);
    QCOMPARE(expired.count(), 1);
    QVERIFY(!timer.remaining());
    clock.advance(1h);
    QCOMPARE(expired.count(), 1);
}

void TestAutoDisconnect::countsOnlyInASession()
{
    Test::FakeClock clock;
    AutoDisconnect timer(clock);
    const QSignalSpy expired(&timer, &AutoDisconnect::expired);
    timer.setEnabled(true);
    timer.setLimit(5s);
    clock.advance(1h);
    timer.sessionStarted();
    timer.sessionEnded();
    QVERIFY(!timer.remaining());
    clock.advance(1h);
    QCOMPARE(expired.count(), 0);
}

void TestAutoDisconnect::turningItOnInASessionStartsTheCountdown()
{
    Test::FakeClock clock;
    AutoDisconnect timer(clock);
    timer.sessionStarted();
    clock.advance(100s);
    timer.setEnabled(true);
    QCOMPARE(timer.remaining().value(), 60s);
}

void TestAutoDisconnect::turningItOnAgainDoesNotRestartIt()
{
    Test::FakeClock clock;
    AutoDisconnect timer(clock);
    timer.setEnabled(true);
    timer.sessionStarted();
    clock.advance(10s);
    timer.setEnabled(true);
    QCOMPARE(timer.remaining().value(), 50s);
}

void TestAutoDisconnect::turningItOffEndsTheCountdown()
{
    Test::FakeClock clock;
    AutoDisconnect timer(clock);
    const QSignalSpy expired(&timer, &AutoDisconnect::expired);
    timer.setEnabled(true);
    timer.sessionStarted();
    timer.setEnabled(false);
    QVERIFY(!timer.remaining());
    clock.advance(1h);
    QCOMPARE(expired.count(), 0);
}

void TestAutoDisconnect::editingTheLimitRestartsTheCountdown()
{
    Test::FakeClock clock;
    AutoDisconnect timer(clock);
    const QSignalSpy expired(&timer, &AutoDisconnect::expired);
    timer.setEnabled(true);
    timer.sessionStarted();
    clock.advance(50s);
    timer.setLimit(20s);
    QCOMPARE(timer.remaining().value(), 20s);
    clock.advance(19s);
    QCOMPARE(expired.count(), 0);
    clock.advance(1s);
    QCOMPARE(expired.count(), 1);
}

void TestAutoDisconnect::keepsTheLimitWithinBounds_data()
{
    QTest::addColumn<qint64>("wanted");
    QTest::addColumn<qint64>("kept");

    QTest::newRow("zero becomes one") << qint64(0) << qint64(1);
    QTest::newRow("a negative number becomes one") << qint64(-5) << qint64(1);
    QTest::newRow("one stays") << qint64(1) << qint64(1);
    QTest::newRow("a day stays") << qint64(86400) << qint64(86400);
    QTest::newRow("more than a day becomes a day") << qint64(86401) << qint64(86400);
}

void TestAutoDisconnect::keepsTheLimitWithinBounds()
{
    QFETCH(qint64, wanted);
    QFETCH(qint64, kept);
    Test::FakeClock clock;
    AutoDisconnect timer(clock);
    timer.setLimit(std::chrono::seconds(wanted));
    QCOMPARE(timer.limit(), std::chrono::seconds(kept));
}

void TestAutoDisconnect::roundsWhatRemainsUp()
{
    Test::FakeClock clock;
    AutoDisconnect timer(clock);
    timer.setEnabled(true);
    timer.sessionStarted();
    clock.advance(1ms);
    QCOMPARE(timer.remaining().value(), 60s);
    clock.advance(999ms);
    QCOMPARE(timer.remaining().value(), 59s);
    clock.advance(58'999ms);
    QCOMPARE(timer.remaining().value(), 1s);
}

void TestAutoDisconnect::startsAnewWithTheNextSession()
{
    Test::FakeClock clock;
    AutoDisconnect timer(clock);
    const QSignalSpy expired(&timer, &AutoDisconnect::expired);
    timer.setEnabled(true);
    timer.sessionStarted();
    clock.advance(60s);
    timer.sessionEnded();
    timer.sessionStarted();
    QCOMPARE(timer.remaining().value(), 60s);
    clock.advance(60s);
    QCOMPARE(expired.count(), 2);
}

void TestAutoDisconnect::tellsOfChanges()
{
    Test::FakeClock clock;
    AutoDisconnect timer(clock);
    const QSignalSpy changes(&timer, &AutoDisconnect::changed);
    timer.setEnabled(true);
    QCOMPARE(changes.count(), 1);
    timer.setEnabled(true);
    QCOMPARE(changes.count(), 1);
    timer.setLimit(5s);
    QCOMPARE(changes.count(), 2);
    timer.sessionStarted();
    QCOMPARE(changes.count(), 3);
    clock.advance(5s);
    QCOMPARE(changes.count(), 4);
}

void TestAutoDisconnect::countsTheMachinesSleep()
{
    Test::FakeClock clock;
    AutoDisconnect timer(clock);
    const QSignalSpy expired(&timer, &AutoDisconnect::expired);
    timer.setEnabled(true);
    timer.sessionStarted();
    clock.sleep(40s);
    QCOMPARE(timer.remaining().value(), 20s);
    clock.sleep(1h);
    QCOMPARE(expired.count(), 1);
    clock.advance(1h);
    QCOMPARE(expired.count(), 1);
}

void TestAutoDisconnect::goesOnInASessionThatIsRestored()
{
    Test::FakeClock clock;
    AutoDisconnect timer(clock);
    timer.setEnabled(true);
    timer.sessionStarted();
    clock.advance(50s);
    timer.sessionStarted();
    QCOMPARE(timer.remaining().value(), 10s);
}

QTEST_GUILESS_MAIN(TestAutoDisconnect)
#include "tst_autodisconnect.moc"
