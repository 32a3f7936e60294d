// SPDX-License-Identifier: MIT
#include "gateway/Quotas.h"
#include "support/ManagementBench.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using Bench = Test::ManagementBench;

/// `@connections` over TCP: HTTP connections that are used again, and what becomes of the client.
class TestManagement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void oneConnectionCarriesManyRequests();
    void requestsCanComeAllAtOnce();
    void theClientCanCloseTheConnection();
    void anIdleConnectionIsClosedWithoutAWord();
    void aSlowSecondHeadTimesOut();
    void strangersAreTurnedAwayAtEachRequest();
    void aConnectionIsGoneUntilConnectHasReturned();
    void aDeleteEndsTheConnection();
    void activityIsTold();
    void callsAreLogged();

private:
    std::unique_ptr<Bench> m_bench;
    QList<AccessEntry> m_log;
};

void TestManagement::init()
{
    m_bench = std::make_unique<Bench>();
    QVERIFY(m_bench->connectClient());
    m_log.clear();
    connect(&m_bench->gateway.gateway(), &Gateway::accessLogged, this,
            [this](const AccessEntry &entry) { m_log.append(entry); });
}

void TestManagement::cleanup()
{
    auto &clock = m_bench->clock;
    m_bench->client.abort();
    QTRY_COMPARE(clock.pendingAlarms(), std::size_t(0));
    m_bench.reset();
}

void TestManagement::oneConnectionCarriesManyRequests()
{
    Test::RawClient caller(m_bench->gateway.address());
    for (int count = 1; count <= 5; ++count) {
        caller.send(m_bench->request("POST", Bench::bodyOf(QByteArray::number(count))));
        QTRY_COMPARE(caller.received().count("HTTP/1.1 200 OK\r\n"), count);
    }
    QTRY_COMPARE(m_bench->heard.join(u' '), QStringLiteral("1 2 3 4 5"));
}

void TestManagement::requestsCanComeAllAtOnce()
{
    Test::RawClient caller(m_bench->gateway.address());
    QByteArray requests;
    QStringList texts;
    for (int count = 0; count < 200; ++count) {
        texts.append(QString::number(count) + QString(1000, u'x'));
        requests += m_bench->request("POST", Bench::bodyOf(texts.constLast().toLatin1()));
    }
    caller.send(requests + m_bench->request("GET") + m_bench->request("DELETE"));
    QTRY_VERIFY(caller.received().contains("HTTP/1.1 204 No Content\r\n"));
    QCOMPARE(caller.received().count("HTTP/1.1 200 OK\r\n"), 201);
    QTRY_COMPARE(m_bench->heard, texts);
}

void TestManagement::theClientCanCloseTheConnection()
{
    Test::RawClient caller(m_bench->gateway.address());
    caller.send(m_bench->request("POST", "Connection: close\r\n" + Bench::bodyOf("hello")));
    QTRY_VERIFY(caller.isClosed());
    QVERIFY(caller.received().contains("\r\nConnection: close\r\n"));
    QTRY_COMPARE(m_bench->heard.size(), 1);
}

void TestManagement::anIdleConnectionIsClosedWithoutAWord()
{
    Test::RawClient caller(m_bench->gateway.address());
    caller.send(m_bench->request("GET"));
    QVERIFY(Bench::isAnswered(caller, "200 OK"));
    m_bench->clock.advance(Quotas::keepAliveTimeout - 1ms);
    caller.send(m_bench->request("GET"));
    QTRY_COMPARE(caller.received().count("HTTP/1.1 200 OK\r\n"), 2);
    m_bench->clock.advance(Quotas::keepAliveTimeout);
    QTRY_VERIFY(caller.isClosed());
    QCOMPARE(caller.received().count("HTTP/1.1"), 2);
}

void TestManagement::aSlowSecondHeadTimesOut()
{
    Test::RawClient caller(m_bench->gateway.address());
    caller.send(m_bench->request("GET") + "GET /dev");
    QVERIFY(Bench::isAnswered(caller, "200 OK"));
    // Nothing outside tells when the gateway has begun to read the second head.
    const auto isTimedOut = [this, &caller] {
        m_bench->clock.advance(1s);
        return caller.received().contains("HTTP/1.1 408 Request Timeout\r\n");
    };
    QTRY_VERIFY(isTimedOut());
}

