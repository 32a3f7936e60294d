// SPDX-License-Identifier: MIT
#include "common/Timestamp.h"
#include "support/ConversationBench.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using Kind = Message::Kind;
using Bench = Test::ConversationBench;

class TestConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void recordsAConnection();
    void recordsTheUsersDisconnect();
    void recordsThePeersCloseWithItsReason();
    void recordsAnAutoDisconnect();
    void recordsABrokenConnection();
    void recordsARefusedConnection();
    void givingUpAnAttemptLeavesNoLine();

    void recordsFrames_data();
    void recordsFrames();
    void timesLinesByTheirStamp();
    void timesNoticesWithoutAStampByTheClock();
    void shortAnswersLeaveNoLine_data();
    void shortAnswersLeaveNoLine();

    void listsThePeopleOfAConnection();
    void aNewConnectionBringsNewPeople();
    void recognisesItselfByItsEcho();
    void recognisesItselfWhenTold();
    void staysItselfInOldLines();
    void heartbeatsThatComeBackAreNotOurLines();
};

void TestConversation::recordsAConnection()
{
    Bench bench;
    bench.connectToStage();
    QCOMPARE(bench.count(), 1);
    QCOMPARE(bench.line(0).kind, Kind::Notice);
    QCOMPARE(bench.line(0).text, QStringLiteral("Connected."));
    QVERIFY(bench.line(0).at == bench.clock.wallTime());
    QVERIFY(bench.line(0).rawFrame.isEmpty());
}

void TestConversation::recordsTheUsersDisconnect()
{
    Bench bench;
    bench.connectToStage();
    bench.conversation.session().disconnectFromStage();
    QCOMPARE(bench.count(), 1);
    Q_EMIT bench.transports.transport().closed(1000, {});
    QCOMPARE(bench.count(), 2);
    QCOMPARE(bench.line(1).kind, Kind::Notice);
    QCOMPARE(bench.line(1).text, QStringLiteral("You have been disconnected."));
}

void TestConversation::recordsThePeersCloseWithItsReason()
{
    Bench bench;
    bench.connectToStage();
    Q_EMIT bench.transports.transport().closed(4321, {});
    QCOMPARE(bench.line(1).kind, Kind::Notice);
    QCOMPARE(bench.line(1).text, QStringLiteral("You have been disconnected. "
                                                "The stage closed the connection with code 4321."));
}

void TestConversation::recordsAnAutoDisconnect()
{
    Bench bench;
    bench.conversation.session().autoDisconnect().setEnabled(true);
    bench.connectToStage();
    bench.clock.advance(60s);
    Q_EMIT bench.transports.transport().closed(1000, {});
    QCOMPARE(bench.count(), 2);
    QCOMPARE(bench.line(1).kind, Kind::Notice);
    QCOMPARE(bench.line(1).text, QStringLiteral("Auto-disconnected due to session timeout."));
}

void TestConversation::recordsABrokenConnection()
{
    Bench bench;
    bench.connectToStage();
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Reset.")});
    QCOMPARE(bench.count(), 2);
    QCOMPARE(bench.line(1).kind, Kind::Error);
    QCOMPARE(bench.line(1).text, QStringLiteral("An error occurred with the connection. Reset."));
}

void TestConversation::recordsARefusedConnection()
{
    Bench bench;
    bench.conversation.session().connectTo(QUrl(QStringLiteral("ws://localhost:3001/dev")));
    Q_EMIT bench.transports.transport().failed({403, QStringLiteral("Not you.")});
    QCOMPARE(bench.count(), 1);
    QCOMPARE(bench.line(0).kind, Kind::Error);
    QCOMPARE(bench.line(0).text, QStringLiteral("An error occurred with the connection. Not you."));
}

void TestConversation::givingUpAnAttemptLeavesNoLine()
{
    Bench bench;
    bench.conversation.session().connectTo(QUrl(QStringLiteral("ws://localhost:3001/dev")));
    bench.conversation.session().disconnectFromStage();
    QCOMPARE(bench.count(), 0);
}

