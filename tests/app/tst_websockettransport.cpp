// SPDX-License-Identifier: MIT
#include "session/WebSocketTransport.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>
#include <sys/socket.h>

using namespace Greenroom;

namespace {

/// A WebSocket server in the test, and the last client that came.
struct Stage
{
    QTcpServer listener;
    QWebSocketServer server{QStringLiteral("test"), QWebSocketServer::NonSecureMode};
    QPointer<QTcpSocket> tcp;
    std::unique_ptr<QWebSocket> client;

    Stage()
    {
        listener.listen(QHostAddress::LocalHost);
        QObject::connect(&listener, &QTcpServer::newConnection, &server, [this] {
            tcp = listener.nextPendingConnection();
            server.handleConnection(tcp);
        });
        QObject::connect(&server, &QWebSocketServer::newConnection, &server,
                         [this] { client.reset(server.nextPendingConnection()); });
    }
    QUrl address() const { return QUrl(QStringLiteral("ws://127.0.0.1:%1/dev").arg(listener.serverPort())); }
    /// Has the system answer with a reset rather than with the end of the stream.
    void reset() const
    {
        const linger atOnce{1, 0};
        const auto descriptor = static_cast<int>(tcp->socketDescriptor());
        QCOMPARE(setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce), 0);
        tcp->abort();
    }
};

/// A TCP server that answers every request head with `answer`, and then closes if told to.
struct RawServer
{
    enum class Then { Stays, Closes };

    QTcpServer server;
    QPointer<QTcpSocket> client;

    explicit RawServer(const QByteArray &answer = {}, Then then = Then::Stays)
    {
        server.listen(QHostAddress::LocalHost);
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this, answer, then] {
            client = server.nextPendingConnection();
            QObject::connect(client, &QTcpSocket::readyRead, client, [this, answer, then] {
                client->readAll();
                client->write(answer);
                if (then == Then::Closes)
                    client->disconnectFromHost();
            });
        });
    }
    QUrl address(const char *scheme = "ws") const
    {
        return QUrl(
            QStringLiteral("%1://127.0.0.1:%2/dev").arg(QLatin1String(scheme)).arg(server.serverPort()));
    }
};

/// A transport, and what it has said so far.
struct Bench
{
    std::unique_ptr<WebSocketTransport> transport = std::make_unique<WebSocketTransport>();
    QSignalSpy opened{transport.get(), &Transport::opened};
    QSignalSpy texts{transport.get(), &Transport::textReceived};
    QSignalSpy pongs{transport.get(), &Transport::ponged};
    QSignalSpy closed{transport.get(), &Transport::closed};
    QSignalSpy failed{transport.get(), &Transport::failed};

    TransportFailure failure() const { return failed.at(0).at(0).value<TransportFailure>(); }
    qsizetype ends() const { return closed.count() + failed.count(); }
};

/// Returns only when both ends are connected.
void connectBoth(Bench &bench, Stage &stage)
{
    bench.transport->open(stage.address());
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

    void explainsRefusedHandshakes_data();
    void explainsRefusedHandshakes();
    void explainsAnswersThatAreNoHandshake_data();
    void explainsAnswersThatAreNoHandshake();
    void explainsARefusedConnection();
    void explainsATlsFailure();

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
    bench.transport->open(stage.address());
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
    QTest::newRow("128 KB") << QString(128 * 1024, u'x');
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
    bench.transport->sendText(QString(40 * 1024, u'x'));
    QTRY_COMPARE(messages.count(), 1);
    QCOMPARE(frames.count(), 2);
    QCOMPARE(frames.at(0).at(0).toString().size(), 32 * 1024);
    QCOMPARE(frames.at(1).at(0).toString().size(), 8 * 1024);
}

