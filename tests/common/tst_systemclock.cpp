// SPDX-License-Identifier: MIT
#include "common/SystemClock.h"
#include "support/FakeClock.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTest>
#include <QThread>
#include <functional>

using namespace Greenroom;
using namespace std::chrono_literals;

class TestSystemClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheTime();
    void ringsOnceAndNotEarly();
    void ringsInALaterTurnWithoutDelay();
    void isSilentOnceTheAlarmIsGone();
    void mayDropTheAlarmWhileItRings();
    void mayRingAgainFromTheRing();
    void ringsInTheThreadThatAsked();
    void ringsByTheBootClockOnceAndNotEarly();
    void bootAlarmsMayBeDroppedAtAnyTime();
    void fakeClockRingsInOrderAtItsTime();
    void fakeClockSleeps();
    void fakeClockForgetsDroppedAlarms();
};

void TestSystemClock::tellsTheTime()
{
    const SystemClock clock;
    const auto difference = clock.wallTime().time_since_epoch().count() - QDateTime::currentMSecsSinceEpoch();
    QVERIFY(qAbs(difference) < 2000);
    const auto before = clock.steadyTime();
    QVERIFY(clock.steadyTime() >= before);
}

void TestSystemClock::ringsOnceAndNotEarly()
{
    SystemClock clock;
    int rings = 0;
    QElapsedTimer elapsed;
    elapsed.start();
    const auto alarm = clock.ringAfter(40ms, [&rings] { ++rings; });
    QCOMPARE(rings, 0);
    QTRY_COMPARE(rings, 1);
    QVERIFY(elapsed.elapsed() >= 40);
}

void TestSystemClock::ringsInALaterTurnWithoutDelay()
{
    SystemClock clock;
    int rings = 0;
    const auto now = clock.ringAfter(0ms, [&rings] { ++rings; });
    const auto past = clock.ringAfter(-5ms, [&rings] { ++rings; });
    QCOMPARE(rings, 0);
    QTRY_COMPARE(rings, 2);
}

void TestSystemClock::isSilentOnceTheAlarmIsGone()
{
    SystemClock clock;
    bool hasRung = false;
    bool isOver = false;
    auto alarm = clock.ringAfter(1ms, [&hasRung] { hasRung = true; });
    alarm.reset();
    const auto end = clock.ringAfter(20ms, [&isOver] { isOver = true; });
    QTRY_VERIFY(isOver);
    QVERIFY(!hasRung);
}

void TestSystemClock::mayDropTheAlarmWhileItRings()
{
    SystemClock clock;
    std::unique_ptr<Alarm> alarm;
    bool hasRung = false;
    alarm = clock.ringAfter(0ms, [&alarm, &hasRung] {
        alarm.reset();
        hasRung = true;
    });
    QTRY_VERIFY(hasRung);
}

void TestSystemClock::mayRingAgainFromTheRing()
{
    SystemClock clock;
    std::unique_ptr<Alarm> alarm;
    int rings = 0;
    const std::function<void()> ring = [&] {
        if (++rings < 3)
            alarm = clock.ringAfter(1ms, ring);
    };
    alarm = clock.ringAfter(1ms, ring);
    QTRY_COMPARE(rings, 3);
}

void TestSystemClock::ringsInTheThreadThatAsked()
{
    SystemClock clock;
    QThread *rangIn = nullptr;
    std::unique_ptr<Alarm> alarm;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        QEventLoop loop;
        alarm = clock.ringAfter(1ms, [&] {
            rangIn = QThread::currentThread();
            loop.quit();
        });
        loop.exec();
        alarm.reset();
    }));
    thread->start();
    QVERIFY(thread->wait(5000));
    QCOMPARE(rangIn, thread.get());
}

void TestSystemClock::ringsByTheBootClockOnceAndNotEarly()
{
    SystemClock clock;
    int rings = 0;
    const auto start = clock.bootTime();
    std::chrono::milliseconds rungAt{0};
    const auto alarm = clock.ringAfterBootTime(40ms, [&] {
        ++rings;
        rungAt = clock.bootTime();
    });
    const auto overdue = clock.ringAfterBootTime(-5ms, [&rings] { ++rings; });
    QCOMPARE(rings, 0);
    QTRY_COMPARE(rings, 2);
    QVERIFY(rungAt - start >= 40ms);
}

void TestSystemClock::bootAlarmsMayBeDroppedAtAnyTime()
{
    SystemClock clock;
    bool hasRung = false;
    std::unique_ptr<Alarm> dropped = clock.ringAfterBootTime(1ms, [&hasRung] { hasRung = true; });
    dropped.reset();
    int rings = 0;
    std::unique_ptr<Alarm> alarm;
    const std::function<void()> ring = [&] {
        alarm.reset();
        if (++rings < 3)
            alarm = clock.ringAfterBootTime(5ms, ring);
    };
    alarm = clock.ringAfterBootTime(0ms, ring);
    QTRY_COMPARE(rings, 3);
    QVERIFY(!hasRung);
}

void TestSystemClock::fakeClockSleeps()
{
    Test::FakeClock clock;
    QStringList rung;
    const auto steady = clock.ringAfter(1min, [&rung] { rung.append(QStringLiteral("steady")); });
    const auto boot = clock.ringAfterBootTime(2min, [&rung] { rung.append(QStringLiteral("boot")); });
    const auto before = clock.wallTime();
    const auto awake = clock.steadyTime();
    clock.sleep(1h);
    QCOMPARE(rung, QStringList{QStringLiteral("boot")});
    QCOMPARE(clock.wallTime() - before, std::chrono::milliseconds(1h));
    QVERIFY(clock.steadyTime() == awake);
    clock.advance(1min);
    QCOMPARE(rung.size(), 2);
}

void TestSystemClock::fakeClockRingsInOrderAtItsTime()
{
    Test::FakeClock clock;
    const WallTime start = clock.wallTime();
    QList<qint64> rangAt;
    const auto note = [&] { rangAt.append((clock.wallTime() - start).count()); };
    const auto second = clock.ringAfter(20ms, note);
    const auto first = clock.ringAfter(10ms, note);
    const auto late = clock.ringAfter(31ms, note);
    clock.advance(30ms);
    QCOMPARE(rangAt, (QList<qint64>{10, 20}));
    QCOMPARE(clock.pendingAlarms(), std::size_t(1));
    QVERIFY(clock.wallTime() - start == 30ms);
}

void TestSystemClock::fakeClockForgetsDroppedAlarms()
{
    Test::FakeClock clock;
    auto alarm = clock.ringAfter(10ms, [] { QFAIL("rang"); });
    alarm.reset();
    QCOMPARE(clock.pendingAlarms(), std::size_t(0));
    clock.advance(20ms);
}

QTEST_GUILESS_MAIN(TestSystemClock)
#include "tst_systemclock.moc"
