// SPDX-License-Identifier: MIT
#include "support/OwnLinesBench.h"

using namespace Greenroom;
using Bench = Test::OwnLinesBench;
using Test::in;

/// Lines that wait, and what can be done with those that failed.
class TestOwnLinesAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForAConnectionAndGoesOutInOrder();
    void waitsForItsOwnStageOnly();
    void retriesAFailedLine();
    void retriesNothingElse();
    void retriesLaterWithoutAConnection();
    void editsAFailedLine();
    void editsAWaitingLine();
    void editsNothingThatIsUnderWay();
};

void TestOwnLinesAgain::waitsForAConnectionAndGoesOutInOrder()
{
    Bench bench;
    bench.lines.setStage(QUrl(QStringLiteral("ws://localhost:3001/dev")));
    QVERIFY(bench.type("one"));
    QVERIFY(bench.type("two"));
    QVERIFY(bench.type("three"));
    QCOMPARE(bench.own(), QStringList({in("one", Delivery::Waiting), in("two", Delivery::Waiting),
                                       in("three", Delivery::Waiting)}));
    bench.connectToStage();
    QCOMPARE(bench.own(), QStringList({in("one", Delivery::Sending), in("two", Delivery::Sending),
                                       in("three", Delivery::Sending)}));
    QCOMPARE(bench.transports.last().sent, QStringList({Dialect::chatFrame(QStringLiteral("one")),
                                                        Dialect::chatFrame(QStringLiteral("two")),
                                                        Dialect::chatFrame(QStringLiteral("three"))}));
}

void TestOwnLinesAgain::waitsForItsOwnStageOnly()
{
    Bench bench;
    bench.lines.setStage(QUrl(QStringLiteral("ws://elsewhere/dev")));
    QVERIFY(bench.type("not for everybody"));
    bench.connectToStage();
    QCOMPARE(bench.own(), QStringList{in("not for everybody", Delivery::Waiting)});
    QVERIFY(bench.transports.last().sent.isEmpty());
}

void TestOwnLinesAgain::retriesAFailedLine()
{
    Bench bench;
    bench.connectToStage();
    bench.meet();
    QVERIFY(bench.type("one"));
    bench.clock.advance(PendingLines::timeLimit);
    QCOMPARE(bench.lines.lastFailed(), 1);
    bench.conversation.retry(1);
    QCOMPARE(bench.own(), QStringList{in("one", Delivery::Sending)});
    QCOMPARE(bench.sent("one"), 2);
    QCOMPARE(bench.lines.lastFailed(), -1);
    bench.echo("one");
    QCOMPARE(bench.own(), QStringList{in("one", Delivery::Delivered)});
}

void TestOwnLinesAgain::retriesNothingElse()
{
    Bench bench;
    bench.connectToStage();
    QVERIFY(bench.type("one"));
    bench.conversation.retry(0);
    bench.conversation.retry(1);
    QCOMPARE(bench.sent("one"), 1);
    QCOMPARE(bench.count(), 2);
}

void TestOwnLinesAgain::retriesLaterWithoutAConnection()
{
    Bench bench;
    bench.connectToStage();
    QVERIFY(bench.type("one"));
    bench.end();
    bench.conversation.retry(bench.lines.lastFailed());
    QCOMPARE(bench.own(), QStringList{in("one", Delivery::Waiting)});
    bench.connectToStage();
    QCOMPARE(bench.sent("one"), 1);
    QCOMPARE(bench.own(), QStringList{in("one", Delivery::Sending)});
}

void TestOwnLinesAgain::editsAFailedLine()
{
    Bench bench;
    bench.connectToStage();
    QVERIFY(bench.type("one"));
    bench.end();
    bench.conversation.edit(bench.lines.lastFailed());
    QVERIFY(bench.own().isEmpty());
    QCOMPARE(bench.edits.count(), 1);
    QCOMPARE(bench.edits.at(0).at(0).value<Outgoing>().text, QStringLiteral("one"));
}

void TestOwnLinesAgain::editsAWaitingLine()
{
    Bench bench;
    bench.lines.setStage(QUrl(QStringLiteral("ws://localhost:3001/dev")));
    QVERIFY(bench.type("one"));
    bench.conversation.edit(0);
    QCOMPARE(bench.edits.count(), 1);
    bench.connectToStage();
    QVERIFY(bench.transports.last().sent.isEmpty());
}

void TestOwnLinesAgain::editsNothingThatIsUnderWay()
{
    Bench bench;
    bench.connectToStage();
    QVERIFY(bench.type("one"));
    bench.conversation.edit(1);
    QCOMPARE(bench.edits.count(), 0);
    QCOMPARE(bench.own(), QStringList{in("one", Delivery::Sending)});
}

QTEST_GUILESS_MAIN(TestOwnLinesAgain)
#include "tst_ownlines_again.moc"
