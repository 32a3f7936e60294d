// SPDX-License-Identifier: MIT
#include "common/ScaledClock.h"
#include "support/FakeClock.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

class TestScaledClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steadyTimePassesFaster();
    void datesStayTrue();
    void alarmsRingSooner();
    void alarmsAreNeverEarly();
    void sleepCountsManyTimes();
    void timeCanPassMoreSlowly();
};

void TestScaledClock::steadyTimePassesFaster()
{
    Test::FakeClock clock;
    const ScaledClock scaled(clock, 60);
    const auto start = scaled.steadyTime();
    clock.advance(10s);
    QVERIFY(scaled.steadyTime() - start == 10min);
}

void TestScaledClock::sleepCountsManyTimes()
{
    Test::FakeClock clock;
    ScaledClock scaled(clock, 60);
    const auto start = scaled.bootTime();
    int rung = 0;
    const auto alarm = scaled.ringAfterBootTime(10min, [&rung] { ++rung; });
    clock.sleep(10s);
    QVERIFY(scaled.bootTime() - start == 10min);
    QCOMPARE(rung, 1);
}

void TestScaledClock::datesStayTrue()
{
    Test::FakeClock clock;
    const ScaledClock scaled(clock, 60);
    clock.advance(10s);
    QVERIFY(scaled.wallTime() == clock.wallTime());
}

void TestScaledClock::alarmsRingSooner()
{
    Test::FakeClock clock;
    ScaledClock scaled(clock, 60);
    int rung = 0;
    const auto alarm = scaled.ringAfter(10min, [&rung] { ++rung; });
    clock.advance(9'999ms);
    QCOMPARE(rung, 0);
    clock.advance(1ms);
    QCOMPARE(rung, 1);
}

void TestScaledClock::alarmsAreNeverEarly()
{
    Test::FakeClock clock;
    ScaledClock scaled(clock, 7);
    const auto start = scaled.steadyTime();
    std::chrono::milliseconds rungAt{0};
    const auto alarm = scaled.ringAfter(1s, [&] { rungAt = scaled.steadyTime() - start; });
    clock.advance(1s);
    QVERIFY(rungAt >= 1s);
    QVERIFY(rungAt < 1s + 7ms);
}

void TestScaledClock::timeCanPassMoreSlowly()
{
    Test::FakeClock clock;
    ScaledClock scaled(clock, 0.5);
    int rung = 0;
    const auto alarm = scaled.ringAfter(1s, [&rung] { ++rung; });
    clock.advance(1'999ms);
    QCOMPARE(rung, 0);
    clock.advance(1ms);
    QCOMPARE(rung, 1);
}

QTEST_APPLESS_MAIN(TestScaledClock)
#include "tst_scaledclock.moc"
