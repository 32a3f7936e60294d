// SPDX-License-Identifier: MIT
#include "support/SessionBench.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using State = ChatSession::State;
using End = ChatSession::End;
using Bench = Test::SessionBench;

/// What a ChatSession does when time passes: heartbeat, auto-disconnect, duration.
class TestChatSessionClocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void sendsAHeartbeatEveryThirtySeconds();
    void everyHeartbeatIsTimedByAPing();
    void theHeartbeatCountsFromTheConnection();
    void theHeartbeatStopsWithTheSession_data();
    void theHeartbeatStopsWithTheSession();

    void tellsWhenItConnectedAndForHowLong();
    void theDurationIgnoresTheWallClock();
    void keepsTheLastDurationAfterTheEnd();

    void autoDisconnectEndsTheSessionForGood();
    void autoDisconnectIsForcedWhenThePeerDoesNotAnswer();
    void autoDisconnectCanBeTurnedOnInASession();
    void editingTheLimitInASessionRestartsTheCountdown();
    void theCountdownEndsWithTheSession();
    void theUsersDisconnectWinsOverTheCountdown();
};

void TestChatSessionClocks::sendsAHeartbeatEveryThirtySeconds()
{
    Bench bench;
    bench.connectToStage();
    bench.clock.advance(29'999ms);
    QCOMPARE(bench.heartbeats(), 0);
    bench.clock.advance(1ms);
    QCOMPARE(bench.heartbeats(), 1);
    bench.clock.advance(29'999ms);
    QCOMPARE(bench.heartbeats(), 1);
    bench.clock.advance(1ms);
    QCOMPARE(bench.heartbeats(), 2);
    bench.clock.advance(24h);
    QCOMPARE(bench.heartbeats(), 2 + 2880);
}

void TestChatSessionClocks::everyHeartbeatIsTimedByAPing()
{
    Bench bench;
    bench.transports.setAnswersPings(false);
    bench.connectToStage();
    bench.clock.advance(30s);
    QCOMPARE(bench.transports.last().pings.size(), 1);
    bench.clock.advance(17ms);
    Q_EMIT bench.transports.transport().ponged(bench.transports.last().pings.at(0));
    QCOMPARE(bench.session.heartbeat().roundTrip().value(), 17ms);
}

void TestChatSessionClocks::theHeartbeatCountsFromTheConnection()
{
    Bench bench;
    bench.session.connectTo(QUrl(QStringLiteral("ws://localhost:3001/dev")));
    bench.clock.advance(15s);
    Q_EMIT bench.transports.transport().opened();
    bench.clock.advance(29s);
    QCOMPARE(bench.heartbeats(), 0);
    bench.clock.advance(1s);
    QCOMPARE(bench.heartbeats(), 1);
}

void TestChatSessionClocks::theHeartbeatStopsWithTheSession_data()
{
    QTest::addColumn<End>("end");

    QTest::newRow("the user disconnects") << End::ByUser;
    QTest::newRow("the peer closes") << End::ByPeer;
    QTest::newRow("the time is up") << End::ByAutoDisconnect;
    QTest::newRow("the connection breaks") << End::ByFailure;
}

void TestChatSessionClocks::theHeartbeatStopsWithTheSession()
{
    QFETCH(End, end);
    Bench bench;
    bench.connectToStage();
    if (end == End::ByUser)
        bench.session.disconnectFromStage();
    if (end == End::ByPeer)
        Q_EMIT bench.transports.transport().closed(1008, {});
    if (end == End::ByFailure)
        Q_EMIT bench.transports.transport().failed({401, {}});
    if (end == End::ByAutoDisconnect) {
        bench.session.autoDisconnect().setLimit(1s);
        bench.session.autoDisconnect().setEnabled(true);
    }
    bench.clock.advance(1h);
    QCOMPARE(bench.ends.count(), 1);
    QCOMPARE(bench.ends.at(0).at(0).value<End>(), end);
    QCOMPARE(bench.heartbeats(), 0);
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestChatSessionClocks::tellsWhenItConnectedAndForHowLong()
{
    Bench bench;
    const WallTime start = bench.clock.wallTime();
    bench.session.connectTo(QUrl(QStringLiteral("ws://localhost:3001/dev")));
    bench.clock.advance(4s);
    Q_EMIT bench.transports.transport().opened();
    QCOMPARE(bench.session.connectedAt().value(), start + 4s);
    QCOMPARE(bench.session.duration(), 0s);
    bench.clock.advance(999ms);
    QCOMPARE(bench.session.duration(), 0s);
    bench.clock.advance(1ms);
    QCOMPARE(bench.session.duration(), 1s);
    bench.clock.advance(25h);
    QCOMPARE(bench.session.duration(), 25h + 1s);
}

void TestChatSessionClocks::theDurationIgnoresTheWallClock()
{
    Bench bench;
    bench.connectToStage();
    const auto connectedAt = bench.session.connectedAt();
    bench.clock.advance(10s);
    bench.clock.setWallTime(bench.clock.wallTime() + 24h);
    QCOMPARE(bench.session.duration(), 10s);
    bench.clock.setWallTime(bench.clock.wallTime() - 72h);
    bench.clock.advance(5s);
    QCOMPARE(bench.session.duration(), 15s);
    QVERIFY(bench.session.connectedAt() == connectedAt);
}

void TestChatSessionClocks::keepsTheLastDurationAfterTheEnd()
{
    Bench bench;
    bench.connectToStage();
    bench.clock.advance(10s);
    bench.session.disconnectFromStage();
    bench.clock.advance(1s);
    QCOMPARE(bench.session.duration(), 11s);
    Q_EMIT bench.transports.transport().closed(1000, {});
    bench.clock.advance(1h);
    QCOMPARE(bench.session.duration(), 11s);
    bench.connectToStage();
    QCOMPARE(bench.session.duration(), 0s);
}

void TestChatSessionClocks::autoDisconnectEndsTheSessionForGood()
{
    Bench bench;
    bench.session.autoDisconnect().setEnabled(true);
    bench.connectToStage();
    bench.clock.advance(59'999ms);
    QCOMPARE(bench.session.state(), State::Connected);
    QCOMPARE(bench.session.autoDisconnect().remaining().value(), 1s);
    bench.clock.advance(1ms);
    QCOMPARE(bench.session.state(), State::Closing);
    QCOMPARE(bench.transports.last().closeCalls, 1);
    Q_EMIT bench.transports.transport().closed(1000, {});
    QCOMPARE(bench.session.state(), State::Disconnected);
    QCOMPARE(bench.ends.count(), 1);
    QCOMPARE(bench.ends.at(0).at(0).value<End>(), End::ByAutoDisconnect);
    QVERIFY(!bench.session.reason().isEmpty());
    bench.clock.advance(24h);
    QCOMPARE(bench.transports.count(), 1);
}

void TestChatSessionClocks::autoDisconnectIsForcedWhenThePeerDoesNotAnswer()
{
    Bench bench;
    bench.session.autoDisconnect().setEnabled(true);
    bench.connectToStage();
    bench.clock.advance(63s);
    QCOMPARE(bench.session.state(), State::Disconnected);
    QCOMPARE(bench.ends.at(0).at(0).value<End>(), End::ByAutoDisconnect);
}

void TestChatSessionClocks::autoDisconnectCanBeTurnedOnInASession()
{
    Bench bench;
    bench.connectToStage();
    bench.clock.advance(100s);
    bench.session.autoDisconnect().setEnabled(true);
    bench.clock.advance(59s);
    QCOMPARE(bench.session.state(), State::Connected);
    bench.clock.advance(1s);
    QCOMPARE(bench.session.state(), State::Closing);
}

void TestChatSessionClocks::editingTheLimitInASessionRestartsTheCountdown()
{
    Bench bench;
    bench.session.autoDisconnect().setEnabled(true);
    bench.connectToStage();
    bench.clock.advance(50s);
    bench.session.autoDisconnect().setLimit(30s);
    bench.clock.advance(29s);
    QCOMPARE(bench.session.state(), State::Connected);
    bench.clock.advance(1s);
    QCOMPARE(bench.session.state(), State::Closing);
}

void TestChatSessionClocks::theCountdownEndsWithTheSession()
{
    Bench bench;
    bench.session.autoDisconnect().setEnabled(true);
    bench.connectToStage();
    bench.clock.advance(50s);
    bench.session.disconnectFromStage();
    Q_EMIT bench.transports.transport().closed(1000, {});
    QVERIFY(!bench.session.autoDisconnect().remaining());
    bench.connectToStage();
    QCOMPARE(bench.session.autoDisconnect().remaining().value(), 60s);
    bench.clock.advance(59s);
    QCOMPARE(bench.session.state(), State::Connected);
}

void TestChatSessionClocks::theUsersDisconnectWinsOverTheCountdown()
{
    Bench bench;
    bench.session.autoDisconnect().setEnabled(true);
    bench.connectToStage();
    bench.clock.advance(59s);
    bench.session.disconnectFromStage();
    bench.clock.advance(10s);
    QCOMPARE(bench.ends.count(), 1);
    QCOMPARE(bench.ends.at(0).at(0).value<End>(), End::ByUser);
    QCOMPARE(bench.transports.last().closeCalls, 1);
}

QTEST_GUILESS_MAIN(TestChatSessionClocks)
#include "tst_chatsession_clocks.moc"
