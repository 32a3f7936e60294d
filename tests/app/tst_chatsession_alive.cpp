// SPDX-License-Identifier: MIT
#include "session/NetworkHint.h"
#include "support/SessionBench.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using State = ChatSession::State;
using End = ChatSession::End;
using Test::FakeTransport;
using Bench = Test::SessionBench;

/// What a ChatSession makes of dead peers, naps of the machine and changes of the network.
class TestChatSessionAlive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void findsADeadPeerWithinFortySeconds();
    void findsADeadPeerTenSecondsAfterASend();
    void aSleepIsFollowedByAQuestion();
    void aSleepIsFollowedByAnAttempt();
    void aSleepEndsAnAttemptUnderWay();
    void theNetworksReturnIsFollowedByAnAttempt();
    void aNetworkThatFlickersIsHeardNowAndThen();
    void theLastOfManyHintsIsFollowed();
    void aHintEndsAnAttemptThatBeganBeforeIt();
    void aPortalBeforeTheStagePasses();
    void aFloodIsNoDeath();
    void autoDisconnectComesOnceThoughTheMachineSleeps();
    void theDurationCountsSleep();
};

void TestChatSessionAlive::findsADeadPeerWithinFortySeconds()
{
    Bench bench;
    bench.connectToStage();
    bench.clock.advance(30s);
    // It answers this one, and dies.
    bench.transports.setAnswersPings(false);
    bench.clock.advance(39'999ms);
    QCOMPARE(bench.session.state(), State::Connected);
    bench.clock.advance(1ms);
    QCOMPARE(bench.session.state(), State::WaitingToRetry);
    QCOMPARE(bench.transports.last().abortCalls, 1);
    QCOMPARE(bench.transports.last().closeCalls, 0);
    QVERIFY2(bench.session.reason().contains(QStringLiteral("heartbeat for 10 second")),
             qPrintable(bench.session.reason()));
}

void TestChatSessionAlive::findsADeadPeerTenSecondsAfterASend()
{
    Bench bench;
    bench.connectToStage();
    bench.clock.advance(15s);
    bench.transports.setAnswersPings(false);
    QVERIFY(bench.session.sendChat(QStringLiteral("Anybody there?")));
    bench.clock.advance(9'999ms);
    QCOMPARE(bench.session.state(), State::Connected);
    bench.clock.advance(1ms);
    QCOMPARE(bench.session.state(), State::WaitingToRetry);
    QCOMPARE(bench.transports.last().abortCalls, 1);
}

void TestChatSessionAlive::aSleepIsFollowedByAQuestion()
{
    Bench bench;
    bench.connectToStage();
    bench.clock.sleep(8min);
    bench.clock.advance(10s);
    QCOMPARE(bench.session.state(), State::Connected);
    QCOMPARE(bench.transports.count(), 1);
    bench.transports.setAnswersPings(false);
    bench.clock.sleep(8min);
    bench.clock.advance(2'999ms);
    QCOMPARE(bench.session.state(), State::Connected);
    bench.clock.advance(1ms);
    QCOMPARE(bench.session.state(), State::WaitingToRetry);
}

void TestChatSessionAlive::aSleepIsFollowedByAnAttempt()
{
    Bench bench;
    bench.session.setRandom([] { return 0.999'999; });
    bench.session.connectTo(Bench::stage());
    for (int attempt = 0; attempt < 8; ++attempt) {
        Q_EMIT bench.transports.transport().failed({});
        bench.session.retryNow();
    }
    Q_EMIT bench.transports.transport().failed({});
    QCOMPARE(bench.session.retryIn().value(), 60s);
    bench.clock.sleep(8h);
    QCOMPARE(bench.session.state(), State::Connecting);
    // What was before the sleep is forgotten.
    Q_EMIT bench.transports.transport().failed({});
    QCOMPARE(bench.session.retryIn().value(), 1s);
}

void TestChatSessionAlive::aSleepEndsAnAttemptUnderWay()
{
    Bench bench;
    bench.session.connectTo(Bench::stage());
    bench.clock.sleep(8h);
    QCOMPARE(bench.session.state(), State::Connecting);
    QCOMPARE(bench.transports.count(), 2);
    QVERIFY(!bench.transports.record(0).transport);
    QCOMPARE(bench.stateList(), QList{State::Connecting});
}

void TestChatSessionAlive::theNetworksReturnIsFollowedByAnAttempt()
{
    Bench bench;
    NetworkHint hint;
    bench.session.listenTo(hint);
    Q_EMIT hint.returned();
    QCOMPARE(bench.transports.count(), 0);
    bench.clock.advance(1min);
    bench.connectToStage();
    Q_EMIT bench.transports.transport().failed({});
    Q_EMIT hint.returned();
    QCOMPARE(bench.session.state(), State::Connecting);
    Q_EMIT bench.transports.transport().opened();
    // Another network: the connection may be of the former one.
    bench.clock.advance(1min);
    bench.transports.setAnswersPings(false);
    Q_EMIT hint.returned();
    bench.clock.advance(3s);
    QCOMPARE(bench.session.state(), State::WaitingToRetry);
}

void TestChatSessionAlive::aNetworkThatFlickersIsHeardNowAndThen()
{
    Bench bench;
    bench.session.setRandom([] { return 0.999'999; });
    NetworkHint hint;
    bench.session.listenTo(hint);
    bench.transports.setManner(FakeTransport::Manner::FailsInOpen);
    bench.session.connectTo(Bench::stage());
    for (int flicker = 0; flicker < 600; ++flicker) {
        Q_EMIT hint.returned();
        bench.clock.advance(100ms);
    }
    QVERIFY2(bench.transports.count() <= 1 + 6 + 12, qPrintable(QString::number(bench.transports.count())));
}

/// As when a network comes up: the link first, then the address, then the way to the Internet.
void TestChatSessionAlive::theLastOfManyHintsIsFollowed()
{
    Bench bench;
    bench.session.setRandom([] { return 0.999'999; });
    NetworkHint hint;
    bench.session.listenTo(hint);
    bench.connectToStage();
    bench.transports.setManner(FakeTransport::Manner::FailsInOpen);
    Q_EMIT bench.transports.transport().failed({});
    bench.clock.advance(5min);
    Q_EMIT hint.returned();
    const int before = bench.transports.count();
    bench.clock.advance(1s);
    Q_EMIT hint.returned();
    Q_EMIT hint.returned();
    bench.transports.setManner(FakeTransport::Manner::OpensInOpen);
    bench.clock.advance(ChatSession::hintPause - 1s);
    QCOMPARE(bench.transports.count(), before + 1);
    QCOMPARE(bench.session.state(), State::Connected);
}

void TestChatSessionAlive::aHintEndsAnAttemptThatBeganBeforeIt()
{
    Bench bench;
    NetworkHint hint;
    bench.session.listenTo(hint);
    bench.connectToStage();
    Q_EMIT bench.transports.transport().failed({});
    bench.session.retryNow();
    QCOMPARE(bench.session.state(), State::Connecting);
    const int before = bench.transports.count();
    bench.transports.setManner(FakeTransport::Manner::OpensInOpen);
    Q_EMIT hint.returned();
    QCOMPARE(bench.transports.count(), before + 1);
    QCOMPARE(bench.session.state(), State::Connected);
    QCOMPARE(bench.ends.count(), 1);
}

void TestChatSessionAlive::aPortalBeforeTheStagePasses()
{
    const TransportFailure strange{0, QStringLiteral("Strange."), TransportFailure::Cause::Certificate};
    Bench bench;
    bench.connectToStage();
    Q_EMIT bench.transports.transport().failed({});
    bench.session.retryNow();
    Q_EMIT bench.transports.transport().failed(strange);
    QCOMPARE(bench.session.state(), State::WaitingToRetry);
    QCOMPARE(bench.session.reason(), QStringLiteral("Strange."));
    // Whoever asks for it anew wants to know.
    bench.session.connectTo(Bench::stage());
    Q_EMIT bench.transports.transport().failed(strange);
    QCOMPARE(bench.session.state(), State::Failed);
}

void TestChatSessionAlive::aFloodIsNoDeath()
{
    Bench bench;
    bench.connectToStage();
    bench.transports.setAnswersPings(false);
    QVERIFY(bench.session.sendChat(QStringLiteral("Anybody there?")));
    bench.transports.setBehind(true);
    bench.clock.advance(1min);
    QCOMPARE(bench.session.state(), State::Connected);
    bench.transports.setBehind(false);
    bench.clock.advance(Liveness::pause);
    QCOMPARE(bench.session.state(), State::WaitingToRetry);
}

void TestChatSessionAlive::autoDisconnectComesOnceThoughTheMachineSleeps()
{
    Bench bench;
    bench.session.autoDisconnect().setEnabled(true);
    bench.connectToStage();
    bench.clock.advance(30s);
    bench.clock.sleep(8h);
    QCOMPARE(bench.session.state(), State::Closing);
    bench.clock.advance(1h);
    QCOMPARE(bench.session.state(), State::Disconnected);
    QCOMPARE(bench.endList(), QList{End::ByAutoDisconnect});
    QCOMPARE(bench.transports.count(), 1);
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestChatSessionAlive::theDurationCountsSleep()
{
    Bench bench;
    bench.connectToStage();
    bench.clock.advance(10s);
    bench.clock.sleep(10min);
    QCOMPARE(bench.session.duration(), 10min + 10s);
}

QTEST_GUILESS_MAIN(TestChatSessionAlive)
#include "tst_chatsession_alive.moc"
