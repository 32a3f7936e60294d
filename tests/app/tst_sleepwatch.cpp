// SPDX-License-Identifier: MIT
#include "session/SleepWatch.h"

#include "support/FakeClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

struct Bench
{
    Test::FakeClock clock;
    SleepWatch watch{clock};
    QSignalSpy resumes{&watch, &SleepWatch::resumed};

    std::chrono::milliseconds slept(int resume) const
    {
        return resumes.at(resume).at(0).value<std::chrono::milliseconds>();
    }
};

} // namespace

class TestSleepWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void timeThatPassesIsNoSleep();
    void aLongSleepIsNoticedAtOnce();
    void aShortSleepIsNoticedSoon();
    void aNodIsNoSleep();
    void everySleepIsToldOnce();
    void aWallClockThatIsSetForwardLooksLikeASleep();
    void aWallClockThatIsSetBackIsNoSleep();
    void isSilentWhenStopped();
};

void TestSleepWatch::timeThatPassesIsNoSleep()
{
    Bench bench;
    bench.watch.start();
    bench.clock.advance(24h);
    QCOMPARE(bench.resumes.count(), 0);
}

void TestSleepWatch::aLongSleepIsNoticedAtOnce()
{
    Bench bench;
    bench.watch.start();
    bench.clock.advance(3s);
    bench.clock.sleep(8h);
    QCOMPARE(bench.resumes.count(), 1);
    QCOMPARE(bench.slept(0), std::chrono::milliseconds(8h));
}

void TestSleepWatch::aShortSleepIsNoticedSoon()
{
    Bench bench;
    bench.watch.start();
    bench.clock.advance(1s);
    bench.clock.sleep(6s);
    QCOMPARE(bench.resumes.count(), 0);
    bench.clock.advance(3s);
    QCOMPARE(bench.resumes.count(), 1);
}

void TestSleepWatch::aNodIsNoSleep()
{
    Bench bench;
    bench.watch.start();
    bench.clock.sleep(5s);
    bench.clock.advance(1min);
    QCOMPARE(bench.resumes.count(), 0);
}

void TestSleepWatch::everySleepIsToldOnce()
{
    Bench bench;
    bench.watch.start();
    for (int night = 0; night < 3; ++night) {
        bench.clock.sleep(8h);
        bench.clock.advance(16h);
    }
    QCOMPARE(bench.resumes.count(), 3);
}

void TestSleepWatch::aWallClockThatIsSetForwardLooksLikeASleep()
{
    Bench bench;
    bench.watch.start();
    bench.clock.setWallTime(bench.clock.wallTime() + 1h);
    bench.clock.advance(10s);
    QCOMPARE(bench.resumes.count(), 1);
    QCOMPARE(bench.slept(0), std::chrono::milliseconds(1h));
}

void TestSleepWatch::aWallClockThatIsSetBackIsNoSleep()
{
    Bench bench;
    bench.watch.start();
    bench.clock.setWallTime(bench.clock.wallTime() - 1h);
    bench.clock.advance(1min);
    QCOMPARE(bench.resumes.count(), 0);
    bench.clock.sleep(1min);
    QCOMPARE(bench.resumes.count(), 1);
}

void TestSleepWatch::isSilentWhenStopped()
{
    Bench bench;
    bench.clock.sleep(8h);
    bench.watch.start();
    QCOMPARE(bench.resumes.count(), 0);
    bench.watch.stop();
    bench.clock.sleep(8h);
    QCOMPARE(bench.resumes.count(), 0);
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

QTEST_GUILESS_MAIN(TestSleepWatch)
#include "tst_sleepwatch.moc"
