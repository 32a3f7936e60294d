// SPDX-License-Identifier: MIT
#include "support/SessionBench.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using State = ChatSession::State;
using End = ChatSession::End;
using Cause = TransportFailure::Cause;
using Test::FakeTransport;
using Bench = Test::SessionBench;

namespace {

QUrl stage()
{
    return QUrl(QStringLiteral("ws://localhost:3001/dev"));
}

} // namespace

/// How a ChatSession comes back by itself, and when it does not.
class TestChatSessionRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void triesAgainAfterALoss();
    void countsDownToTheNextAttempt();
    void asksForTheRequestAnew();
    void theUserNeedNotWait();
    void theUserMayStopIt_data();
    void theUserMayStopIt();
    void givesUpForGood_data();
    void givesUpForGood();
    void aTokenThatEndsStopsTheAttempts();
    void aStageThatClosesAtOnceIsFailing();
    void aConnectionThatLivesEndsTheBackOff();
    void tellsHowTheOutageGoes();

    void autoDisconnectEndsAnOutageToo();
    void theCountdownGoesOnOverAnOutage();
    void keepsTheLastFailure();
};

void TestChatSessionRetry::triesAgainAfterALoss()
{
    Bench bench;
    bench.connectToStage();
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Reset.")});
    QCOMPARE(bench.session.state(), State::WaitingToRetry);
    QCOMPARE(bench.session.reason(), QStringLiteral("Reset."));
    bench.clock.advance(500ms);
    QCOMPARE(bench.session.state(), State::Connecting);
    QCOMPARE(bench.session.reason(), QStringLiteral("Reset."));
    QCOMPARE(bench.transports.count(), 2);
    QCOMPARE(bench.transports.last().address, stage());
    Q_EMIT bench.transports.transport().opened();
    QCOMPARE(bench.session.state(), State::Connected);
    QCOMPARE(bench.session.reason(), QString());
    QCOMPARE(bench.endList(), QList{End::ByFailure});
}

