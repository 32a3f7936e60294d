// SPDX-License-Identifier: MIT
#include "gateway/Quotas.h"
#include "support/FakeClock.h"
#include "support/FakeIntegration.h"
#include "support/InProcessGateway.h"
#include "support/RawClient.h"

#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1String connectRoute("$connect");
constexpr QLatin1String disconnectRoute("$disconnect");
constexpr QLatin1String defaultRoute("$default");

} // namespace

/// What happens between a request and its 101, with a `$connect` that answers when the test says so.
class TestHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void nothingIsEstablishedBeforeConnectReturns();
    void theEventTellsOfTheRequest();
    void theStatusOfConnectDecides_data();
    void theStatusOfConnectDecides();
    void aFailedConnectIsABadGateway();
    void aThrowingConnectIsABadGateway();
    void aSlowConnectTimesOut();
    void aLateConnectIsUndone();
    void aClientThatLeavesIsUndone();
    void aClientThatLeavesARefusalNeedsNoUndoing();
    void framesBehindTheHeadAreNotLost();
    void aStageWithoutConnectRouteEstablishesAtOnce();
    void anEstablishedConnectionIsKnown();
    void shuttingDownRefusesThoseWhoWait();

private:
    std::unique_ptr<Test::RawClient> newClient(const QByteArray &request);
    bool isWaiting() const { return m_record->calls.size() == 1; }
    void answer(int status) { m_record->last(connectRoute).reply(ProxyResponse{status, "body"}); }

    Test::FakeClock m_clock;
    std::shared_ptr<Test::FakeIntegration::Record> m_record;
    PostToConnection *m_post = nullptr;
    std::unique_ptr<Test::InProcessGateway> m_gateway;
};

void TestHandshake::init()
{
    m_record = std::make_shared<Test::FakeIntegration::Record>();
    m_gateway = std::make_unique<Test::InProcessGateway>(m_clock, Test::InProcessGateway::Start::Later);
    m_gateway->gateway().addStage(
        QStringLiteral("dev"),
        Test::FakeIntegration::backend(m_record, {connectRoute, disconnectRoute, defaultRoute}, &m_post));
    m_gateway->gateway().addStage(QStringLiteral("bare"),
                                  Test::FakeIntegration::backend(m_record, {defaultRoute}));
    m_gateway->start();
}

void TestHandshake::cleanup()
{
    m_gateway.reset();
    QCOMPARE(m_clock.pendingAlarms(), std::size_t(0));
}

std::unique_ptr<Test::RawClient> TestHandshake::newClient(const QByteArray &request)
{
    auto client = std::make_unique<Test::RawClient>(m_gateway->address());
    client->send(request);
    return client;
}

void TestHandshake::nothingIsEstablishedBeforeConnectReturns()
{
    const auto client = newClient(Test::RawClient::upgradeRequest("/dev"));
    QTRY_VERIFY(isWaiting());
    const QString id = m_record->calls.at(0).event.connectionId;
    QVERIFY(IdMint::isConnectionId(id));
    QCOMPARE(m_post->post(id, "too early"), PostToConnection::Status::Gone);
    QVERIFY(!m_post->details(id));
    QVERIFY(client->received().isEmpty());
    QCOMPARE(m_record->established, QStringList());

    answer(200);
    QTRY_VERIFY(client->received().contains("\r\n\r\n"));
    QVERIFY(client->received().startsWith("HTTP/1.1 101 "));
    QVERIFY(client->received().contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    QCOMPARE(m_record->established, QStringList{id});
    QCOMPARE(m_post->post(id, "now"), PostToConnection::Status::Ok);
    QTRY_VERIFY(client->received().endsWith("\x81\x03now"));
}

void TestHandshake::theEventTellsOfTheRequest()
{
    const auto client = newClient(
        Test::RawClient::upgradeRequest("/dev?name=Ana&x=%20", "User-Agent: Test/1\r\nx-Custom: a\r\n"));
    QTRY_VERIFY(isWaiting());
    const ProxyEvent event = m_record->calls.at(0).event;
    QCOMPARE(event.type, ProxyEvent::Type::Connect);
    QCOMPARE(event.stage, QStringLiteral("dev"));
    QCOMPARE(event.sourceIp, QStringLiteral("127.0.0.1"));
    QCOMPARE(event.userAgent, QStringLiteral("Test/1"));
    QCOMPARE(event.query, QStringLiteral("name=Ana&x=%20"));
    QCOMPARE(event.domainName, QStringLiteral("127.0.0.1:%1").arg(m_gateway->gateway().port()));
    QVERIFY(event.headers.contains({QByteArray("x-Custom"), QByteArray("a")}));
    QVERIFY(event.connectedAt == m_clock.wallTime());
}

void TestHandshake::theStatusOfConnectDecides_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("statusLine");
    QTest::newRow("200 establishes") << 200 << QByteArray("HTTP/1.1 101 Switching Protocols\r\n");
    QTest::newRow("201 establishes") << 201 << QByteArray("HTTP/1.1 101 Switching Protocols\r\n");
    QTest::newRow("301 is passed on") << 301 << QByteArray("HTTP/1.1 301 Moved Permanently\r\n");
    QTest::newRow("400 is passed on") << 400 << QByteArray("HTTP/1.1 400 Bad Request\r\n");
    QTest::newRow("401 is passed on") << 401 << QByteArray("HTTP/1.1 401 Unauthorized\r\n");
    QTest::newRow("501 is passed on") << 501 << QByteArray("HTTP/1.1 501 Not Implemented\r\n");
    QTest::newRow("a status without a name is passed on") << 418 << QByteArray("HTTP/1.1 418 Unknown\r\n");
    QTest::newRow("100 is no answer") << 100 << QByteArray("HTTP/1.1 502 Bad Gateway\r\n");
    QTest::newRow("0 is no answer") << 0 << QByteArray("HTTP/1.1 502 Bad Gateway\r\n");
    QTest::newRow("1000 is no answer") << 1000 << QByteArray("HTTP/1.1 502 Bad Gateway\r\n");
}

