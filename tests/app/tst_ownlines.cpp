// SPDX-License-Identifier: MIT
#include "common/Timestamp.h"
#include "support/OwnLinesBench.h"

using namespace Greenroom;
using Bench = Test::OwnLinesBench;
using Test::in;
using Form = Outgoing::Form;

class TestOwnLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineIsShownAtOnce();
    void itsEchoTakesItsPlace();
    void anEchoNamesUsWhereNobodyElseDoes();
    void othersSayTheSame();
    void aDirectMessageIsMatched();
    void aNoteToOneselfArrivesTwice();
    void aBareTextIsMatchedWhereWeBroadcast();
    void aBareTextOfOthersIsShown();
    void aGatewayErrorFailsTheLine();
    void theEndFailsTheLine();
    void anEchoThroughTheNextConnectionCounts();
    void aTutorialStageGetsItsLines();
    void refusesWhatCannotBeSent();
    void showsWhatOthersSendThroughTheSession();
};

void TestOwnLines::aLineIsShownAtOnce()
{
    Bench bench;
    bench.connectToStage();
    QVERIFY(bench.type(" Hi "));
    QCOMPARE(bench.own(), QStringList{in("Hi", Delivery::Sending)});
    QCOMPARE(bench.sent("Hi"), 1);
    QVERIFY(bench.line(-1).at == bench.clock.wallTime());
}

void TestOwnLines::itsEchoTakesItsPlace()
{
    Bench bench;
    bench.connectToStage();
    bench.meet();
    QVERIFY(bench.type("one"));
    QVERIFY(bench.type("one"));
    bench.receive(R"({"message": "[2026-01-31T12:00:00Z - UTC]\n ann=  Hi\n"})");
    bench.echo("one");
    QCOMPARE(bench.own(), QStringList({in("one", Delivery::Delivered), in("one", Delivery::Sending)}));
    QCOMPARE(toStamp(bench.line(1).at), QStringLiteral("2026-01-31T12:34:56Z"));
    QVERIFY(bench.line(1).rawFrame.contains(QStringLiteral("own=")));
    bench.echo("one");
    QCOMPARE(bench.own(), QStringList({in("one", Delivery::Delivered), in("one", Delivery::Delivered)}));
    QCOMPARE(bench.count(), 4);
}

void TestOwnLines::anEchoNamesUsWhereNobodyElseDoes()
{
    Bench bench;
    bench.connectToStage();
    QVERIFY(bench.type("one"));
    bench.echo("one");
    QCOMPARE(bench.own(), QStringList{in("one", Delivery::Delivered)});
    QCOMPARE(bench.line(-1).personId, QStringLiteral("own="));
}

void TestOwnLines::othersSayTheSame()
{
    Bench bench;
    bench.connectToStage();
    bench.meet();
    QVERIFY(bench.type("one"));
    bench.receive(R"({"message": "[2026-01-31T12:00:00Z - UTC]\n ann=  one\n"})");
    QCOMPARE(bench.own(), QStringList{in("one", Delivery::Sending)});
    QCOMPARE(bench.line(-1).personId, QStringLiteral("ann="));
}

void TestOwnLines::aDirectMessageIsMatched()
{
    Bench bench;
    bench.connectToStage();
    bench.meet();
    QVERIFY(bench.lines.write({Form::Direct, QStringLiteral("psst"), QStringLiteral("ann=")}));
    QCOMPARE(bench.line(-1).kind, Message::Kind::Direct);
    bench.receive(R"({"message": "psst", "sender_id": "own=", "recipient_id": "ann="})");
    QCOMPARE(bench.own(), QStringList{in("psst", Delivery::Delivered)});
    bench.receive(R"({"message": "psst", "sender_id": "ann=", "recipient_id": "own="})");
    QCOMPARE(bench.own().size(), 1);
    QCOMPARE(bench.line(-1).personId, QStringLiteral("ann="));
}

void TestOwnLines::aNoteToOneselfArrivesTwice()
{
    Bench bench;
    bench.connectToStage();
    bench.meet();
    QVERIFY(bench.lines.write({Form::Direct, QStringLiteral("milk"), QStringLiteral("own=")}));
    bench.receive(R"({"message": "milk", "sender_id": "own=", "recipient_id": "own="})");
    bench.receive(R"({"message": "milk", "sender_id": "own=", "recipient_id": "own="})");
    QCOMPARE(bench.own(), QStringList({in("milk", Delivery::Delivered), in("milk", Delivery::None)}));
}

