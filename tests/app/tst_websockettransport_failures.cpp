// SPDX-License-Identifier: MIT
#include "support/TransportBench.h"

#include <QTest>

using namespace Greenroom;
using Bench = Test::TransportBench;
using Test::RawServer;
using Cause = TransportFailure::Cause;

/// What a WebSocketTransport says when a connection cannot be made.
class TestWebSocketTransportFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void explainsRefusedHandshakes_data();
    void explainsRefusedHandshakes();
    void explainsAnswersThatAreNoHandshake_data();
    void explainsAnswersThatAreNoHandshake();
    void repeatsWhatTheServerSaid_data();
    void repeatsWhatTheServerSaid();
    void saysWhereARedirectionLeads();
    void refusesARequestThatCannotBeWritten();
    void explainsARefusedConnection();
    void explainsAHostThatIsNotThere();
    void explainsATlsFailure();
};

void TestWebSocketTransportFailures::explainsRefusedHandshakes_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<RawServer::Then>("then");
    QTest::addColumn<int>("status");

    const auto row = [](const char *name, const char *head, RawServer::Then then, int status) {
        QTest::newRow(name) << QByteArray(head) + "\r\nContent-Length: 23\r\n\r\n{\"message\":\"Forbidden\"}"
                            << then << status;
    };
    row("400", "HTTP/1.1 400 Bad Request", RawServer::Then::Closes, 400);
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

void TestWebSocketTransportFailures::explainsRefusedHandshakes()
{
    QFETCH(QByteArray, head);
    QFETCH(RawServer::Then, then);
    QFETCH(int, status);
    const RawServer server(head, then);
    Bench bench;
    bench.transport->open({server.address()});
    QTRY_COMPARE(bench.failed.count(), 1);
    QCOMPARE(bench.failure().httpStatus, status);
    QCOMPARE(bench.failure().cause, Cause::Refused);
    QVERIFY2(bench.failure().message.contains(QString::number(status)), qPrintable(bench.failure().message));
    QTRY_VERIFY(!server.client || server.client->state() == QAbstractSocket::UnconnectedState);
    QCOMPARE(bench.opened.count(), 0);
    QCOMPARE(bench.ends(), 1);
}

void TestWebSocketTransportFailures::explainsAnswersThatAreNoHandshake_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Cause>("cause");

    QTest::newRow("nothing at all") << QByteArray() << Cause::Network;
    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << Cause::NotWebSocket;
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: webs")
                                 << Cause::Network;
    QTest::newRow("a key that is wrong")
        << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      "Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n")
        << Cause::NotWebSocket;
    QTest::newRow("a head without an end")
        << QByteArray("HTTP/1.1 101 Switching Protocols\r\n") + QByteArray(20'000, 'x')
        << Cause::NotWebSocket;
}

void TestWebSocketTransportFailures::explainsAnswersThatAreNoHandshake()
{
    QFETCH(QByteArray, answer);
    QFETCH(Cause, cause);
    const RawServer server(answer, RawServer::Then::Closes);
    Bench bench;
    bench.transport->open({server.address()});
    QTRY_COMPARE(bench.failed.count(), 1);
    QVERIFY2(bench.failure().message.endsWith(u'.'), qPrintable(bench.failure().message));
    QVERIFY2(!bench.failure().message.contains(QStringLiteral("Nothing answers")),
             qPrintable(bench.failure().message));
    QCOMPARE(bench.failure().httpStatus, 0);
    QCOMPARE(bench.failure().cause, cause);
    QCOMPARE(bench.opened.count(), 0);
    QCOMPARE(bench.ends(), 1);
}

/// The status alone would say little; the server may be slow with its words, and may never finish.
void TestWebSocketTransportFailures::repeatsWhatTheServerSaid_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<RawServer::Then>("then");
    const QByteArray body(R"({"message":"The door is shut","connectionId":"x"})");
    QTest::newRow("up to the end") << "\r\n" + body << RawServer::Then::Closes;
    QTest::newRow("with a length") << "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body
                                   << RawServer::Then::Stays;
    QTest::newRow("in chunks") << "Transfer-Encoding: chunked\r\n\r\n31\r\n" + body + "\r\n0\r\n\r\n"
                               << RawServer::Then::Stays;
    QTest::newRow("without an end") << "\r\n" + body << RawServer::Then::Stays;
    QTest::newRow("shorter than its length")
        << "Content-Length: 200\r\n\r\n" + body << RawServer::Then::Closes;
}

