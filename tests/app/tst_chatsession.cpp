// SPDX-License-Identifier: MIT
#include "support/SessionBench.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using State = ChatSession::State;
using End = ChatSession::End;
using Test::FakeTransport;
using Bench = Test::SessionBench;

class TestChatSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void isDisconnectedAtFirst();
    void connects();
    void aRefusedAttemptFailsWithItsReason();
    void anAttemptThatFailsIsFollowedByAnother();
    void anAttemptMayFailAtOnce();
    void anAttemptTimesOut();
    void givingUpAnAttemptIsNoFailure();
    void theUserDisconnects();
    void aCloseMayBeAnsweredAtOnce();
    void aCloseThatIsNotAnsweredIsForced();
    void aConnectionThatBreaksWhileClosingIsClosed();
    void thePeerCloses();
    void theConnectionBreaks();
    void disconnectingWithoutAConnectionDoesNothing();
    void destroyingItDropsTheConnection();
    void saysGoodbyeWhenDestroyed();
};

void TestChatSession::isDisconnectedAtFirst()
{
    Bench bench;
    QCOMPARE(bench.session.state(), State::Disconnected);
    QCOMPARE(bench.session.address(), QUrl());
    QCOMPARE(bench.session.reason(), QString());
    QVERIFY(!bench.session.connectedAt());
    QCOMPARE(bench.session.duration(), 0s);
    QCOMPARE(bench.transports.count(), 0);
}

void TestChatSession::connects()
{
    Bench bench;
    bench.session.connectTo(Bench::stage());
    QCOMPARE(bench.session.state(), State::Connecting);
    QCOMPARE(bench.session.address(), Bench::stage());
    QCOMPARE(bench.transports.last().address, Bench::stage());
    QVERIFY(!bench.session.connectedAt());
    Q_EMIT bench.transports.transport().opened();
    QCOMPARE(bench.session.state(), State::Connected);
    QCOMPARE(bench.stateList(), (QList{State::Connecting, State::Connected}));
    QCOMPARE(bench.session.reason(), QString());
    bench.clock.advance(1h);
    QCOMPARE(bench.session.state(), State::Connected);
}

void TestChatSession::aRefusedAttemptFailsWithItsReason()
{
    Bench bench;
    bench.session.connectTo(Bench::stage());
    Q_EMIT bench.transports.transport().failed({403, QStringLiteral("Not you.")});
    QCOMPARE(bench.session.state(), State::Failed);
    QCOMPARE(bench.session.reason(), QStringLiteral("Not you."));
    QCOMPARE(bench.failures.count(), 1);
    QCOMPARE(bench.ends.count(), 0);
    QVERIFY(!bench.transports.last().transport);
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestChatSession::anAttemptThatFailsIsFollowedByAnother()
{
    Bench bench;
    bench.session.connectTo(Bench::stage());
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("No network.")});
    QCOMPARE(bench.session.state(), State::WaitingToRetry);
    QCOMPARE(bench.session.reason(), QStringLiteral("No network."));
    QCOMPARE(bench.failures.count(), 1);
    QCOMPARE(bench.ends.count(), 0);
    QVERIFY(!bench.transports.last().transport);
    bench.clock.advance(500ms);
    QCOMPARE(bench.session.state(), State::Connecting);
    QCOMPARE(bench.transports.count(), 2);
}

void TestChatSession::anAttemptMayFailAtOnce()
{
    Bench bench;
    bench.transports.setManner(FakeTransport::Manner::FailsInOpen);
    bench.session.connectTo(Bench::stage());
    QCOMPARE(bench.stateList(), (QList{State::Connecting, State::WaitingToRetry}));
    QCOMPARE(bench.session.reason(), QStringLiteral("At once."));
    QCOMPARE(bench.failures.count(), 1);
}

