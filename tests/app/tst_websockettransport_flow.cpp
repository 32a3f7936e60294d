// SPDX-License-Identifier: MIT
#include "support/FrameServer.h"
#include "support/TransportBench.h"

#include <QTest>
#include <QTimer>

using namespace Greenroom;
using Bench = Test::TransportBench;
using Test::fragmentedText;
using Test::FrameServer;
using Test::serverFrame;
using Cause = TransportFailure::Cause;

namespace {

/// Returns only when both ends are connected.
void connectBoth(Bench &bench, FrameServer &server, const ConnectRequest &more = {})
{
    ConnectRequest request = more;
    request.address = server.address();
    bench.transport->open(request);
    QTRY_COMPARE(bench.opened.count(), 1);
}

QString textOf(const Bench &bench, qsizetype index = 0)
{
    return bench.texts.at(index).at(0).toString();
}

/// Counts turns of the event loop, and how much is told in each.
struct TurnCounter
{
    int turns = 0;
    int inTurn = 0;
    int mostInTurn = 0;
    QTimer timer;

    explicit TurnCounter(const Transport &transport)
    {
        QObject::connect(&transport, &Transport::textReceived, &timer,
                         [this] { mostInTurn = std::max(mostInTurn, ++inTurn); });
        QObject::connect(&timer, &QTimer::timeout, &timer, [this] {
            ++turns;
            inTurn = 0;
        });
        timer.start(0);
    }
};

QByteArray flood(int count)
{
    QByteArray bytes;
    for (int number = 0; number < count; ++number)
        bytes += serverFrame(FrameHeader::Text, QByteArray::number(number));
    return bytes;
}

} // namespace

/// What a WebSocketTransport makes of the bytes that come, and in which doses.
class TestWebSocketTransportFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void takesWhatComesWithTheHandshake();
    void takesAnAnswerThatDripsIn();
    void joinsTextsThatAreCutInsideACharacter();
    void tellsOfBinaryMessages_data();
    void tellsOfBinaryMessages();
    void takesAFrameOf4MB();
    void refusesTooLargeAFrameBeforeItHasCome();
    void refusesWhatBreaksTheRules_data();
    void refusesWhatBreaksTheRules();
    void letsTheLoopTurnInAFlood();
    void losesNothingBeforeAnEnd_data();
    void losesNothingBeforeAnEnd();
    void stopsInAFloodWhenItIsTold_data();
    void stopsInAFloodWhenItIsTold();
    void keepsTheCloseCode_data();
    void keepsTheCloseCode();
    void answersACloseFrameWithItsCode();
    void answersPings();
    void endsWithoutAnAnswerToItsClose();
    void offersWhatWasAsked();
};

void TestWebSocketTransportFlow::takesWhatComesWithTheHandshake()
{
    FrameServer server;
    server.firstBytes = serverFrame(FrameHeader::Text, "first") + serverFrame(FrameHeader::Text, "second");
    Bench bench;
    bool isOpenFirst = false;
    connect(bench.transport.get(), &Transport::textReceived, this,
            [&] { isOpenFirst = bench.opened.count() == 1; });
    connectBoth(bench, server);
    QTRY_COMPARE(bench.texts.count(), 2);
    QVERIFY(isOpenFirst);
    QCOMPARE(textOf(bench), QStringLiteral("first"));
}

void TestWebSocketTransportFlow::takesAnAnswerThatDripsIn()
{
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    const QByteArray bytes =
        fragmentedText(QStringLiteral("a \U0001F389").toUtf8(), 3, serverFrame(FrameHeader::Ping))
        + serverFrame(FrameHeader::Text, QByteArray(300, 'x'))
        + serverFrame(FrameHeader::Close, CloseFrame::payloadFor(1012));
    for (const char byte : bytes) {
        server.send(QByteArray(1, byte));
        server.client->flush();
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(bench.closed.count(), 1);
    QCOMPARE(bench.closed.at(0).at(0).toInt(), 1012);
    QCOMPARE(bench.texts.count(), 2);
    QCOMPARE(textOf(bench), QStringLiteral("a \U0001F389"));
}

void TestWebSocketTransportFlow::joinsTextsThatAreCutInsideACharacter()
{
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    const QString text = u'x' + QString(qsizetype(60) * 1024, QChar(0xe9));
    server.send(fragmentedText(text.toUtf8(), qsizetype(32) * 1024));
    QTRY_COMPARE(bench.texts.count(), 1);
    QCOMPARE(textOf(bench), text);
}

void TestWebSocketTransportFlow::tellsOfBinaryMessages_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("told");
    QTest::newRow("readable text") << QByteArray(R"({"message": "Olá"})")
                                   << QStringLiteral(R"({"message": "Olá"})");
    QTest::newRow("bytes") << QByteArray::fromHex("ff0001")
                           << QStringLiteral("Binary data, 3 byte(s): ff 00 01");
    QTest::newRow("zeros") << QByteArray(2, '\0') << QStringLiteral("Binary data, 2 byte(s): 00 00");
    QTest::newRow("many") << QByteArray(1000, '\xff')
                          << QStringLiteral("Binary data, 1000 byte(s): ")
                                 + QStringList(16, QStringLiteral("ff")).join(u' ') + QStringLiteral(" …");
}