void TestManagement::strangersAreTurnedAwayAtEachRequest()
{
    Test::RawClient caller(m_bench->gateway.address());
    caller.send(m_bench->request("POST", Bench::bodyOf("first"))
                + m_bench->request("POST", "Origin: https://evil.example\r\n" + Bench::bodyOf("second")));
    QTRY_VERIFY(caller.isClosed());
    QVERIFY(caller.received().contains("HTTP/1.1 403 Forbidden\r\n"));
    QTRY_COMPARE(m_bench->heard, QStringList{QStringLiteral("first")});
}

void TestManagement::aConnectionIsGoneUntilConnectHasReturned()
{
    Test::RawClient other(m_bench->gateway.address());
    other.send(Test::RawClient::upgradeRequest("/dev"));
    QTRY_COMPARE(m_bench->record->events(RouteKeys::connect).size(), 2);
    m_bench->id = m_bench->record->events(RouteKeys::connect).at(1).connectionId.toLatin1();
    Test::RawClient caller(m_bench->gateway.address());
    caller.send(m_bench->request("POST", Bench::bodyOf("too early")));
    QVERIFY(Bench::isAnswered(caller, "410 Gone"));
    QVERIFY(caller.received().contains("\r\nx-amzn-errortype: GoneException\r\nContent-Length: 0\r\n"));
    m_bench->record->last(RouteKeys::connect).reply(ProxyResponse{});
    QTRY_VERIFY(other.received().startsWith("HTTP/1.1 101 "));
    caller.send(m_bench->request("POST", Bench::bodyOf("now")));
    QTRY_VERIFY(other.received().endsWith("\x81\x03now"));
}

void TestManagement::aDeleteEndsTheConnection()
{
    Test::RawClient caller(m_bench->gateway.address());
    caller.send(m_bench->request("DELETE"));
    QVERIFY(Bench::isAnswered(caller, "204 No Content"));
    QVERIFY(!caller.received().contains("Content-Length"));
    QTRY_COMPARE(m_bench->client.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(int(m_bench->client.closeCode()), 1000);
    QCOMPARE(m_bench->client.closeReason(), QStringLiteral("Connection Closed Normally"));
    QCOMPARE(m_bench->record->events(RouteKeys::disconnect).size(), 1);
    QCOMPARE(m_bench->record->events(RouteKeys::disconnect).at(0).disconnectStatusCode, 1000);
    QCOMPARE(m_bench->record->events(RouteKeys::disconnect).at(0).disconnectReason,
             QStringLiteral("Connection Closed Normally"));
    caller.send(m_bench->request("GET"));
    QTRY_VERIFY(caller.received().contains("HTTP/1.1 410 Gone\r\n"));
}

void TestManagement::activityIsTold()
{
    Test::RawClient caller(m_bench->gateway.address());
    m_bench->clock.advance(1s);
    caller.send(m_bench->request("POST", Bench::bodyOf("hello")));
    QVERIFY(Bench::isAnswered(caller, "200 OK"));
    m_bench->clock.advance(1s);
    caller.send(m_bench->request("GET"));
    QTRY_VERIFY(caller.received().endsWith('}'));
    const qint64 start = m_bench->record->calls.at(0).event.connectedAt.time_since_epoch().count();
    const auto stamp = [](qint64 moment) {
        return QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
    };
    QVERIFY(caller.received().contains("\"connectedAt\" : \"" + stamp(start) + '"'));
    QVERIFY(caller.received().contains("\"lastActiveAt\" : \"" + stamp(start + 1000) + '"'));
}

void TestManagement::callsAreLogged()
{
    Test::RawClient caller(m_bench->gateway.address());
    caller.send(m_bench->request("POST", Bench::bodyOf("a secret")));
    QTRY_COMPARE(m_log.size(), 1);
    QCOMPARE(m_log.at(0).kind, AccessEntry::Kind::Management);
    QCOMPARE(m_log.at(0).stage, QStringLiteral("dev"));
    QCOMPARE(m_log.at(0).connectionId, QString::fromLatin1(m_bench->id));
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
