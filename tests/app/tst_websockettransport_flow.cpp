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

/// In which doses a WebSocketTransport takes what comes, and that it loses nothing.
class TestWebSocketTransportFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void takesWhatComesWithTheHandshake();
    void takesAnAnswerThatDripsIn();
    void letsTheLoopTurnInAFlood();
    void losesNothingBeforeAnEnd_data();
    void losesNothingBeforeAnEnd();
    void stopsInAFloodWhenItIsTold_data();
    void stopsInAFloodWhenItIsTold();
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

QTEST_GUILESS_MAIN(TestWebSocketTransportFlow)
#include "tst_websockettransport_flow.moc"