void TestConversation::recordsFrames_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("personId");
    QTest::addColumn<QString>("text");

    QTest::newRow("a chat line") << QByteArray(
        R"({"message": "[2026-01-31T12:00:00Z - UTC]\n ann=  <b>Hi</b>\n"})")
                                 << Kind::Chat << "ann="
                                 << "<b>Hi</b>";
    QTest::newRow("a direct message")
        << QByteArray(R"({"message": "psst", "sender_id": "ann=", "recipient_id": "bob="})") << Kind::Direct
        << "ann="
        << "psst";
    QTest::newRow("a joining has no text")
        << QByteArray(R"({"message": "A new user has joined the chat - ann="})") << Kind::Joined << "ann="
        << "";
    QTest::newRow("a leaving has no text")
        << QByteArray(R"({"message": "User ann= has left the chat."})") << Kind::Left << "ann="
        << "";
    QTest::newRow("the backend's error, both parts")
        << QByteArray(R"({"error": "Invalid %2", "message": "Not recognized."})") << Kind::Error << ""
        << QStringLiteral("The backend reports “Invalid %2”: Not recognized.");
    QTest::newRow("the gateway's error, with its request")
        << QByteArray(R"({"message": "Forbidden", "connectionId": "ann=", "requestId": "r1="})")
        << Kind::Error << "" << QStringLiteral("The gateway reports “Forbidden” (request r1=).");
    QTest::newRow("a receipt with errors")
        << QByteArray(R"({"status": "done", "errors": ["one", "two"]})") << Kind::Error << ""
        << "The backend could not deliver a message to everybody: one; two";
    QTest::newRow("a line without a sender") << QByteArray(R"({"message": "Welcome"})") << Kind::Backend << ""
                                             << "Welcome";
    QTest::newRow("a raw text") << QByteArray("Ground Control") << Kind::Backend << ""
                                << "Ground Control";
    QTest::newRow("JSON in no form known") << QByteArray(R"({"a": 1})") << Kind::Backend << ""
                                           << R"({"a": 1})";
}

void TestConversation::recordsFrames()
{
    QFETCH(QByteArray, frame);
    QFETCH(Kind, kind);
    QFETCH(QString, personId);
    QFETCH(QString, text);
    Bench bench;
    bench.connectToStage();
    bench.receive(frame.constData());
    QCOMPARE(bench.count(), 2);
    QCOMPARE(bench.line(1).kind, kind);
    QCOMPARE(bench.line(1).personId, personId);
    QCOMPARE(bench.line(1).text, text);
    QCOMPARE(bench.line(1).rawFrame, QString::fromUtf8(frame));
}

void TestConversation::timesLinesByTheirStamp()
{
    Bench bench;
    bench.connectToStage();
    bench.receive(R"({"message": "[2020-02-29T01:02:03Z - UTC]\n ann=  Hi\n"})");
    QCOMPARE(toStamp(bench.line(-1).at), QStringLiteral("2020-02-29T01:02:03Z"));
    bench.receive(R"({"message": "[2020-02-29T01:02:04Z - UTC]\n User ann= has left the chat.\n"})");
    QCOMPARE(toStamp(bench.line(-1).at), QStringLiteral("2020-02-29T01:02:04Z"));
    bench.receive(R"({"message": "[2020-02-29T01:02:05Z - UTC]\n A new user has joined the chat - ann=\n"})");
    QCOMPARE(toStamp(bench.line(-1).at), QStringLiteral("2020-02-29T01:02:05Z"));
}

void TestConversation::timesNoticesWithoutAStampByTheClock()
{
    Bench bench;
    bench.connectToStage();
    bench.clock.advance(7s);
    for (const char *frame : {R"({"message": "A new user has joined the chat - ann="})",
                              R"({"message": "User ann= has left the chat."})", "raw"}) {
        bench.receive(frame);
        QVERIFY(bench.line(-1).at == bench.clock.wallTime());
    }
}

void TestConversation::shortAnswersLeaveNoLine_data()
{
    QTest::addColumn<QByteArray>("frame");

    QTest::newRow("a pong") << QByteArray(R"({"message": "pong"})");
    QTest::newRow("a receipt without errors") << QByteArray(R"({"status": "done", "errors": []})");
    QTest::newRow("our identity") << QByteArray(R"({"connection_id": "own="})");
}

void TestConversation::shortAnswersLeaveNoLine()
{
    QFETCH(QByteArray, frame);
    Bench bench;
    bench.connectToStage();
    bench.receive(frame.constData());
    QCOMPARE(bench.count(), 1);
}