void TestChatSessionRetry::countsDownToTheNextAttempt()
{
    Bench bench;
    bench.session.setRandom([] { return 0.999'999; });
    const QSignalSpy ticks(&bench.session, &ChatSession::retryTicked);
    bench.session.connectTo(stage());
    for (const auto wait : {1s, 2s, 4s, 8s}) {
        Q_EMIT bench.transports.transport().failed({0, QStringLiteral("No.")});
        QCOMPARE(bench.session.retryIn().value(), wait);
        bench.clock.advance(wait);
        QVERIFY(!bench.session.retryIn());
        QCOMPARE(bench.session.state(), State::Connecting);
    }
    QCOMPARE(ticks.count(), 0 + 1 + 3 + 7);
    QCOMPARE(bench.failures.count(), 4);
}

void TestChatSessionRetry::asksForTheRequestAnew()
{
    Bench bench;
    int asked = 0;
    bench.session.setRequestMaker([&asked](const QUrl &address) {
        return ConnectRequest{address, {{"X-Attempt", QByteArray::number(++asked)}}};
    });
    bench.connectToStage();
    Q_EMIT bench.transports.transport().closed(1001, {});
    bench.session.retryNow();
    QCOMPARE(bench.transports.last().request.headers.constFirst().value, QByteArray("2"));
}

void TestChatSessionRetry::theUserNeedNotWait()
{
    Bench bench;
    bench.connectToStage();
    bench.session.retryNow();
    QCOMPARE(bench.transports.count(), 1);
    Q_EMIT bench.transports.transport().closed(1012, {});
    bench.session.retryNow();
    QCOMPARE(bench.session.state(), State::Connecting);
    QCOMPARE(bench.transports.count(), 2);
    bench.clock.advance(1s);
    QCOMPARE(bench.transports.count(), 2);
}

void TestChatSessionRetry::theUserMayStopIt_data()
{
    QTest::addColumn<State>("state");
    QTest::newRow("while it waits") << State::WaitingToRetry;
    QTest::newRow("while it tries") << State::Connecting;
}

void TestChatSessionRetry::theUserMayStopIt()
{
    QFETCH(State, state);
    Bench bench;
    bench.connectToStage();
    Q_EMIT bench.transports.transport().closed(1001, {});
    if (state == State::Connecting)
        bench.session.retryNow();
    QCOMPARE(bench.session.state(), state);
    bench.session.disconnectFromStage();
    QCOMPARE(bench.session.state(), State::Disconnected);
    QCOMPARE(bench.session.reason(), QString());
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
    QCOMPARE(bench.endList(), QList{End::ByPeer});
}

void TestChatSessionRetry::givesUpForGood_data()
{
    QTest::addColumn<TransportFailure>("failure");
    QTest::newRow("401") << TransportFailure{401, QStringLiteral("Who?"), Cause::Refused};
    QTest::newRow("403") << TransportFailure{403, QStringLiteral("Not you."), Cause::Refused};
    QTest::newRow("a certificate") << TransportFailure{0, QStringLiteral("Whose?"), Cause::Certificate};
}

void TestChatSessionRetry::givesUpForGood()
{
    QFETCH(TransportFailure, failure);
    Bench bench;
    bench.session.connectTo(stage());
    Q_EMIT bench.transports.transport().failed(failure);
    QCOMPARE(bench.session.state(), State::Failed);
    QCOMPARE(bench.session.reason(), failure.message);
    bench.clock.advance(24h);
    QCOMPARE(bench.transports.count(), 1);
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestChatSessionRetry::aTokenThatEndsStopsTheAttempts()
{
    Bench bench;
    bench.connectToStage();
    Q_EMIT bench.transports.transport().closed(1001, {});
    bench.session.retryNow();
    Q_EMIT bench.transports.transport().failed({401, QStringLiteral("Who?"), Cause::Refused});
    QCOMPARE(bench.session.state(), State::Failed);
    QCOMPARE(bench.session.reason(), QStringLiteral("Who?"));
    bench.connectToStage();
    Q_EMIT bench.transports.transport().closed(1008, {});
    QCOMPARE(bench.session.state(), State::Failed);
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestChatSessionRetry::aStageThatClosesAtOnceIsFailing()
{
    Bench bench;
    bench.session.setRandom([] { return 0.999'999; });
    bench.connectToStage();
    for (const auto wait : {1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
        Q_EMIT bench.transports.transport().closed(1011, {});
        QCOMPARE(bench.session.retryIn().value(), wait);
        bench.clock.advance(wait);
        Q_EMIT bench.transports.transport().opened();
        bench.clock.advance(5s);
    }
}

void TestChatSessionRetry::aConnectionThatLivesEndsTheBackOff()
{
    Bench bench;
    bench.session.setRandom([] { return 0.999'999; });
    bench.connectToStage();
    for (int attempt = 0; attempt < 5; ++attempt) {
        Q_EMIT bench.transports.transport().failed({});
        bench.session.retryNow();
    }
    Q_EMIT bench.transports.transport().opened();
    bench.clock.advance(ReconnectPolicy::settledAfter);
    Q_EMIT bench.transports.transport().failed({});
    QCOMPARE(bench.session.retryIn().value(), 1s);
}

void TestChatSessionRetry::tellsHowTheOutageGoes()
{
    Bench bench;
    bench.session.setRandom([] { return 0.999'999; });
    const QSignalSpy settled(&bench.session, &ChatSession::settled);
    bench.connectToStage();
    QVERIFY(!bench.session.outage());
    Q_EMIT bench.transports.transport().failed({});
    bench.clock.advance(1s);
    Q_EMIT bench.transports.transport().failed({});
    bench.clock.advance(2s);
    Q_EMIT bench.transports.transport().opened();
    QCOMPARE(bench.session.outage()->attempts, 2);
    QCOMPARE(bench.session.outage()->length, 3s);
    QVERIFY(bench.session.outage()->wasConnected);
    bench.clock.advance(10s);
    Q_EMIT bench.transports.transport().closed(1001, {});
    QCOMPARE(bench.session.outage()->shortLived, 1);
    bench.session.retryNow();
    Q_EMIT bench.transports.transport().opened();
    bench.clock.advance(1min);
    QVERIFY(!bench.session.outage());
    QCOMPARE(settled.count(), 1);
    QCOMPARE(settled.at(0).at(0).value<Outage>().length, 13s);
    QCOMPARE(settled.at(0).at(0).value<Outage>().attempts, 3);
}

void TestChatSessionRetry::autoDisconnectEndsAnOutageToo()
{
    Bench bench;
    bench.session.autoDisconnect().setEnabled(true);
    bench.connectToStage();
    bench.clock.advance(30s);
    bench.transports.setManner(FakeTransport::Manner::FailsInOpen);
    Q_EMIT bench.transports.transport().failed({});
    bench.clock.advance(29'999ms);
    QVERIFY(bench.session.state() != State::Disconnected);
    bench.clock.advance(1ms);
    QCOMPARE(bench.session.state(), State::Disconnected);
    QCOMPARE(bench.endList(), (QList{End::ByFailure, End::ByAutoDisconnect}));
    const int attempts = bench.transports.count();
    bench.clock.advance(1h);
    QCOMPARE(bench.transports.count(), attempts);
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestChatSessionRetry::theCountdownGoesOnOverAnOutage()
{
    Bench bench;
    bench.session.autoDisconnect().setEnabled(true);
    bench.connectToStage();
    bench.clock.advance(50s);
    Q_EMIT bench.transports.transport().closed(1001, {});
    bench.session.retryNow();
    Q_EMIT bench.transports.transport().opened();
    QCOMPARE(bench.session.autoDisconnect().remaining().value(), 10s);
    bench.clock.advance(10s);
    QCOMPARE(bench.session.state(), State::Closing);
}

void TestChatSessionRetry::keepsTheLastFailure()
{
    Bench bench;
    bench.session.connectTo(stage());
    QVERIFY(!bench.session.failure());
    Q_EMIT bench.transports.transport().failed({503, QStringLiteral("Busy."), Cause::Refused});
    QCOMPARE(bench.session.failure()->httpStatus, 503);
    bench.session.retryNow();
    QCOMPARE(bench.session.failure()->httpStatus, 503);
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Whose?"), Cause::Certificate});
    QVERIFY(bench.session.failure()->cause == Cause::Certificate);
    bench.connectToStage();
    QVERIFY(!bench.session.failure());
}

QTEST_GUILESS_MAIN(TestChatSessionRetry)
#include "tst_chatsession_retry.moc"
