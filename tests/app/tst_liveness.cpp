// SPDX-License-Identifier: MIT
#include "session/Liveness.h"

#include "support/FakeClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

struct Bench
{
    Test::FakeClock clock;
    Liveness liveness{clock};
    QSignalSpy pings{&liveness, &Liveness::pingWanted};
    QSignalSpy deaths{&liveness, &Liveness::died};

    void answer(qsizetype ping) { liveness.takePong(pings.at(ping).at(0).toByteArray()); }
    void answerLast() { answer(pings.count() - 1); }
};

} // namespace

class TestLiveness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void asksNothingByItself();
    void aPingThatIsNotAnsweredIsADeath();
    void anAnswerIsALife();
    void aLaterAnswerCoversWhatWasAskedBefore();
    void anEarlierAnswerDoesNotCoverWhatWasAskedAfter();
    void asksAfterWhatIsSent();
    void aFloodIsAskedForOnceASecond();
    void findsADeathTenSecondsAfterASend();
    void doesNotWaitLongerThanItIsTold();
    void strangersAnswersCountForNothing();
    void isSilentAfterADeathOrAStop();
    void whoeverTalksHasTwiceTheTime();
    void whatWasSaidBeforeCountsFromThen();
    void noDeadlineIsOverBeforeAllIsRead();
};

void TestLiveness::asksNothingByItself()
{
    Bench bench;
    bench.clock.advance(1h);
    QCOMPARE(bench.pings.count() + bench.deaths.count(), 0);
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestLiveness::aPingThatIsNotAnsweredIsADeath()
{
    Bench bench;
    bench.liveness.expect("beat");
    bench.clock.advance(9'999ms);
    QCOMPARE(bench.deaths.count(), 0);
    bench.clock.advance(1ms);
    QCOMPARE(bench.deaths.count(), 1);
    QCOMPARE(bench.deaths.at(0).at(0).value<std::chrono::seconds>(), 10s);
}

void TestLiveness::anAnswerIsALife()
{
    Bench bench;
    bench.liveness.expect("beat");
    bench.clock.advance(9'999ms);
    bench.liveness.takePong("beat");
    bench.clock.advance(1h);
    QCOMPARE(bench.deaths.count(), 0);
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestLiveness::aLaterAnswerCoversWhatWasAskedBefore()
{
    Bench bench;
    bench.liveness.expect("one");
    bench.clock.advance(5s);
    bench.liveness.expect("two");
    bench.liveness.takePong("two");
    bench.clock.advance(1h);
    QCOMPARE(bench.deaths.count(), 0);
}

void TestLiveness::anEarlierAnswerDoesNotCoverWhatWasAskedAfter()
{
    Bench bench;
    bench.liveness.expect("one");
    bench.clock.advance(5s);
    bench.liveness.expect("two");
    bench.liveness.takePong("one");
    bench.clock.advance(9'999ms);
    QCOMPARE(bench.deaths.count(), 0);
    bench.clock.advance(1ms);
    QCOMPARE(bench.deaths.count(), 1);
}

void TestLiveness::asksAfterWhatIsSent()
{
    Bench bench;
    bench.liveness.noteSent();
    QCOMPARE(bench.pings.count(), 1);
    bench.answerLast();
    bench.clock.advance(1h);
    bench.liveness.noteSent();
    QCOMPARE(bench.pings.count(), 2);
    QVERIFY(bench.pings.at(0) != bench.pings.at(1));
}

void TestLiveness::aFloodIsAskedForOnceASecond()
{
    Bench bench;
    for (int line = 0; line < 1000; ++line) {
        bench.liveness.noteSent();
        bench.clock.advance(10ms);
        bench.answerLast();
    }
    bench.clock.advance(1s);
    bench.answerLast();
    // Ten seconds of flood; the last lines are asked for after it.
    QVERIFY(bench.pings.count() >= 10 && bench.pings.count() <= 11);
    bench.clock.advance(1h);
    QCOMPARE(bench.deaths.count(), 0);
}

void TestLiveness::findsADeathTenSecondsAfterASend()
{
    Bench bench;
    bench.liveness.noteSent();
    bench.answerLast();
    bench.clock.advance(300ms);
    // The peer dies here. The ping for this line waits for the pause, its deadline does not.
    bench.liveness.noteSent();
    bench.clock.advance(9'999ms);
    QCOMPARE(bench.deaths.count(), 0);
    bench.clock.advance(1ms);
    QCOMPARE(bench.deaths.count(), 1);
}

void TestLiveness::doesNotWaitLongerThanItIsTold()
{
    Bench bench;
    bench.liveness.expect("beat");
    bench.liveness.check(3s);
    bench.clock.advance(3s);
    QCOMPARE(bench.deaths.count(), 1);
    QCOMPARE(bench.deaths.at(0).at(0).value<std::chrono::seconds>(), 3s);
}

void TestLiveness::strangersAnswersCountForNothing()
{
    Bench bench;
    bench.liveness.expect("beat");
    bench.liveness.takePong({});
    bench.liveness.takePong("line-1");
    bench.clock.advance(10s);
    QCOMPARE(bench.deaths.count(), 1);
}

void TestLiveness::isSilentAfterADeathOrAStop()
{
    Bench bench;
    bench.liveness.expect("one");
    bench.liveness.expect("two");
    bench.clock.advance(1h);
    QCOMPARE(bench.deaths.count(), 1);
    bench.liveness.noteSent();
    bench.liveness.noteSent();
    bench.liveness.stop();
    bench.clock.advance(1h);
    QCOMPARE(bench.deaths.count(), 1);
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestLiveness::whoeverTalksHasTwiceTheTime()
{
    Bench bench;
    bench.liveness.expect("beat");
    for (int second = 1; second < 20; ++second) {
        bench.clock.advance(1s);
        bench.liveness.noteHeard();
        QCOMPARE(bench.deaths.count(), 0);
    }
    bench.clock.advance(1s);
    QCOMPARE(bench.deaths.count(), 1);
}

void TestLiveness::whatWasSaidBeforeCountsFromThen()
{
    Bench bench;
    bench.liveness.expect("beat");
    bench.clock.advance(4s);
    bench.liveness.noteHeard();
    bench.clock.advance(9'999ms);
    QCOMPARE(bench.deaths.count(), 0);
    bench.clock.advance(1ms);
    QCOMPARE(bench.deaths.count(), 1);
}

void TestLiveness::noDeadlineIsOverBeforeAllIsRead()
{
    Bench bench;
    bool isBehind = true;
    bench.liveness.setBacklogCheck([&isBehind] { return isBehind; });
    bench.liveness.expect("beat");
    bench.clock.advance(1min);
    QCOMPARE(bench.deaths.count(), 0);
    isBehind = false;
    bench.clock.advance(Liveness::pause);
    QCOMPARE(bench.deaths.count(), 1);
}

QTEST_GUILESS_MAIN(TestLiveness)
#include "tst_liveness.moc"