void TestConversation::listsThePeopleOfAConnection()
{
    Bench bench;
    bench.connectToStage();
    bench.receive(R"({"message": "A new user has joined the chat - ann="})");
    bench.receive(R"({"message": "[2026-01-31T12:00:00Z - UTC]\n bob=  Hi\n"})");
    bench.receive(R"({"message": "psst", "sender_id": "eve=", "recipient_id": "own="})");
    bench.receive(R"({"connection_id": "own="})");
    QCOMPARE(bench.people(), QStringList({QStringLiteral("ann="), QStringLiteral("bob="),
                                          QStringLiteral("eve="), QStringLiteral("own=")}));
    bench.receive(R"({"message": "User bob= has left the chat."})");
    QVERIFY(!bench.people().contains(QStringLiteral("bob=")));
}

void TestConversation::aNewConnectionBringsNewPeople()
{
    Bench bench;
    bench.connectToStage();
    bench.receive(R"({"connection_id": "own="})");
    Q_EMIT bench.transports.transport().closed(1001, {});
    QCOMPARE(bench.people().size(), 1);
    bench.connectToStage();
    QCOMPARE(bench.people().size(), 0);
    // What the former connection told of us holds no more.
    bench.receive(R"({"message": "[2026-01-31T12:00:00Z - UTC]\n ann=  Hi\n"})");
    QCOMPARE(bench.self(), QString());
}

void TestConversation::recognisesItselfByItsEcho()
{
    Bench bench;
    bench.connectToStage();
    QVERIFY(bench.conversation.session().sendChat(QStringLiteral(" Hi ")));
    bench.receive(R"({"message": "[2026-01-31T12:00:00Z - UTC]\n ann=  Not yours\n"})");
    QVERIFY(!bench.isOwn(-1));
    bench.receive(R"({"message": "[2026-01-31T12:00:00Z - UTC]\n own=  Hi\n"})");
    // The line stands where it was typed, before Ann's.
    QCOMPARE(bench.count(), 3);
    QVERIFY(!bench.isOwn(-1));
    QVERIFY(bench.isOwn(1));
    QCOMPARE(bench.line(1).personId, QStringLiteral("own="));
    QCOMPARE(bench.self(), QStringLiteral("own="));
}

void TestConversation::recognisesItselfWhenTold()
{
    Bench bench;
    bench.connectToStage();
    bench.receive(R"({"message": "[2026-01-31T12:00:00Z - UTC]\n own=  Hi\n"})");
    QVERIFY(!bench.isOwn(-1));
    bench.receive(R"({"connection_id": "own="})");
    QVERIFY(bench.isOwn(-1));
    QCOMPARE(bench.self(), QStringLiteral("own="));
}

void TestConversation::staysItselfInOldLines()
{
    Bench bench;
    bench.connectToStage();
    bench.receive(R"({"connection_id": "own="})");
    bench.receive(R"({"message": "[2026-01-31T12:00:00Z - UTC]\n own=  Hi\n"})");
    const int old = bench.count() - 1;
    Q_EMIT bench.transports.transport().closed(1001, {});
    bench.connectToStage();
    bench.receive(R"({"connection_id": "new="})");
    bench.receive(R"({"message": "[2026-01-31T12:00:00Z - UTC]\n new=  Again\n"})");
    QVERIFY(bench.isOwn(old));
    QVERIFY(bench.isOwn(-1));
    QCOMPARE(bench.self(), QStringLiteral("new="));
}

void TestConversation::heartbeatsThatComeBackAreNotOurLines()
{
    Bench bench;
    bench.conversation.session().heartbeat().setChoice({true, 30s, {}, QStringLiteral("alive")});
    bench.connectToStage();
    bench.receive(R"({"message": "[2026-01-31T12:00:00Z - UTC]\n own=  alive\n"})");
    OwnLines &lines = bench.conversation.ownLines();
    QVERIFY(lines.write({Outgoing::Form::Chat, QStringLiteral("Hello"), {}, {}}));
    bench.receive(R"({"message": "[2026-01-31T12:00:00Z - UTC]\n own=  Hello\n"})");
    QCOMPARE(bench.self(), QStringLiteral("own="));
    QVERIFY(lines.write({Outgoing::Form::Chat, QStringLiteral("Bye"), {}, {}}));
    bench.receive(R"({"message": "[2026-01-31T12:00:30Z - UTC]\n own=  alive\n"})");
    QCOMPARE(bench.line(-1).delivery, Delivery::Sending);
    bench.receive(R"({"message": "[2026-01-31T12:00:30Z - UTC]\n other=  alive\n"})");
    QCOMPARE(bench.line(-1).personId, QStringLiteral("other="));
}

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_conversation.moc"