void TestChatSession::anAttemptTimesOut()
{
    Bench bench;
    bench.session.connectTo(Bench::stage());
    bench.clock.advance(19'999ms);
    QCOMPARE(bench.session.state(), State::Connecting);
    bench.clock.advance(1ms);
    QCOMPARE(bench.session.state(), State::WaitingToRetry);
    QVERIFY2(bench.session.reason().contains(QStringLiteral("20 second")),
             qPrintable(bench.session.reason()));
    QCOMPARE(bench.failures.count(), 1);
    QCOMPARE(bench.transports.last().abortCalls, 1);
    QVERIFY(!bench.transports.last().transport);
}

void TestChatSession::givingUpAnAttemptIsNoFailure()
{
    Bench bench;
    bench.session.connectTo(Bench::stage());
    bench.session.disconnectFromStage();
    QCOMPARE(bench.stateList(), (QList{State::Connecting, State::Disconnected}));
    QCOMPARE(bench.session.reason(), QString());
    QCOMPARE(bench.failures.count() + bench.ends.count(), 0);
    QCOMPARE(bench.transports.last().abortCalls, 1);
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestChatSession::theUserDisconnects()
{
    Bench bench;
    bench.connectToStage();
    bench.session.disconnectFromStage();
    QCOMPARE(bench.session.state(), State::Closing);
    QVERIFY(bench.session.connectedAt());
    QCOMPARE(bench.transports.last().closeCalls, 1);
    Q_EMIT bench.transports.transport().closed(1000, QStringLiteral("bye"));
    QCOMPARE(bench.session.state(), State::Disconnected);
    QCOMPARE(bench.endList(), QList{End::ByUser});
    QCOMPARE(bench.session.reason(), QString());
    QVERIFY(!bench.session.connectedAt());
    QVERIFY(!bench.transports.last().transport);
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestChatSession::aCloseMayBeAnsweredAtOnce()
{
    Bench bench;
    bench.transports.setManner(FakeTransport::Manner::ClosesInClose);
    bench.connectToStage();
    bench.session.disconnectFromStage();
    QCOMPARE(bench.stateList(),
             (QList{State::Connecting, State::Connected, State::Closing, State::Disconnected}));
    QCOMPARE(bench.endList(), QList{End::ByUser});
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestChatSession::aCloseThatIsNotAnsweredIsForced()
{
    Bench bench;
    bench.connectToStage();
    bench.session.disconnectFromStage();
    bench.clock.advance(2'999ms);
    QCOMPARE(bench.session.state(), State::Closing);
    bench.clock.advance(1ms);
    QCOMPARE(bench.session.state(), State::Disconnected);
    QCOMPARE(bench.endList(), QList{End::ByUser});
    QCOMPARE(bench.transports.last().abortCalls, 1);
}

void TestChatSession::aConnectionThatBreaksWhileClosingIsClosed()
{
    Bench bench;
    bench.connectToStage();
    bench.session.disconnectFromStage();
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Reset.")});
    QCOMPARE(bench.session.state(), State::Disconnected);
    QCOMPARE(bench.endList(), QList{End::ByUser});
    QCOMPARE(bench.session.reason(), QString());
}

void TestChatSession::thePeerCloses()
{
    Bench bench;
    bench.connectToStage();
    Q_EMIT bench.transports.transport().closed(1001, QStringLiteral("Going away"));
    QCOMPARE(bench.session.state(), State::WaitingToRetry);
    QCOMPARE(bench.endList(), QList{End::ByPeer});
    QVERIFY2(bench.session.reason().contains(QStringLiteral("“Going away”")),
             qPrintable(bench.session.reason()));
    QCOMPARE(bench.failures.count(), 0);
    QVERIFY(!bench.transports.last().transport);
}

void TestChatSession::theConnectionBreaks()
{
    Bench bench;
    bench.connectToStage();
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Reset.")});
    QCOMPARE(bench.session.state(), State::WaitingToRetry);
    QCOMPARE(bench.endList(), QList{End::ByFailure});
    QCOMPARE(bench.session.reason(), QStringLiteral("Reset."));
    QCOMPARE(bench.failures.count(), 0);
    QVERIFY(!bench.session.connectedAt());
}

void TestChatSession::disconnectingWithoutAConnectionDoesNothing()
{
    Bench bench;
    bench.session.disconnectFromStage();
    QCOMPARE(bench.states.count(), 0);
    bench.session.connectTo(Bench::stage());
    Q_EMIT bench.transports.transport().failed({403, QStringLiteral("Not you.")});
    bench.session.disconnectFromStage();
    QCOMPARE(bench.session.state(), State::Failed);
    QCOMPARE(bench.session.reason(), QStringLiteral("Not you."));
}

void TestChatSession::destroyingItDropsTheConnection()
{
    Test::FakeClock clock;
    Test::FakeTransports transports;
    {
        ChatSession session(clock, transports.factory());
        session.connectTo(Bench::stage());
        Q_EMIT transports.transport().opened();
    }
    QCOMPARE(transports.last().abortCalls, 1);
    QVERIFY(!transports.last().transport);
    QCOMPARE(clock.pendingAlarms(), 0U);
}

void TestChatSession::saysGoodbyeWhenDestroyed()
{
    Test::FakeClock clock;
    Test::FakeTransports transports;
    {
        ChatSession session(clock, transports.factory());
        session.connectTo(Bench::stage());
        Q_EMIT transports.transport().opened();
    }
    QCOMPARE(transports.last().closeCalls, 1);
    QVERIFY(!transports.last().transport);
}

QTEST_GUILESS_MAIN(TestChatSession)
#include "tst_chatsession.moc"