void TestWebSocketTransportFlow::tellsOfBinaryMessages()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, told);
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    server.send(serverFrame(FrameHeader::Binary, payload));
    QTRY_COMPARE(bench.texts.count(), 1);
    QCOMPARE(textOf(bench), told);
}

void TestWebSocketTransportFlow::takesAFrameOf4MB()
{
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    server.sendText(QByteArray(WebSocketTransport::largestMessage, 'x'));
    QTRY_COMPARE(bench.texts.count(), 1);
    QCOMPARE(textOf(bench).size(), WebSocketTransport::largestMessage);
}

void TestWebSocketTransportFlow::refusesTooLargeAFrameBeforeItHasCome()
{
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    server.sendText("good");
    // The rest of the 10 MB never comes.
    server.send(serverFrame(FrameHeader::Text, QByteArray(10'000'000, 'x')).first(2'000));
    QTRY_COMPARE(bench.failed.count(), 1);
    QCOMPARE(bench.failure().cause, Cause::Protocol);
    QCOMPARE(bench.texts.count(), 1);
    QTRY_COMPARE(server.frames(), QList<QByteArray>{"8:" + CloseFrame::payloadFor(1009)});
}

void TestWebSocketTransportFlow::refusesWhatBreaksTheRules_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("a reserved opcode") << serverFrame(3) << 1002;
    QTest::newRow("bad text") << serverFrame(FrameHeader::Text, "\xff") << 1007;
    QTest::newRow("a bad close frame") << serverFrame(FrameHeader::Close, "x") << 1002;
}

void TestWebSocketTransportFlow::refusesWhatBreaksTheRules()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    // What follows is still on its way when we close, which must not cost the other side our last word.
    server.send(bytes + flood(20'000));
    QTRY_COMPARE(bench.failed.count(), 1);
    QCOMPARE(bench.failure().cause, Cause::Protocol);
    QVERIFY(!bench.failure().message.isEmpty());
    QTRY_COMPARE(server.frames(), QList<QByteArray>{"8:" + CloseFrame::payloadFor(code)});
    QCOMPARE(bench.ends(), 1);
    QCOMPARE(bench.texts.count(), 0);
}

void TestWebSocketTransportFlow::letsTheLoopTurnInAFlood()
{
    constexpr int count = 100'000;
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    const TurnCounter counter(*bench.transport);
    server.send(flood(count));
    QTRY_COMPARE_WITH_TIMEOUT(bench.texts.count(), count, 60'000);
    for (int number = 0; number < count; ++number)
        QCOMPARE(textOf(bench, number), QString::number(number));
    // What waits is told in one turn and what comes meanwhile in the same, by the socket's own signal.
    QVERIFY2(counter.mostInTurn <= 2 * WebSocketTransport::largestTurn,
             qPrintable(QString::number(counter.mostInTurn)));
    QVERIFY(counter.turns >= count / (2 * WebSocketTransport::largestTurn));
}

void TestWebSocketTransportFlow::losesNothingBeforeAnEnd_data()
{
    QTest::addColumn<QByteArray>("goodbye");
    QTest::newRow("a close frame") << serverFrame(FrameHeader::Close, CloseFrame::payloadFor(1001));
    QTest::newRow("the end of the stream") << QByteArray();
}

void TestWebSocketTransportFlow::losesNothingBeforeAnEnd()
{
    constexpr int count = 20'000;
    QFETCH(QByteArray, goodbye);
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    qsizetype toldBefore = -1;
    const auto note = [&] { toldBefore = bench.texts.count(); };
    connect(bench.transport.get(), &Transport::closed, this, note);
    connect(bench.transport.get(), &Transport::failed, this, note);
    server.send(flood(count) + goodbye);
    server.client->disconnectFromHost();
    QTRY_COMPARE_WITH_TIMEOUT(bench.ends(), 1, 60'000);
    QCOMPARE(toldBefore, count);
    QCOMPARE(bench.closed.count(), goodbye.isEmpty() ? 0 : 1);
}

void TestWebSocketTransportFlow::stopsInAFloodWhenItIsTold_data()
{
    QTest::addColumn<bool>("deletes");
    QTest::newRow("by abort()") << false;
    QTest::newRow("by being deleted") << true;
}

void TestWebSocketTransportFlow::stopsInAFloodWhenItIsTold()
{
    QFETCH(bool, deletes);
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    connect(bench.transport.get(), &Transport::textReceived, this, [&] {
        if (bench.texts.count() < 300)
            return;
        if (deletes)
            bench.transport.reset();
        else
            bench.transport->abort();
    });
    server.send(flood(20'000));
    QTRY_VERIFY(!server.client || server.client->state() == QAbstractSocket::UnconnectedState);
    QCOMPARE(bench.texts.count(), 300);
    QCOMPARE(bench.ends(), 0);
}

void TestWebSocketTransportFlow::keepsTheCloseCode_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("none") << QByteArray() << 1005 << QString();
    for (const int code : {1000, 1008, 1012, 1013, 4001})
        QTest::addRow("%d", code) << CloseFrame::payloadFor(code) + "Até já" << code
                                  << QStringLiteral("Até já");
}

void TestWebSocketTransportFlow::keepsTheCloseCode()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, code);
    QFETCH(QString, reason);
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    server.send(serverFrame(FrameHeader::Close, payload));
    QTRY_COMPARE(bench.closed.count(), 1);
    QCOMPARE(bench.closed.at(0).at(0).toInt(), code);
    QCOMPARE(bench.closed.at(0).at(1).toString(), reason);
}

void TestWebSocketTransportFlow::answersACloseFrameWithItsCode()
{
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    server.send(serverFrame(FrameHeader::Close, CloseFrame::payloadFor(1001) + "Going away"));
    QTRY_COMPARE(server.frames(), QList<QByteArray>{"8:" + CloseFrame::payloadFor(1001)});
    QTRY_VERIFY(!server.client || server.client->state() == QAbstractSocket::UnconnectedState);
}

void TestWebSocketTransportFlow::answersPings()
{
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    server.send(serverFrame(FrameHeader::Ping, "17"));
    QTRY_COMPARE(server.frames(), QList<QByteArray>{"10:17"});
}

void TestWebSocketTransportFlow::endsWithoutAnAnswerToItsClose()
{
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    bench.transport->close();
    QTRY_COMPARE(server.frames(), QList<QByteArray>{"8:" + CloseFrame::payloadFor(1000)});
    server.send(serverFrame(FrameHeader::Ping, "not answered any more"));
    server.client->disconnectFromHost();
    QTRY_COMPARE(bench.closed.count(), 1);
    QCOMPARE(bench.closed.at(0).at(0).toInt(), 1006);
    QCOMPARE(bench.failed.count(), 0);
    QCOMPARE(server.frames().size(), 1);
}

void TestWebSocketTransportFlow::offersWhatWasAsked()
{
    FrameServer server;
    server.further = "Sec-WebSocket-Protocol: chat.v2\r\n";
    Bench bench;
    ConnectRequest request;
    request.headers = {{"X-Api-Key", "k"}};
    request.subprotocols = {QStringLiteral("chat.v1"), QStringLiteral("chat.v2")};
    connectBoth(bench, server, request);
    QVERIFY(server.request.contains("\r\nX-Api-Key: k\r\n"));
    QVERIFY(server.request.contains("\r\nSec-WebSocket-Protocol: chat.v1, chat.v2\r\n"));
    QCOMPARE(bench.transport->subprotocol(), QStringLiteral("chat.v2"));
}

QTEST_GUILESS_MAIN(TestWebSocketTransportFlow)
#include "tst_websockettransport_flow.moc"
