// SPDX-License-Identifier: MIT
#include "support/SessionBench.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using State = ChatSession::State;
using End = ChatSession::End;
using Bench = Test::SessionBench;

namespace {

QUrl otherStage()
{
    return QUrl(QStringLiteral("wss://example.com/prod"));
}

} // namespace

/// A ChatSession that is told to connect while or after it was connected.
class TestChatSessionAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void connectingAgainAbandonsAnAttempt();
    void connectingAgainEndsASessionFirst();
    void connectingAgainWhileClosingEndsTheSessionFirst();
    void connectsAgainAfterAFailure();
    void mayConnectAgainFromItsOwnSignal();
};

void TestChatSessionAgain::connectingAgainAbandonsAnAttempt()
{
    Bench bench;
    bench.session.connectTo(Bench::stage());
    bench.session.connectTo(otherStage());
    QCOMPARE(bench.transports.count(), 2);
    QCOMPARE(bench.transports.record(0).abortCalls, 1);
    QVERIFY(!bench.transports.record(0).transport);
    QCOMPARE(bench.transports.record(1).address, otherStage());
    QCOMPARE(bench.session.address(), otherStage());
    QCOMPARE(bench.stateList(), QList{State::Connecting});
    QCOMPARE(bench.failures.count() + bench.ends.count(), 0);
    bench.clock.advance(20s);
    QCOMPARE(bench.failures.count(), 1);
}

void TestChatSessionAgain::connectingAgainEndsASessionFirst()
{
    Bench bench;
    bench.connectToStage();
    bench.session.connectTo(otherStage());
    QCOMPARE(bench.stateList(),
             (QList{State::Connecting, State::Connected, State::Disconnected, State::Connecting}));
    QCOMPARE(bench.endList(), QList{End::ByUser});
    QVERIFY(!bench.transports.record(0).transport);
    Q_EMIT bench.transports.transport().opened();
    QCOMPARE(bench.session.state(), State::Connected);
}

void TestChatSessionAgain::connectingAgainWhileClosingEndsTheSessionFirst()
{
    Bench bench;
    bench.connectToStage();
    bench.session.disconnectFromStage();
    bench.session.connectTo(otherStage());
    QCOMPARE(bench.session.state(), State::Connecting);
    QCOMPARE(bench.endList(), QList{End::ByUser});
    bench.clock.advance(ChatSession::closeTimeout);
    QCOMPARE(bench.session.state(), State::Connecting);
}

void TestChatSessionAgain::connectsAgainAfterAFailure()
{
    Bench bench;
    bench.session.connectTo(Bench::stage());
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Reset.")});
    bench.connectToStage();
    QCOMPARE(bench.session.state(), State::Connected);
    QCOMPARE(bench.session.reason(), QString());
}

void TestChatSessionAgain::mayConnectAgainFromItsOwnSignal()
{
    Bench bench;
    bench.connectToStage();
    connect(&bench.session, &ChatSession::ended, &bench.session,
            [&bench] { bench.session.connectTo(otherStage()); });
    Q_EMIT bench.transports.transport().closed(1001, {});
    QCOMPARE(bench.session.state(), State::Connecting);
    QCOMPARE(bench.transports.count(), 2);
    Q_EMIT bench.transports.transport().opened();
    QCOMPARE(bench.session.state(), State::Connected);
}

QTEST_GUILESS_MAIN(TestChatSessionAgain)
#include "tst_chatsession_again.moc"
