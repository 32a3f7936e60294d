// SPDX-License-Identifier: MIT
#include "support/PendingBench.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using Bench = Test::PendingBench;
using Test::chat;

/// Lines to stages of which it is not known, or known not, that they echo.
class TestPendingLinesEcholess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void isSentWhereNoEchoComes();
    void isSentAtOnceOnceItIsKnownThatNoEchoComes();
    void waitsForTheEchoWhereEchoesCome();
    void failsWhereNothingIsHeard();
    void anErrorFailsASentLine();
    void aPingIsSentWithoutAnEcho();
    void soIsTheHeartbeatThatIsChosen();
    void aHeartbeatThatComesBackIsNoChangedLine();
    void learnsAnewAtAnotherStage();
};

void TestPendingLinesEcholess::isSentWhereNoEchoComes()
{
    Bench bench;
    bench.lines.add(1, chat("one"));
    QCOMPARE(bench.probes.count(), 1);
    bench.answerProbe();
    bench.clock.advance(PendingLines::echoGrace - 1ms);
    QCOMPARE(bench.stateOf(1), Delivery::Sending);
    bench.clock.advance(1ms);
    QCOMPARE(bench.stateOf(1), Delivery::Sent);
    // It was no more than slow.
    QCOMPARE(bench.lines.takeEcho(chat("one")), 1U);
}

void TestPendingLinesEcholess::isSentAtOnceOnceItIsKnownThatNoEchoComes()
{
    Bench bench;
    bench.lines.add(1, chat("one"));
    bench.answerProbe();
    bench.clock.advance(PendingLines::echoGrace);
    bench.lines.add(2, chat("two"));
    bench.lines.add(3, chat("three"));
    QCOMPARE(bench.stateOf(2), Delivery::Sending);
    bench.answerProbe();
    QCOMPARE(bench.stateOf(2), Delivery::Sent);
    // It left after the ping, so that pong says nothing of it; but it asks for the next ping.
    QCOMPARE(bench.stateOf(3), Delivery::Sending);
    bench.answerProbe();
    QCOMPARE(bench.stateOf(3), Delivery::Sent);
    QCOMPARE(bench.probes.count(), 3);
}

void TestPendingLinesEcholess::waitsForTheEchoWhereEchoesCome()
{
    Bench bench;
    bench.lines.noteEchoingStage();
    bench.lines.add(1, chat("one"));
    QCOMPARE(bench.probes.count(), 0);
    bench.clock.advance(PendingLines::echoGrace);
    QCOMPARE(bench.stateOf(1), Delivery::Sending);
}

void TestPendingLinesEcholess::failsWhereNothingIsHeard()
{
    Bench bench;
    bench.lines.add(1, chat("one"));
    bench.lines.takePong(QByteArrayLiteral("another's"));
    bench.clock.advance(PendingLines::timeLimit);
    QCOMPARE(bench.stateOf(1), Delivery::Failed);
}

void TestPendingLinesEcholess::anErrorFailsASentLine()
{
    Bench bench;
    for (const quint64 key : {1U, 2U}) {
        bench.lines.add(key, chat("one"));
        bench.answerProbe();
        bench.clock.advance(PendingLines::echoGrace);
        QCOMPARE(bench.stateOf(key), Delivery::Sent);
    }
    bench.lines.takeError(QStringLiteral("No."));
    QCOMPARE(bench.stateOf(1), Delivery::Failed);
    // Later than the time limit it can't be meant.
    bench.clock.advance(PendingLines::timeLimit);
    bench.lines.takeError(QStringLiteral("No."));
    QCOMPARE(bench.stateOf(2), Delivery::Sent);
}

void TestPendingLinesEcholess::aPingIsSentWithoutAnEcho()
{
    Bench bench;
    bench.lines.noteEchoingStage();
    bench.lines.add(1, chat("ping"));
    bench.answerProbe();
    QCOMPARE(bench.stateOf(1), Delivery::Sent);
}

void TestPendingLinesEcholess::soIsTheHeartbeatThatIsChosen()
{
    Bench bench;
    bench.lines.noteEchoingStage();
    bench.lines.setHeartbeatText(QStringLiteral("alive"));
    bench.lines.add(1, chat("alive"));
    bench.answerProbe();
    QCOMPARE(bench.stateOf(1), Delivery::Sent);
}

void TestPendingLinesEcholess::aHeartbeatThatComesBackIsNoChangedLine()
{
    Bench bench;
    bench.lines.setHeartbeatText(QStringLiteral("alive"));
    bench.lines.add(1, chat("one"));
    QVERIFY(!bench.lines.takeEcho(chat("alive")));
    QCOMPARE(bench.lines.takeEcho(chat("ONE")), std::optional<quint64>(1));
}

void TestPendingLinesEcholess::learnsAnewAtAnotherStage()
{
    Bench bench;
    bench.lines.noteEchoingStage();
    bench.lines.connectionEnded();
    bench.lines.forgetStage();
    bench.lines.add(1, chat("one"));
    bench.answerProbe();
    bench.clock.advance(PendingLines::echoGrace);
    QCOMPARE(bench.stateOf(1), Delivery::Sent);
}

QTEST_GUILESS_MAIN(TestPendingLinesEcholess)
#include "tst_pendinglines_echoless.moc"
