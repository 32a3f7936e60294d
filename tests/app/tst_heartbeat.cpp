// SPDX-License-Identifier: MIT
#include "session/Heartbeat.h"

#include "support/FakeClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

class TestHeartbeat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void beatsEveryThirtySecondsExactly();
    void isSilentBeforeStartAndAfterStop();
    void startingAgainStartsTheIntervalAnew();
    void aWallClockThatJumpsChangesNothing();
    void measuresTheRoundTrip();
    void ignoresPongsThatItDidNotAskFor();
    void aNewStartForgetsTheRoundTrip();
    void mayBeStoppedByItsOwnBeat();
    void saysTheMessageAsItIsChosen_data();
    void saysTheMessageAsItIsChosen();
    void knowsItsOwnWords();
};

void TestHeartbeat::beatsEveryThirtySecondsExactly()
{
    Test::FakeClock clock;
    Heartbeat heartbeat(clock);
    const QSignalSpy beats(&heartbeat, &Heartbeat::beat);
    heartbeat.start();
    clock.advance(29'999ms);
    QCOMPARE(beats.count(), 0);
    clock.advance(1ms);
    QCOMPARE(beats.count(), 1);
    clock.advance(29'999ms);
    QCOMPARE(beats.count(), 1);
    clock.advance(1ms);
    QCOMPARE(beats.count(), 2);
    QVERIFY(beats.at(0) != beats.at(1));
    clock.advance(1h);
    QCOMPARE(beats.count(), 122);
}

void TestHeartbeat::isSilentBeforeStartAndAfterStop()
{
    Test::FakeClock clock;
    Heartbeat heartbeat(clock);
    const QSignalSpy beats(&heartbeat, &Heartbeat::beat);
    clock.advance(1h);
    heartbeat.start();
    heartbeat.stop();
    clock.advance(1h);
    QCOMPARE(beats.count(), 0);
    QCOMPARE(clock.pendingAlarms(), 0U);
}

void TestHeartbeat::startingAgainStartsTheIntervalAnew()
{
    Test::FakeClock clock;
    Heartbeat heartbeat(clock);
    const QSignalSpy beats(&heartbeat, &Heartbeat::beat);
    heartbeat.start();
    clock.advance(20s);
    heartbeat.start();
    clock.advance(29s);
    QCOMPARE(beats.count(), 0);
    clock.advance(1s);
    QCOMPARE(beats.count(), 1);
}

void TestHeartbeat::aWallClockThatJumpsChangesNothing()
{
    Test::FakeClock clock;
    Heartbeat heartbeat(clock);
    const QSignalSpy beats(&heartbeat, &Heartbeat::beat);
    heartbeat.start();
    clock.setWallTime(clock.wallTime() + 48h);
    clock.advance(29s);
    QCOMPARE(beats.count(), 0);
    clock.setWallTime(clock.wallTime() - 96h);
    clock.advance(1s);
    QCOMPARE(beats.count(), 1);
}

void TestHeartbeat::measuresTheRoundTrip()
{
    Test::FakeClock clock;
    Heartbeat heartbeat(clock);
    const QSignalSpy beats(&heartbeat, &Heartbeat::beat);
    const QSignalSpy changes(&heartbeat, &Heartbeat::roundTripChanged);
    heartbeat.start();
    clock.advance(30s);
    QVERIFY(!heartbeat.roundTrip());
    clock.advance(42ms);
    heartbeat.takePong(beats.at(0).at(0).toByteArray());
    QCOMPARE(heartbeat.roundTrip().value(), 42ms);
    QCOMPARE(changes.count(), 1);
}

void TestHeartbeat::ignoresPongsThatItDidNotAskFor()
{
    Test::FakeClock clock;
    Heartbeat heartbeat(clock);
    const QSignalSpy beats(&heartbeat, &Heartbeat::beat);
    heartbeat.takePong({});
    heartbeat.start();
    heartbeat.takePong({});
    clock.advance(60s);
    heartbeat.takePong("stranger");
    // The first ping was given up when the second left.
    heartbeat.takePong(beats.at(0).at(0).toByteArray());
    QVERIFY(!heartbeat.roundTrip());
    const QByteArray second = beats.at(1).at(0).toByteArray();
    clock.advance(5ms);
    heartbeat.takePong(second);
    clock.advance(5ms);
    heartbeat.takePong(second);
    QCOMPARE(heartbeat.roundTrip().value(), 5ms);
}

void TestHeartbeat::aNewStartForgetsTheRoundTrip()
{
    Test::FakeClock clock;
    Heartbeat heartbeat(clock);
    const QSignalSpy beats(&heartbeat, &Heartbeat::beat);
    heartbeat.start();
    clock.advance(30s);
    heartbeat.takePong(beats.at(0).at(0).toByteArray());
    QVERIFY(heartbeat.roundTrip());
    const QSignalSpy changes(&heartbeat, &Heartbeat::roundTripChanged);
    heartbeat.start();
    QVERIFY(!heartbeat.roundTrip());
    QCOMPARE(changes.count(), 1);
}

void TestHeartbeat::mayBeStoppedByItsOwnBeat()
{
    Test::FakeClock clock;
    Heartbeat heartbeat(clock);
    const QSignalSpy beats(&heartbeat, &Heartbeat::beat);
    connect(&heartbeat, &Heartbeat::beat, &heartbeat, &Heartbeat::stop);
    heartbeat.start();
    clock.advance(1h);
    QCOMPARE(beats.count(), 1);
}

void TestHeartbeat::saysTheMessageAsItIsChosen_data()
{
    QTest::addColumn<bool>("sends");
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("messages");
    QTest::newRow("every thirty seconds") << true << 30 << 120;
    QTest::newRow("every five minutes") << true << 300 << 12;
    QTest::newRow("often") << true << 5 << 720;
    QTest::newRow("not at all") << false << 30 << 0;
}

void TestHeartbeat::saysTheMessageAsItIsChosen()
{
    QFETCH(bool, sends);
    QFETCH(int, interval);
    QFETCH(int, messages);
    Test::FakeClock clock;
    Heartbeat heartbeat(clock);
    const QSignalSpy beats(&heartbeat, &Heartbeat::beat);
    const QSignalSpy due(&heartbeat, &Heartbeat::messageDue);
    heartbeat.setChoice(
        {sends, std::chrono::seconds(interval), QStringLiteral("alive"), QStringLiteral("still here")});
    heartbeat.start();
    clock.advance(1h);
    QCOMPARE(due.count(), messages);
    QVERIFY(messages == 0
            || due.at(0) == QVariantList({QStringLiteral("alive"), QStringLiteral("still here")}));
    // Pings are what finds a dead peer: they come in any case.
    QCOMPARE(beats.count(), 120);
    heartbeat.stop();
    QCOMPARE(clock.pendingAlarms(), 0U);
}

void TestHeartbeat::knowsItsOwnWords()
{
    Test::FakeClock clock;
    Heartbeat heartbeat(clock);
    QVERIFY(heartbeat.says(QStringLiteral("ping")));
    const QSignalSpy changes(&heartbeat, &Heartbeat::choiceChanged);
    HeartbeatChoice choice;
    choice.text = QStringLiteral("alive");
    heartbeat.setChoice(choice);
    QCOMPARE(changes.count(), 1);
    QVERIFY(heartbeat.says(QStringLiteral("alive")));
    QVERIFY(!heartbeat.says(QStringLiteral("ping")));
    choice.sendsMessage = false;
    heartbeat.setChoice(choice);
    QVERIFY(!heartbeat.says(QStringLiteral("alive")));
}

QTEST_GUILESS_MAIN(TestHeartbeat)
#include "tst_heartbeat.moc"
