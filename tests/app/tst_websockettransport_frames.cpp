// SPDX-License-Identifier: MIT
#include "support/FrameServer.h"
#include "support/TransportBench.h"

#include <QTest>

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

} // namespace

/// What a WebSocketTransport makes of frames, and how it answers.
class TestWebSocketTransportFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void joinsTextsThatAreCutInsideACharacter();
    void tellsOfBinaryMessages_data();
    void tellsOfBinaryMessages();
    void takesAFrameOf4MB();
    void refusesTooLargeAFrameBeforeItHasCome();
    void refusesWhatBreaksTheRules_data();
    void refusesWhatBreaksTheRules();
    void keepsTheCloseCode_data();
    void keepsTheCloseCode();
    void answersACloseFrameWithItsCode();
    void answersPings();
    void endsWithoutAnAnswerToItsClose();
    void offersWhatWasAsked();
};

void TestWebSocketTransportFrames::joinsTextsThatAreCutInsideACharacter()
{
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    const QString text = u'x' + QString(qsizetype(60) * 1024, QChar(0xe9));
    server.send(fragmentedText(text.toUtf8(), qsizetype(32) * 1024));
    QTRY_COMPARE(bench.texts.count(), 1);
    QCOMPARE(textOf(bench), text);
}

void TestWebSocketTransportFrames::tellsOfBinaryMessages_data()
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

void TestWebSocketTransportFrames::tellsOfBinaryMessages()
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

void TestWebSocketTransportFrames::takesAFrameOf4MB()
{
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    server.sendText(QByteArray(WebSocketTransport::largestMessage, 'x'));
    QTRY_COMPARE(bench.texts.count(), 1);
    QCOMPARE(textOf(bench).size(), WebSocketTransport::largestMessage);
}

void TestWebSocketTransportFrames::refusesTooLargeAFrameBeforeItHasCome()
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

void TestWebSocketTransportFrames::refusesWhatBreaksTheRules_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("a reserved opcode") << serverFrame(3) << 1002;
    QTest::newRow("bad text") << serverFrame(FrameHeader::Text, "\xff") << 1007;
    QTest::newRow("a bad close frame") << serverFrame(FrameHeader::Close, "x") << 1002;
}

void TestWebSocketTransportFrames::refusesWhatBreaksTheRules()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    // What follows is still on its way when we close, which must not cost the other side our last word.
    server.send(bytes + QByteArray(200'000, 'x'));
    QTRY_COMPARE(bench.failed.count(), 1);
    QCOMPARE(bench.failure().cause, Cause::Protocol);
    QVERIFY(!bench.failure().message.isEmpty());
    QTRY_COMPARE(server.frames(), QList<QByteArray>{"8:" + CloseFrame::payloadFor(code)});
    QCOMPARE(bench.ends(), 1);
    QCOMPARE(bench.texts.count(), 0);
}

void TestWebSocketTransportFrames::keepsTheCloseCode_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("none") << QByteArray() << 1005 << QString();
    for (const int code : {1000, 1008, 1012, 1013, 4001})
        QTest::addRow("%d", code) << CloseFrame::payloadFor(code) + "Até já" << code
                                  << QStringLiteral("Até já");
}

void TestWebSocketTransportFrames::keepsTheCloseCode()
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

void TestWebSocketTransportFrames::answersACloseFrameWithItsCode()
{
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    server.send(serverFrame(FrameHeader::Close, CloseFrame::payloadFor(1001) + "Going away"));
    QTRY_COMPARE(server.frames(), QList<QByteArray>{"8:" + CloseFrame::payloadFor(1001)});
    QTRY_VERIFY(!server.client || server.client->state() == QAbstractSocket::UnconnectedState);
}

void TestWebSocketTransportFrames::answersPings()
{
    FrameServer server;
    Bench bench;
    connectBoth(bench, server);
    server.send(serverFrame(FrameHeader::Ping, "17"));
    QTRY_COMPARE(server.frames(), QList<QByteArray>{"10:17"});
}

void TestWebSocketTransportFrames::endsWithoutAnAnswerToItsClose()
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

void TestWebSocketTransportFrames::offersWhatWasAsked()
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

QTEST_GUILESS_MAIN(TestWebSocketTransportFrames)
#include "tst_websockettransport_frames.moc"