void TestWebSocketTransportFailures::repeatsWhatTheServerSaid()
{
    QFETCH(QByteArray, rest);
    QFETCH(RawServer::Then, then);
    const RawServer server("HTTP/1.1 403 Forbidden\r\n" + rest, then);
    Bench bench;
    bench.transport->open({server.address()});
    QTRY_COMPARE(bench.failed.count(), 1);
    QCOMPARE(bench.failure().httpStatus, 403);
    QVERIFY2(bench.failure().message.endsWith(QStringLiteral("It said: “The door is shut”.")),
             qPrintable(bench.failure().message));
}

void TestWebSocketTransportFailures::saysWhereARedirectionLeads()
{
    const RawServer server("HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere?token=hidden\r\n"
                           "Content-Length: 0\r\n\r\n");
    Bench bench;
    bench.transport->open({server.address()});
    QTRY_COMPARE(bench.failed.count(), 1);
    QCOMPARE(bench.failure().httpStatus, 307);
    QVERIFY2(bench.failure().message.contains(QStringLiteral("/elsewhere")),
             qPrintable(bench.failure().message));
    QVERIFY2(!bench.failure().message.contains(QStringLiteral("hidden")),
             qPrintable(bench.failure().message));
}

void TestWebSocketTransportFailures::refusesARequestThatCannotBeWritten()
{
    Bench bench;
    const QSignalSpy failed(bench.transport.get(), &Transport::failed);
    ConnectRequest request{QUrl(QStringLiteral("ws://127.0.0.1:9/dev"))};
    request.headers = {{"X-Key", "a\r\nInjected: b"}};
    bench.transport->open(request);
    QCOMPARE(failed.count(), 1);
    QVERIFY2(bench.failure().message.contains(QStringLiteral("X-Key")), qPrintable(bench.failure().message));
    QVERIFY2(!bench.failure().message.contains(QStringLiteral("Injected")),
             qPrintable(bench.failure().message));
}

void TestWebSocketTransportFailures::explainsARefusedConnection()
{
    QUrl address;
    {
        const RawServer gone;
        address = gone.address();
    }
    Bench bench;
    bench.transport->open({address});
    QTRY_COMPARE(bench.failed.count(), 1);
    QCOMPARE(bench.failure().httpStatus, 0);
    QVERIFY2(bench.failure().message.contains(QStringLiteral("Nothing answers on this port of 127.0.0.1")),
             qPrintable(bench.failure().message));
    QCOMPARE(bench.closed.count(), 0);
}

void TestWebSocketTransportFailures::explainsAHostThatIsNotThere()
{
    Bench bench;
    // Reserved for names that lead nowhere: RFC 6761, 6.4.
    bench.transport->open({QUrl(QStringLiteral("ws://greenroom.invalid/dev"))});
    QTRY_COMPARE_WITH_TIMEOUT(bench.failed.count(), 1, 30'000);
    QVERIFY(bench.failure().cause == Cause::HostNotFound || bench.failure().cause == Cause::Network);
    QVERIFY(!bench.failure().message.isEmpty());
}

void TestWebSocketTransportFailures::explainsATlsFailure()
{
    const RawServer server("HTTP/1.1 400 Bad Request\r\n\r\n", RawServer::Then::Closes);
    Bench bench;
    bench.transport->open({server.address("wss")});
    QTRY_COMPARE(bench.failed.count(), 1);
    QCOMPARE(bench.failure().cause, Cause::Tls);
    QVERIFY2(bench.failure().message.contains(QStringLiteral("No secure connection to 127.0.0.1")),
             qPrintable(bench.failure().message));
    QCOMPARE(bench.ends(), 1);
}

QTEST_GUILESS_MAIN(TestWebSocketTransportFailures)
#include "tst_websockettransport_failures.moc"
