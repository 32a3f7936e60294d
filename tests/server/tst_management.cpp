// SPDX-License-Identifier: MIT
#include "gateway/Quotas.h"
#include "support/FakeClock.h"
#include "support/FakeIntegration.h"
#include "support/InProcessGateway.h"
#include "support/RawClient.h"

#include <QTest>
#include <QWebSocket>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1String connectRoute("$connect");
constexpr QLatin1String disconnectRoute("$disconnect");

QByteArray bodyOf(const QByteArray &bytes)
{
    return "Content-Length: " + QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes;
}

} // namespace

/// `@connections` over TCP: bodies, connections that are used again, and what becomes of the client.
class TestManagement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void bodiesReachTheClient_data();
    void bodiesReachTheClient();
    void aBodyCanBeAskedFor();
    void oneConnectionCarriesManyRequests();
    void requestsCanComeAllAtOnce();
    void theClientCanCloseTheConnection();
    void badBodiesAreRefused_data();
    void badBodiesAreRefused();
    void aSlowBodyTimesOut();
    void anIdleConnectionIsClosedWithoutAWord();
    void aSlowSecondHeadTimesOut();
    void strangersAreTurnedAwayAtEachRequest();
    void aConnectionIsGoneUntilConnectHasReturned();
    void aDeleteEndsTheConnection();
    void activityIsTold();
    void callsAreLogged();

private:
    /// A client of the stage whose `$connect` has returned.
    void connectClient();
    QByteArray request(const QByteArray &method, const QByteArray &rest) const;
    /// What a fresh connection gets for one request.
    bool isAnswered(Test::RawClient &client, const QByteArray &statusLine) const;

    Test::FakeClock m_clock;
    std::shared_ptr<Test::FakeIntegration::Record> m_record;
    std::unique_ptr<Test::InProcessGateway> m_gateway;
    std::unique_ptr<QWebSocket> m_client;
    QStringList m_heard;
    QByteArray m_id;
    QList<AccessEntry> m_log;
};

void TestManagement::init()
{
    m_heard.clear();
    m_log.clear();
    m_record = std::make_shared<Test::FakeIntegration::Record>();
    m_record->answeredAtOnce = QStringList{disconnectRoute};
    m_gateway = std::make_unique<Test::InProcessGateway>(m_clock, Test::InProcessGateway::Start::Later);
    m_gateway->gateway().addStage(QStringLiteral("dev"),
                                  Test::FakeIntegration::backend(m_record, {connectRoute, disconnectRoute}));
    m_gateway->start();
    connectClient();
    connect(&m_gateway->gateway(), &Gateway::accessLogged, this,
            [this](const AccessEntry &entry) { m_log.append(entry); });
}

void TestManagement::cleanup()
{
    m_client.reset();
    m_gateway.reset();
    QCOMPARE(m_clock.pendingAlarms(), std::size_t(0));
}

void TestManagement::connectClient()
{
    m_client = std::make_unique<QWebSocket>();
    connect(m_client.get(), &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { m_heard.append(text); });
    m_client->open(m_gateway->address());
    QTRY_COMPARE(m_record->calls.size(), 1);
    m_id = m_record->calls.at(0).event.connectionId.toLatin1();
    m_record->last(connectRoute).reply(ProxyResponse{});
    QTRY_COMPARE(m_client->state(), QAbstractSocket::ConnectedState);
}

QByteArray TestManagement::request(const QByteArray &method, const QByteArray &rest) const
{
    return method + " /dev/@connections/" + m_id + " HTTP/1.1\r\nHost: localhost\r\n" + rest;
}

bool TestManagement::isAnswered(Test::RawClient &client, const QByteArray &statusLine) const
{
    return QTest::qWaitFor([&client] { return client.received().contains("\r\n\r\n"); })
           && client.received().startsWith("HTTP/1.1 " + statusLine + "\r\n");
}

void TestManagement::bodiesReachTheClient_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("heard");
    const QByteArray chunks = "Transfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("by its length") << bodyOf("hello") << "hello";
    QTest::newRow("in chunks") << chunks + "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"
                               << "hello";
    QTest::newRow("letters of many bytes")
        << bodyOf(QStringLiteral("olá €").toUtf8()) << QStringLiteral("olá €");
    QTest::newRow("an empty one") << bodyOf({}) << "";
    const QString large(Quotas::messageBytes, u'x');
    QTest::newRow("128 KB") << bodyOf(large.toLatin1()) << large;
    QTest::newRow("128 KB in one chunk") << chunks + "20000\r\n" + large.toLatin1() + "\r\n0\r\n\r\n"
                                         << large;
    const QString wide = u'a' + QStringLiteral("€").repeated(Quotas::messageBytes / 3);
    QTest::newRow("128 KB of three bytes each") << bodyOf(wide.toUtf8()) << wide;
}

