// SPDX-License-Identifier: MIT
#include "support/ConversationBench.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using Kind = Message::Kind;
using Bench = Test::ConversationBench;

/// An outage leaves few lines, however long it lasts.
class TestConversationOutage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void anOutageHasOneLineAndItsEndAnother();
    void aFirstConnectionThatTakesAttemptsSaysSo();
    void aStageThatClosesAtOnceDoesNotFillTheConversation();
    void theEndOfAllAttemptsHasALine();
};

void TestConversationOutage::anOutageHasOneLineAndItsEndAnother()
{
    Bench bench;
    bench.connectToStage();
    bench.clock.advance(2min);
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Reset.")});
    for (int attempt = 1; attempt < 7; ++attempt) {
        bench.conversation.session().retryNow();
        Q_EMIT bench.transports.transport().failed({0, QStringLiteral("No network.")});
    }
    QCOMPARE(bench.count(), 2);
    QCOMPARE(bench.line(1).text, QStringLiteral("An error occurred with the connection. Reset."));
    bench.conversation.session().retryNow();
    bench.clock.advance(19s);
    Q_EMIT bench.transports.transport().opened();
    QCOMPARE(bench.count(), 3);
    QCOMPARE(bench.line(2).kind, Kind::Notice);
    QCOMPARE(bench.line(2).text, QStringLiteral("Connected again after 19 s, 7 attempt(s)."));
}

void TestConversationOutage::aFirstConnectionThatTakesAttemptsSaysSo()
{
    Bench bench;
    bench.conversation.session().connectTo(QUrl(QStringLiteral("ws://localhost:3001/dev")));
    for (int attempt = 0; attempt < 3; ++attempt) {
        Q_EMIT bench.transports.transport().failed({0, QStringLiteral("No network.")});
        bench.conversation.session().retryNow();
    }
    bench.clock.advance(9s);
    Q_EMIT bench.transports.transport().opened();
    QCOMPARE(bench.count(), 2);
    QCOMPARE(bench.line(1).text, QStringLiteral("Connected after 9 s, 4 attempt(s)."));
}

void TestConversationOutage::aStageThatClosesAtOnceDoesNotFillTheConversation()
{
    Bench bench;
    bench.connectToStage();
    for (int time = 0; time < 20; ++time) {
        Q_EMIT bench.transports.transport().closed(1011, {});
        bench.conversation.session().retryNow();
        Q_EMIT bench.transports.transport().opened();
        bench.clock.advance(5s);
    }
    // The first loss and the first return.
    QCOMPARE(bench.count(), 3);
    bench.clock.advance(1min);
    QCOMPARE(bench.count(), 4);
    QCOMPARE(bench.line(3).text, QStringLiteral("Connected again after 2 min, 20 attempt(s)."));
    Q_EMIT bench.transports.transport().closed(1011, {});
    QCOMPARE(bench.count(), 5);
}

void TestConversationOutage::theEndOfAllAttemptsHasALine()
{
    Bench bench;
    bench.connectToStage();
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Reset.")});
    bench.conversation.session().retryNow();
    Q_EMIT bench.transports.transport().failed({401, QStringLiteral("Who?")});
    QCOMPARE(bench.count(), 3);
    QCOMPARE(bench.line(2).kind, Kind::Error);
    QCOMPARE(bench.line(2).text, QStringLiteral("An error occurred with the connection. Who?"));
}

QTEST_GUILESS_MAIN(TestConversationOutage)
#include "tst_conversation_outage.moc"
