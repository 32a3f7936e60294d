// SPDX-License-Identifier: MIT
#include "support/TransportBench.h"

#include <QTest>

using namespace Greenroom;
using Bench = Test::TransportBench;
using Test::RawServer;
using Stage = Test::StageServer;

namespace {

/// Returns only when both ends are connected.
void connectBoth(Bench &bench, Stage &stage)
{
    bench.transport->open({stage.address()});
    QTRY_COMPARE(bench.opened.count(), 1);
    QTRY_VERIFY(stage.client);
}

} // namespace

class TestWebSocketTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void opens();
    void exchangesText_data();
    void exchangesText();
    void pings();
    void passesOnThePeersClose();
    void closesByItself();
    void tellsABrokenConnectionFromAClose_data();
    void tellsABrokenConnectionFromAClose();
    void sendsFramesOfAtMost32KB();
    void abortsInSilence_data();
    void abortsInSilence();
    void mayBeDeletedInItsOwnSignal_data();
    void mayBeDeletedInItsOwnSignal();
    void idlesWithoutASocket();
};

void TestWebSocketTransport::opens()
{
    Stage stage;
    Bench bench;
    bench.transport->open({stage.address()});
    QCOMPARE(bench.opened.count(), 0);
    QTRY_COMPARE(bench.opened.count(), 1);
    QCOMPARE(bench.ends(), 0);
}

void TestWebSocketTransport::exchangesText_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("a plain text") << "Hello";
    QTest::newRow("an empty text") << "";
    QTest::newRow("emoji, accents and NUL") << QStringLiteral("\U0001F389 ação ") + QChar(u'\0');
    QTest::newRow("128 KB") << QString(qsizetype(128) * 1024, u'x');
    QTest::newRow("120 KB of characters that even cuts would split")
        << u'x' + QString(qsizetype(60) * 1024, QChar(0xe9));
}

void TestWebSocketTransport::exchangesText()
{
    QFETCH(QString, text);
    Stage stage;
    Bench bench;
    connectBoth(bench, stage);
    QObject::connect(stage.client.get(), &QWebSocket::textMessageReceived, stage.client.get(),
                     &QWebSocket::sendTextMessage);
    bench.transport->sendText(text);
    QTRY_COMPARE(bench.texts.count(), 1);
    QCOMPARE(bench.texts.at(0).at(0).toString(), text);
}

void TestWebSocketTransport::pings()
{
    Stage stage;
    Bench bench;
    connectBoth(bench, stage);
    bench.transport->ping("17");
    QTRY_COMPARE(bench.pongs.count(), 1);
    QCOMPARE(bench.pongs.at(0).at(0).toByteArray(), QByteArray("17"));
}

void TestWebSocketTransport::passesOnThePeersClose()
{
    Stage stage;
    Bench bench;
    connectBoth(bench, stage);
    stage.client->sendTextMessage(QStringLiteral("last words"));
    stage.client->close(QWebSocketProtocol::CloseCodeGoingAway, QStringLiteral("Going away"));
    QTRY_COMPARE(bench.closed.count(), 1);
    QCOMPARE(bench.closed.at(0).at(0).toInt(), 1001);
    QCOMPARE(bench.closed.at(0).at(1).toString(), QStringLiteral("Going away"));
    QCOMPARE(bench.texts.count(), 1);
    QCOMPARE(bench.failed.count(), 0);
}

void TestWebSocketTransport::closesByItself()
{
    Stage stage;
    Bench bench;
    connectBoth(bench, stage);
    const QSignalSpy received(stage.client.get(), &QWebSocket::textMessageReceived);
    const QSignalSpy gone(stage.client.get(), &QWebSocket::disconnected);
    bench.transport->sendText(QStringLiteral("last words"));
    bench.transport->close();
    QTRY_COMPARE(bench.closed.count(), 1);
    QCOMPARE(bench.closed.at(0).at(0).toInt(), 1000);
    QCOMPARE(bench.failed.count(), 0);
    QTRY_COMPARE(gone.count(), 1);
    QCOMPARE(received.count(), 1);
    QCOMPARE(stage.client->closeCode(), QWebSocketProtocol::CloseCodeNormal);
}

void TestWebSocketTransport::tellsABrokenConnectionFromAClose_data()
{
    QTest::addColumn<bool>("reset");

    QTest::newRow("the end of the stream") << false;
    QTest::newRow("a reset") << true;
}

