// SPDX-License-Identifier: MIT
#include "session/NetworkHint.h"
#include "support/SessionBench.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using State = ChatSession::State;
using Test::FakeTransport;
using Bench = Test::SessionBench;

/// What a ChatSession does of itself is done only if it may be.
class TestChatSessionCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void asksBeforeAnAttemptOfItsOwn();
    void putsAnAttemptOff();
    void asksBeforeItBeginsAnAttemptAnew();
    void endsTheAttemptsForAReason();
    void renewsOnlyIfItMay();
};

void TestChatSessionCheck::asksBeforeAnAttemptOfItsOwn()
{
    Bench bench;
    int asked = 0;
    bench.session.setAttemptCheck([&asked](ChatSession::Attempt attempt) -> Result<bool> {
        asked += attempt == ChatSession::Attempt::Retry ? 1 : 0;
        return true;
    });
    bench.connectToStage();
    QCOMPARE(asked, 0);
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Reset.")});
    bench.clock.advance(500ms);
    QCOMPARE(asked, 1);
    QCOMPARE(bench.session.state(), State::Connecting);
}

void TestChatSessionCheck::putsAnAttemptOff()
{
    Bench bench;
    bool mayBeMade = false;
    bench.session.setAttemptCheck([&mayBeMade](ChatSession::Attempt) -> Result<bool> { return mayBeMade; });
    bench.connectToStage();
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Reset.")});
    bench.clock.advance(1h);
    QCOMPARE(bench.session.state(), State::WaitingToRetry);
    QVERIFY(bench.session.retryIn().has_value());
    QCOMPARE(bench.session.reason(), QStringLiteral("Reset."));
    QCOMPARE(bench.transports.count(), 1);
    mayBeMade = true;
    bench.session.retryNow();
    QCOMPARE(bench.transports.count(), 2);
}

void TestChatSessionCheck::asksBeforeItBeginsAnAttemptAnew()
{
    Bench bench;
    NetworkHint hint;
    bench.session.listenTo(hint);
    bool mayBeMade = true;
    bench.session.setAttemptCheck([&mayBeMade](ChatSession::Attempt) -> Result<bool> { return mayBeMade; });
    bench.connectToStage();
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Reset.")});
    bench.session.retryNow();
    QCOMPARE(bench.session.state(), State::Connecting);
    const int before = bench.transports.count();
    mayBeMade = false;
    Q_EMIT hint.returned();
    QCOMPARE(bench.transports.count(), before);
    QCOMPARE(bench.session.state(), State::WaitingToRetry);
}

void TestChatSessionCheck::endsTheAttemptsForAReason()
{
    Bench bench;
    bench.session.setAttemptCheck(
        [](ChatSession::Attempt) -> Result<bool> { return failure(QStringLiteral("Ask me.")); });
    bench.connectToStage();
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Reset.")});
    bench.clock.advance(1h);
    QCOMPARE(bench.session.state(), State::Failed);
    QCOMPARE(bench.session.reason(), QStringLiteral("Ask me."));
    QCOMPARE(bench.failures.count(), 1);
    QCOMPARE(bench.transports.count(), 1);
    // The user's own attempts are nobody else's business.
    bench.connectToStage();
    QCOMPARE(bench.session.state(), State::Connected);
}

void TestChatSessionCheck::renewsOnlyIfItMay()
{
    Bench bench;
    bench.transports.setManner(FakeTransport::Manner::OpensInOpen);
    Result<bool> answer = failure(QStringLiteral("Ask me."));
    bench.session.setAttemptCheck([&answer](ChatSession::Attempt) { return answer; });
    bench.session.connectTo(QUrl(QStringLiteral("ws://localhost:3001/dev")));
    bench.clock.advance(115min);
    QCOMPARE(bench.transports.count(), 1);
    QCOMPARE(bench.session.state(), State::Connected);
    answer = true;
    bench.clock.advance(1min);
    QCOMPARE(bench.transports.count(), 2);
    QCOMPARE(bench.stateList(), (QList{State::Connecting, State::Connected}));
}

QTEST_GUILESS_MAIN(TestChatSessionCheck)
#include "tst_chatsession_check.moc"
