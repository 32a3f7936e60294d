// SPDX-License-Identifier: MIT
#include "gateway/Throttle.h"
#include "support/FakeClock.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

/// How many are admitted one right after another.
int admittedAtOnce(Throttle &throttle)
{
    constexpr int enough = 100'000;
    int admitted = 0;
    while (admitted < enough && throttle.admit())
        ++admitted;
    return admitted;
}

} // namespace

class TestThrottle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBurstIsAdmittedAtOnce();
    void theRateRefills();
    void itNeverHoldsMoreThanABurst();
    void aSlowRateWaits();
    void withoutARateAllAreAdmitted();
};

void TestThrottle::aBurstIsAdmittedAtOnce()
{
    Test::FakeClock clock;
    Throttle throttle(10'000, 5'000, clock);
    QCOMPARE(admittedAtOnce(throttle), 5'000);
    QVERIFY(!throttle.admit());
}

void TestThrottle::theRateRefills()
{
    Test::FakeClock clock;
    Throttle throttle(500, 500, clock);
    admittedAtOnce(throttle);
    clock.advance(100ms);
    QCOMPARE(admittedAtOnce(throttle), 50);
    clock.advance(1s);
    QCOMPARE(admittedAtOnce(throttle), 500);
}

void TestThrottle::itNeverHoldsMoreThanABurst()
{
    Test::FakeClock clock;
    Throttle throttle(500, 20, clock);
    clock.advance(1h);
    QCOMPARE(admittedAtOnce(throttle), 20);
}

void TestThrottle::aSlowRateWaits()
{
    Test::FakeClock clock;
    Throttle throttle(0.5, 1, clock);
    QVERIFY(throttle.admit());
    for (int second = 0; second < 3; ++second) {
        QVERIFY(!throttle.admit());
        clock.advance(500ms);
    }
    QVERIFY(!throttle.admit());
    clock.advance(500ms);
    QVERIFY(throttle.admit());
}

void TestThrottle::withoutARateAllAreAdmitted()
{
    const Test::FakeClock clock;
    Throttle throttle({}, 1, clock);
    QCOMPARE(admittedAtOnce(throttle), 100'000);
}

QTEST_APPLESS_MAIN(TestThrottle)
#include "tst_throttle.moc"