void TestHandshake::theStatusOfConnectDecides()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, statusLine);
    const auto client = newClient(Test::RawClient::upgradeRequest("/dev"));
    QTRY_VERIFY(isWaiting());
    answer(status);
    QTRY_VERIFY(client->received().contains("\r\n\r\n"));
    QVERIFY2(client->received().startsWith(statusLine), client->received().constData());
    QVERIFY(!client->received().contains("body"));
    // A denied client was never connected, so nothing is disconnected.
    QVERIFY(m_record->events(disconnectRoute).isEmpty());
    QTRY_COMPARE(m_record->established.size(), statusLine.contains("101") ? 1 : 0);
}

void TestHandshake::aFailedConnectIsABadGateway()
{
    const auto client = newClient(Test::RawClient::upgradeRequest("/dev"));
    QTRY_VERIFY(isWaiting());
    m_record->last(connectRoute).reply(tl::unexpected(IntegrationFailure{QStringLiteral("secret reason")}));
    QTRY_VERIFY(client->isClosed());
    QVERIFY(client->received().startsWith("HTTP/1.1 502 Bad Gateway\r\n"));
    QVERIFY(client->received().contains("x-amzn-ErrorType: InternalServerErrorException\r\n"));
    QVERIFY(client->received().endsWith(R"({"message":"Internal server error"})"));
}

void TestHandshake::aThrowingConnectIsABadGateway()
{
    m_record->throwing = QStringList{connectRoute};
    const auto client = newClient(Test::RawClient::upgradeRequest("/dev"));
    QTRY_VERIFY(client->isClosed());
    QVERIFY(client->received().startsWith("HTTP/1.1 502 Bad Gateway\r\n"));
}

void TestHandshake::aSlowConnectTimesOut()
{
    const auto client = newClient(Test::RawClient::upgradeRequest("/dev"));
    QTRY_VERIFY(isWaiting());
    m_clock.advance(Quotas::integrationTimeout);
    QTRY_VERIFY(client->isClosed());
    QVERIFY(client->received().startsWith("HTTP/1.1 504 Gateway Timeout\r\n"));
    QVERIFY(m_record->events(disconnectRoute).isEmpty());
}

void TestHandshake::aLateConnectIsUndone()
{
    const auto client = newClient(Test::RawClient::upgradeRequest("/dev"));
    QTRY_VERIFY(isWaiting());
    m_clock.advance(Quotas::integrationTimeout);
    answer(200);
    QCOMPARE(m_record->events(disconnectRoute).size(), 1);
    QCOMPARE(m_record->events(disconnectRoute).at(0).connectionId, m_record->calls.at(0).event.connectionId);
    m_record->last(disconnectRoute).reply(ProxyResponse{});
    QTRY_VERIFY(client->isClosed());
}