void TestManagement::bodiesReachTheClient()
{
    QFETCH(const QByteArray, rest);
    QFETCH(const QString, heard);
    Test::RawClient caller(m_gateway->address());
    caller.send(request("POST", rest));
    QVERIFY(isAnswered(caller, "200 OK"));
    QVERIFY(caller.received().contains("\r\ncontent-type: application/json\r\n"));
    QVERIFY(caller.received().endsWith("\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n"));
    QTRY_COMPARE(m_heard, QStringList{heard});
    QVERIFY(caller.isConnected());
}

void TestManagement::aBodyCanBeAskedFor()
{
    Test::RawClient caller(m_gateway->address());
    caller.send(request("POST", "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n"));
    QTRY_COMPARE(caller.received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    caller.send("hello");
    QTRY_VERIFY(caller.received().contains("HTTP/1.1 200 OK\r\n"));
    QTRY_COMPARE(m_heard, QStringList{QStringLiteral("hello")});
}

void TestManagement::oneConnectionCarriesManyRequests()
{
    Test::RawClient caller(m_gateway->address());
    for (int count = 1; count <= 5; ++count) {
        caller.send(request("POST", bodyOf(QByteArray::number(count))));
        QTRY_COMPARE(caller.received().count("HTTP/1.1 200 OK\r\n"), count);
    }
    QTRY_COMPARE(m_heard.join(u' '), QStringLiteral("1 2 3 4 5"));
}

void TestManagement::requestsCanComeAllAtOnce()
{
    Test::RawClient caller(m_gateway->address());
    QByteArray requests;
    QStringList texts;
    for (int count = 0; count < 200; ++count) {
        texts.append(QString::number(count) + QString(1000, u'x'));
        requests += request("POST", bodyOf(texts.constLast().toLatin1()));
    }
    caller.send(requests + request("GET", "\r\n") + request("DELETE", "\r\n"));
    QTRY_VERIFY(caller.received().contains("HTTP/1.1 204 No Content\r\n"));
    QCOMPARE(caller.received().count("HTTP/1.1 200 OK\r\n"), 201);
    QTRY_COMPARE(m_heard, texts);
}

void TestManagement::theClientCanCloseTheConnection()
{
    Test::RawClient caller(m_gateway->address());
    caller.send(request("POST", "Connection: close\r\n" + bodyOf("hello")));
    QTRY_VERIFY(caller.isClosed());
    QVERIFY(caller.received().contains("\r\nConnection: close\r\n"));
    QTRY_COMPARE(m_heard.size(), 1);
}

void TestManagement::badBodiesAreRefused_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QByteArray>("statusLine");
    const QByteArray tooLarge = "413 Content Too Large";
    const QByteArray more(Quotas::messageBytes + 1, 'x');
    QTest::newRow("a byte too much") << bodyOf(more) << tooLarge;
    QTest::newRow("far too much, only announced")
        << QByteArray("Content-Length: 99999999999999\r\n\r\n") << tooLarge;
    QTest::newRow("too much, to be asked for")
        << QByteArray("Expect: 100-continue\r\nContent-Length: 131073\r\n\r\n") << tooLarge;
    QTest::newRow("too much in chunks")
        << QByteArray("Transfer-Encoding: chunked\r\n\r\n20001\r\n" + more) << tooLarge;
    QTest::newRow("broken chunks") << QByteArray("Transfer-Encoding: chunked\r\n\r\nnonsense\r\n")
                                   << QByteArray("400 Bad Request");
    QTest::newRow("an endless line between chunks")
        << QByteArray("Transfer-Encoding: chunked\r\n\r\n1;" + more) << QByteArray("400 Bad Request");
}

void TestManagement::badBodiesAreRefused()
{
    QFETCH(const QByteArray, rest);
    QFETCH(const QByteArray, statusLine);
    Test::RawClient caller(m_gateway->address());
    caller.send(request("POST", rest));
    QVERIFY2(isAnswered(caller, statusLine), caller.received().left(100).constData());
    QTRY_VERIFY(caller.isClosed());
    QCOMPARE(caller.received().contains("\r\nx-amzn-errortype: PayloadTooLargeException\r\n"),
             statusLine.startsWith("413"));
    QVERIFY(m_heard.isEmpty());
}

void TestManagement::aSlowBodyTimesOut()
{
    Test::RawClient caller(m_gateway->address());
    caller.send(request("POST", "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n"));
    QTRY_VERIFY(caller.received().startsWith("HTTP/1.1 100 "));
    m_clock.advance(Quotas::bodyTimeout);
    QTRY_VERIFY(caller.isClosed());
    QVERIFY(caller.received().contains("HTTP/1.1 408 Request Timeout\r\n"));
}

void TestManagement::anIdleConnectionIsClosedWithoutAWord()
{
    Test::RawClient caller(m_gateway->address());
    caller.send(request("GET", "\r\n"));
    QVERIFY(isAnswered(caller, "200 OK"));
    const QByteArray received = caller.received();
    m_clock.advance(Quotas::keepAliveTimeout - 1ms);
    caller.send(request("GET", "\r\n"));
    QTRY_COMPARE(caller.received().count("HTTP/1.1 200 OK\r\n"), 2);
    m_clock.advance(Quotas::keepAliveTimeout);
    QTRY_VERIFY(caller.isClosed());
    QCOMPARE(caller.received().count("HTTP/1.1"), 2);
}