void TestWebSocketTransport::tellsABrokenConnectionFromAClose()
{
    QFETCH(bool, reset);
    Stage stage;
    Bench bench;
    connectBoth(bench, stage);
    if (reset)
        stage.reset();
    else
        stage.tcp->disconnectFromHost();
    QTRY_COMPARE(bench.failed.count(), 1);
    QCOMPARE(bench.closed.count(), 0);
    QCOMPARE(bench.failure().httpStatus, 0);
    QVERIFY2(bench.failure().message.contains(QStringLiteral("broke off")),
             qPrintable(bench.failure().message));
}

void TestWebSocketTransport::sendsFramesOfAtMost32KB()
{
    Stage stage;
    Bench bench;
    connectBoth(bench, stage);
    const QSignalSpy frames(stage.client.get(), &QWebSocket::textFrameReceived);
    const QSignalSpy messages(stage.client.get(), &QWebSocket::textMessageReceived);
    bench.transport->sendText(QString(qsizetype(40) * 1024, u'x'));
    QTRY_COMPARE(messages.count(), 1);
    QCOMPARE(frames.count(), 2);
    QCOMPARE(frames.at(0).at(0).toString().size(), 32 * 1024);
    QCOMPARE(frames.at(1).at(0).toString().size(), 8 * 1024);
}

void TestWebSocketTransport::abortsInSilence_data()
{
    QTest::addColumn<bool>("open");

    QTest::newRow("while connecting") << false;
    QTest::newRow("while open") << true;
}

void TestWebSocketTransport::abortsInSilence()
{
    QFETCH(bool, open);
    Stage stage;
    const RawServer silent;
    Bench bench;
    if (open)
        connectBoth(bench, stage);
    else
        bench.transport->open({silent.address()});
    QTRY_VERIFY(open || silent.client);
    bench.transport->abort();
    QTRY_VERIFY(open ? !stage.client->isValid()
                     : silent.client->state() == QAbstractSocket::UnconnectedState);
    QCOMPARE(bench.ends(), 0);
}

void TestWebSocketTransport::mayBeDeletedInItsOwnSignal_data()
{
    QTest::addColumn<QByteArray>("signal");

    QTest::newRow("opened") << QByteArray("opened");
    QTest::newRow("textReceived") << QByteArray("textReceived");
    QTest::newRow("ponged") << QByteArray("ponged");
    QTest::newRow("closed by the peer") << QByteArray("closed");
    QTest::newRow("closed by ourselves") << QByteArray("closedByUs");
    QTest::newRow("failed after opening") << QByteArray("failed");
    QTest::newRow("failed before opening") << QByteArray("refused");
}

void TestWebSocketTransport::mayBeDeletedInItsOwnSignal()
{
    QFETCH(QByteArray, signal);
    Stage stage;
    const RawServer refusing("HTTP/1.1 403 Forbidden\r\n\r\n", RawServer::Then::Stays);
    Bench bench;
    const QPointer<WebSocketTransport> watch(bench.transport.get());
    const auto deleteIt = [&bench] { bench.transport.reset(); };
    if (signal == "opened")
        QObject::connect(watch, &Transport::opened, &stage.server, deleteIt);
    QObject::connect(watch, &Transport::textReceived, &stage.server, deleteIt);
    QObject::connect(watch, &Transport::ponged, &stage.server, deleteIt);
    QObject::connect(watch, &Transport::closed, &stage.server, deleteIt);
    QObject::connect(watch, &Transport::failed, &stage.server, deleteIt);

    watch->open({signal == "refused" ? refusing.address() : stage.address()});
    if (signal != "opened" && signal != "refused") {
        QTRY_COMPARE(bench.opened.count(), 1);
        QTRY_VERIFY(stage.client);
    }
    if (signal == "textReceived") {
        // More than one, so that some are still in the socket when it goes.
        for (int i = 0; i < 100; ++i)
            stage.client->sendTextMessage(QStringLiteral("Hello"));
    }
    if (signal == "ponged")
        watch->ping("1");
    if (signal == "closed")
        stage.client->close();
    if (signal == "closedByUs")
        watch->close();
    if (signal == "failed")
        stage.client->abort();
    QTRY_VERIFY(!watch);
    QVERIFY(bench.texts.count() <= 1);
    // The connection must not outlive the transport.
    if (signal == "refused")
        QTRY_VERIFY(!refusing.client || refusing.client->state() == QAbstractSocket::UnconnectedState);
    else
        QTRY_VERIFY(stage.client && !stage.client->isValid());
}

void TestWebSocketTransport::idlesWithoutASocket()
{
    Bench bench;
    bench.transport->sendText(QStringLiteral("x"));
    bench.transport->ping("x");
    bench.transport->close();
    bench.transport->abort();
    QCOMPARE(bench.ends(), 0);
}

QTEST_GUILESS_MAIN(TestWebSocketTransport)
#include "tst_websockettransport.moc"