void TestOwnLines::aBareTextIsMatchedWhereWeBroadcast()
{
    Bench bench;
    bench.connectToStage();
    QVERIFY(bench.lines.write({Form::Broadcast, QStringLiteral(R"({"message": "x"})"), {}}));
    bench.receive(R"({"message": "x"})");
    QCOMPARE(bench.own(), QStringList{in(R"({"message": "x"})", Delivery::Delivered)});
    QCOMPARE(bench.count(), 2);
}

void TestOwnLines::aBareTextOfOthersIsShown()
{
    Bench bench;
    bench.connectToStage();
    QVERIFY(bench.type("Hi"));
    bench.receive("Hi");
    QCOMPARE(bench.own(), QStringList{in("Hi", Delivery::Sending)});
    QCOMPARE(bench.line(-1).kind, Message::Kind::Backend);
}

void TestOwnLines::aGatewayErrorFailsTheLine()
{
    Bench bench;
    bench.connectToStage();
    QVERIFY(bench.type("one"));
    QVERIFY(bench.type("two"));
    bench.receive(R"({"message": "Internal server error", "connectionId": "own=", "requestId": "r1="})");
    QCOMPARE(bench.own(), QStringList({in("one", Delivery::Failed), in("two", Delivery::Sending)}));
    QVERIFY(bench.line(1).failure.contains(QStringLiteral("Internal server error")));
    // The frame itself is shown as well.
    QCOMPARE(bench.line(-1).kind, Message::Kind::Error);
    bench.receive(R"({"error": "Invalid request", "message": "Not recognized."})");
    QCOMPARE(bench.own(), QStringList({in("one", Delivery::Failed), in("two", Delivery::Failed)}));
}

void TestOwnLines::theEndFailsTheLine()
{
    Bench bench;
    bench.connectToStage();
    QVERIFY(bench.type("one"));
    bench.conversation.session().disconnectFromStage();
    // Until the stage has answered, an echo may come.
    QCOMPARE(bench.own(), QStringList{in("one", Delivery::Sending)});
    bench.end();
    QCOMPARE(bench.own(), QStringList{in("one", Delivery::Failed)});
}

void TestOwnLines::anEchoThroughTheNextConnectionCounts()
{
    Bench bench;
    bench.connectToStage();
    bench.meet();
    QVERIFY(bench.type("one"));
    bench.end();
    bench.connectToStage();
    bench.echo("one");
    QCOMPARE(bench.own(), QStringList{in("one", Delivery::Delivered)});
}

void TestOwnLines::aTutorialStageGetsItsLines()
{
    Bench bench;
    bench.connectToStage();
    QVERIFY(bench.type("one"));
    QVERIFY(!bench.transports.last().pings.isEmpty());
    Q_EMIT bench.transports.transport().ponged(bench.transports.last().pings.last());
    bench.clock.advance(PendingLines::echoGrace);
    QCOMPARE(bench.own(), QStringList{in("one", Delivery::Sent)});
}

void TestOwnLines::refusesWhatCannotBeSent()
{
    Bench bench;
    QVERIFY(!bench.type("no stage"));
    bench.connectToStage();
    QVERIFY(!bench.type(" \n "));
    QVERIFY(!bench.type(QByteArray(ChatSession::largestMessage, 'x').constData()));
    QVERIFY(bench.own().isEmpty());
    QVERIFY(bench.transports.last().sent.isEmpty());
}

void TestOwnLines::showsWhatOthersSendThroughTheSession()
{
    Bench bench;
    bench.connectToStage();
    QVERIFY(bench.conversation.session().sendChat(QStringLiteral("scripted")));
    QCOMPARE(bench.own(), QStringList{in("scripted", Delivery::Sending)});
    bench.echo("scripted");
    QCOMPARE(bench.own(), QStringList{in("scripted", Delivery::Delivered)});
}

QTEST_GUILESS_MAIN(TestOwnLines)
#include "tst_ownlines.moc"