void TestWebSocketTransport::explainsRefusedHandshakes_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<RawServer::Then>("then");
    QTest::addColumn<int>("status");

    const auto row = [](const char *name, const char *head, RawServer::Then then, int status) {
        QTest::newRow(name) << QByteArray(head) + "\r\nContent-Length: 23\r\n\r\n{\"message\":\"Forbidden\"}"
                            << then << status;
    };
    row("401", "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer", RawServer::Then::Closes, 401);
    row("403", "HTTP/1.1 403 Forbidden", RawServer::Then::Closes, 403);
    row("403 of a server that keeps the connection", "HTTP/1.1 403 Forbidden", RawServer::Then::Stays, 403);
    row("404", "HTTP/1.1 404 Not Found", RawServer::Then::Closes, 404);
    row("426", "HTTP/1.1 426 Upgrade Required", RawServer::Then::Closes, 426);
    row("429", "HTTP/1.1 429 Too Many Requests", RawServer::Then::Closes, 429);
    row("502", "HTTP/1.1 502 Bad Gateway", RawServer::Then::Closes, 502);
    row("a redirection", "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/", RawServer::Then::Closes, 302);
    row("200", "HTTP/1.1 200 OK", RawServer::Then::Closes, 200);
}

void TestWebSocketTransport::explainsRefusedHandshakes()
{
    QFETCH(QByteArray, head);
    QFETCH(RawServer::Then, then);
    QFETCH(int, status);
    const RawServer server(head, then);
    Bench bench;
    bench.transport->open(server.address());
    QTRY_COMPARE(bench.failed.count(), 1);
    QCOMPARE(bench.failure().httpStatus, status);
    QVERIFY2(bench.failure().message.contains(QString::number(status)), qPrintable(bench.failure().message));
    QTRY_VERIFY(!server.client || server.client->state() == QAbstractSocket::UnconnectedState);
    QCOMPARE(bench.opened.count(), 0);
    QCOMPARE(bench.ends(), 1);
}

void TestWebSocketTransport::explainsAnswersThatAreNoHandshake_data()
{
    QTest::addColumn<QByteArray>("answer");

    QTest::newRow("nothing at all") << QByteArray();
    // QWebSocket does not tell this status from others that it cannot read.
    QTest::newRow("400") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n");
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: webs");
    QTest::newRow("a key that is wrong")
        << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      "Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n");
}

void TestWebSocketTransport::explainsAnswersThatAreNoHandshake()
{
    QFETCH(QByteArray, answer);
    const RawServer server(answer, RawServer::Then::Closes);
    Bench bench;
    bench.transport->open(server.address());
    QTRY_COMPARE(bench.failed.count(), 1);
    QVERIFY2(bench.failure().message.endsWith(u'.'), qPrintable(bench.failure().message));
    QVERIFY2(!bench.failure().message.contains(QStringLiteral("Nothing answers")),
             qPrintable(bench.failure().message));
    QCOMPARE(bench.failure().httpStatus, 0);
    QCOMPARE(bench.opened.count(), 0);
    QCOMPARE(bench.ends(), 1);
}

void TestWebSocketTransport::explainsARefusedConnection()
{
    QUrl address;
    {
        const RawServer gone;
        address = gone.address();
    }
    Bench bench;
    bench.transport->open(address);
    QTRY_COMPARE(bench.failed.count(), 1);
    QCOMPARE(bench.failure().httpStatus, 0);
    QVERIFY2(bench.failure().message.contains(QStringLiteral("Nothing answers on this port of 127.0.0.1")),
             qPrintable(bench.failure().message));
    QCOMPARE(bench.closed.count(), 0);
}

void TestWebSocketTransport::explainsATlsFailure()
{
    const RawServer server("HTTP/1.1 400 Bad Request\r\n\r\n", RawServer::Then::Closes);
    Bench bench;
    bench.transport->open(server.address("wss"));
    QTRY_COMPARE(bench.failed.count(), 1);
    QVERIFY2(bench.failure().message.contains(QStringLiteral("No secure connection to 127.0.0.1")),
             qPrintable(bench.failure().message));
    QCOMPARE(bench.ends(), 1);
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
        bench.transport->open(silent.address());
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

    watch->open(signal == "refused" ? refusing.address() : stage.address());
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