void TestManagement::aSlowSecondHeadTimesOut()
{
    Test::RawClient caller(m_gateway->address());
    caller.send(request("GET", "\r\n") + "GET /dev");
    QVERIFY(isAnswered(caller, "200 OK"));
    m_clock.advance(Quotas::headTimeout);
    QTRY_VERIFY(caller.received().contains("HTTP/1.1 408 Request Timeout\r\n"));
}

void TestManagement::strangersAreTurnedAwayAtEachRequest()
{
    Test::RawClient caller(m_gateway->address());
    caller.send(request("POST", bodyOf("first"))
                + request("POST", "Origin: https://evil.example\r\n" + bodyOf("second")));
    QTRY_VERIFY(caller.isClosed());
    QVERIFY(caller.received().contains("HTTP/1.1 403 Forbidden\r\n"));
    QTRY_COMPARE(m_heard, QStringList{QStringLiteral("first")});
}

void TestManagement::aConnectionIsGoneUntilConnectHasReturned()
{
    Test::RawClient other(m_gateway->address());
    other.send(Test::RawClient::upgradeRequest("/dev"));
    QTRY_COMPARE(m_record->events(connectRoute).size(), 2);
    m_id = m_record->events(connectRoute).at(1).connectionId.toLatin1();
    Test::RawClient caller(m_gateway->address());
    caller.send(request("POST", bodyOf("too early")));
    QVERIFY(isAnswered(caller, "410 Gone"));
    QVERIFY(caller.received().contains("\r\nx-amzn-errortype: GoneException\r\nContent-Length: 0\r\n"));
    m_record->last(connectRoute).reply(ProxyResponse{});
    QTRY_VERIFY(other.received().startsWith("HTTP/1.1 101 "));
    caller.send(request("POST", bodyOf("now")));
    QTRY_VERIFY(other.received().endsWith("\x81\x03now"));
}

void TestManagement::aDeleteEndsTheConnection()
{
    Test::RawClient caller(m_gateway->address());
    caller.send(request("DELETE", "\r\n"));
    QVERIFY(isAnswered(caller, "204 No Content"));
    QVERIFY(!caller.received().contains("Content-Length"));
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(int(m_client->closeCode()), 1000);
    QCOMPARE(m_client->closeReason(), QStringLiteral("Connection Closed Normally"));
    QCOMPARE(m_record->events(disconnectRoute).size(), 1);
    QCOMPARE(m_record->events(disconnectRoute).at(0).disconnectStatusCode, 1000);
    QCOMPARE(m_record->events(disconnectRoute).at(0).disconnectReason,
             QStringLiteral("Connection Closed Normally"));
    caller.send(request("GET", "\r\n"));
    QTRY_VERIFY(caller.received().contains("HTTP/1.1 410 Gone\r\n"));
}

void TestManagement::activityIsTold()
{
    Test::RawClient caller(m_gateway->address());
    m_clock.advance(1s);
    caller.send(request("POST", bodyOf("hello")));
    QVERIFY(isAnswered(caller, "200 OK"));
    m_clock.advance(1s);
    caller.send(request("GET", "\r\n"));
    QTRY_VERIFY(caller.received().endsWith('}'));
    const qint64 start = m_record->calls.at(0).event.connectedAt.time_since_epoch().count();
    const auto stamp = [](qint64 moment) {
        return QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
    };
    QVERIFY(caller.received().contains("\"connectedAt\" : \"" + stamp(start) + '"'));
    QVERIFY(caller.received().contains("\"lastActiveAt\" : \"" + stamp(start + 1000) + '"'));
}

void TestManagement::callsAreLogged()
{
    Test::RawClient caller(m_gateway->address());
    caller.send(request("POST", bodyOf("a secret")));
    QTRY_COMPARE(m_log.size(), 1);
    QCOMPARE(m_log.at(0).kind, AccessEntry::Kind::Management);
    QCOMPARE(m_log.at(0).stage, QStringLiteral("dev"));
    QCOMPARE(m_log.at(0).connectionId, QString::fromLatin1(m_id));
    QCOMPARE(m_log.at(0).sourceIp, QStringLiteral("127.0.0.1"));
    QCOMPARE(m_log.at(0).routeKey, QStringLiteral("POST"));
    QCOMPARE(m_log.at(0).status, 200);
    QCOMPARE(m_log.at(0).bytes, qint64(8));
    // What a client made up could be taken for more lines of the log.
    caller.send("GET /stage%0A/@connections/id%0A HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(m_log.size(), 2);
    QCOMPARE(m_log.at(1).stage, QString());
    QCOMPARE(m_log.at(1).connectionId, QString());
    QCOMPARE(m_log.at(1).status, 403);
}

QTEST_GUILESS_MAIN(TestManagement)
#include "tst_management.moc"