void TestHandshake::aClientThatLeavesIsUndone()
{
    QSignalSpy log(&m_gateway->gateway(), &Gateway::accessLogged);
    const auto client = newClient(Test::RawClient::upgradeRequest("/dev"));
    QTRY_VERIFY(isWaiting());
    client->abort();
    // Nothing outside tells that the server has noticed; a client that comes later is served later.
    const auto other = newClient(Test::RawClient::upgradeRequest("/bare"));
    QTRY_VERIFY(other->received().startsWith("HTTP/1.1 101 "));
    answer(200);
    QTRY_COMPARE(m_record->events(disconnectRoute).size(), 1);
    QCOMPARE(m_record->events(disconnectRoute).at(0).disconnectStatusCode, 1006);
    m_record->last(disconnectRoute).reply(ProxyResponse{});
}

void TestHandshake::aClientThatLeavesARefusalNeedsNoUndoing()
{
    const auto client = newClient(Test::RawClient::upgradeRequest("/dev"));
    QTRY_VERIFY(isWaiting());
    client->abort();
    const auto other = newClient(Test::RawClient::upgradeRequest("/bare"));
    QTRY_VERIFY(other->received().startsWith("HTTP/1.1 101 "));
    answer(403);
    QVERIFY(m_record->events(disconnectRoute).isEmpty());
}

void TestHandshake::framesBehindTheHeadAreNotLost()
{
    // More than the gateway reads at once before the 101.
    QByteArray bytes = Test::RawClient::upgradeRequest("/dev");
    constexpr int frames = 1000;
    for (int number = 0; number < frames; ++number)
        bytes += Test::RawClient::textFrame("message number " + QByteArray::number(number));
    const auto client = newClient(bytes);
    QTRY_VERIFY(isWaiting());
    answer(200);
    QTRY_COMPARE(m_record->events(defaultRoute).size(), frames);
    for (int number = 0; number < frames; ++number)
        QCOMPARE(m_record->events(defaultRoute).at(number).body,
                 QStringLiteral("message number %1").arg(number));
}

void TestHandshake::aStageWithoutConnectRouteEstablishesAtOnce()
{
    const auto client = newClient(Test::RawClient::upgradeRequest("/bare"));
    QTRY_VERIFY(client->received().startsWith("HTTP/1.1 101 "));
    QVERIFY(m_record->calls.isEmpty());
    QVERIFY(m_record->established.isEmpty());
}

void TestHandshake::anEstablishedConnectionIsKnown()
{
    const WallTime connectedAt = m_clock.wallTime();
    const auto client = newClient(Test::RawClient::upgradeRequest("/dev", "User-Agent: Test/1\r\n"));
    QTRY_VERIFY(isWaiting());
    const QString id = m_record->calls.at(0).event.connectionId;
    answer(200);
    QTRY_VERIFY(client->received().startsWith("HTTP/1.1 101 "));
    auto details = m_post->details(id);
    QVERIFY(details && details->connectedAt == connectedAt && details->lastActiveAt == connectedAt);
    QCOMPARE(details->sourceIp, QStringLiteral("127.0.0.1"));
    QCOMPARE(details->userAgent, QStringLiteral("Test/1"));

    m_clock.advance(5s);
    client->send(Test::RawClient::textFrame("hi"));
    QTRY_COMPARE(m_record->events(defaultRoute).size(), 1);
    QVERIFY(m_post->details(id)->lastActiveAt == connectedAt + 5s);
    m_clock.advance(2s);
    m_post->post(id, "hi");
    QVERIFY(m_post->details(id)->lastActiveAt == connectedAt + 7s);
    QVERIFY(m_post->details(id)->connectedAt == connectedAt);
    m_record->last(defaultRoute).reply(ProxyResponse{});
}

void TestHandshake::shuttingDownRefusesThoseWhoWait()
{
    const QSignalSpy stopped(&m_gateway->gateway(), &Gateway::stopped);
    const auto client = newClient(Test::RawClient::upgradeRequest("/dev"));
    QTRY_VERIFY(isWaiting());
    m_gateway->gateway().shutDown();
    QTRY_VERIFY(client->isClosed());
    QVERIFY(client->received().startsWith("HTTP/1.1 503 "));
    QCOMPARE(stopped.count(), 0);
    // What `$connect` has stored is taken back before the gateway is through.
    m_record->answeredAtOnce = QStringList{disconnectRoute};
    answer(200);
    QCOMPARE(m_record->events(disconnectRoute).size(), 1);
    QTRY_COMPARE(stopped.count(), 1);
}

QTEST_GUILESS_MAIN(TestHandshake)
#include "tst_handshake.moc"
