// SPDX-License-Identifier: MIT
#include "support/FakeClock.h"
#include "support/FakeIntegration.h"
#include "support/InProcessGateway.h"
#include "support/RawClient.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1String defaultRoute("$default");
constexpr QLatin1String disconnectRoute("$disconnect");

} // namespace

/// A stage's quotas on time and rates, on a clock that the tests turn.
class TestQuotas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void anIdleConnectionIsClosed();
    void messagesInEitherDirectionKeepAConnection();
    void pingsKeepAConnectionOnlyWhereTheyMay_data();
    void pingsKeepAConnectionOnlyWhereTheyMay();
    void aConnectionLastsTwoHours();
    void theTimesCanBeSwitchedOff();
    void theIntegrationsTimeCanBeChanged();
    void tooManyConnectsAreRefused();
    void tooManyMessagesAreTold();
    void tooManyCallsAreRefused();
    void sizesCanBeChanged();
    void aLargePostIsRefused();
    void theTimesPassFasterWhereTheStageIsScaled();

private:
    void start(const StageQuotas &quotas, double timeScale = 1);
    bool connectClient();
    /// Everything sent before is handled when this returns true.
    bool settle();
    ProxyEvent theEnd() const { return m_record->events(disconnectRoute).value(0); }
    bool hasEnded() const { return !m_record->events(disconnectRoute).isEmpty(); }

    Test::FakeClock m_clock;
    std::shared_ptr<Test::FakeIntegration::Record> m_record;
    PostToConnection *m_post = nullptr;
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<QWebSocket> m_client;
    QStringList m_heard;
};

void TestQuotas::init()
{
    m_record = std::make_shared<Test::FakeIntegration::Record>();
    m_record->answeredAtOnce = QStringList{defaultRoute, disconnectRoute};
    m_heard.clear();
}

void TestQuotas::cleanup()
{
    m_client.reset();
    m_gateway.reset();
    QCOMPARE(m_clock.pendingAlarms(), std::size_t(0));
}

void TestQuotas::start(const StageQuotas &quotas, double timeScale)
{
    GatewayOptions options;
    options.port = 0;
    options.timeScale = timeScale;
    m_gateway = std::make_unique<Gateway>(options, m_clock);
    m_gateway->addStage(QStringLiteral("dev"), [this, quotas](PostToConnection &post) -> Result<Backend> {
        auto backend =
            Test::FakeIntegration::backend(m_record, {disconnectRoute, defaultRoute}, &m_post)(post);
        backend->quotas = quotas;
        return backend;
    });
    QVERIFY(m_gateway->start());
}

bool TestQuotas::connectClient()
{
    m_client = std::make_unique<QWebSocket>();
    connect(m_client.get(), &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { m_heard.append(text); });
    m_client->open(m_gateway->stageAddress(QStringLiteral("dev")));
    return QTest::qWaitFor([this] { return m_client->state() == QAbstractSocket::ConnectedState; });
}

bool TestQuotas::settle()
{
    QSignalSpy pong(m_client.get(), &QWebSocket::pong);
    m_client->ping();
    return QTest::qWaitFor([&pong] { return pong.count() == 1; });
}

void TestQuotas::anIdleConnectionIsClosed()
{
    start({});
    QVERIFY(connectClient());
    QVERIFY(settle());
    m_clock.advance(10min - 1ms);
    QVERIFY(!hasEnded());
    m_clock.advance(1ms);
    QVERIFY(hasEnded());
    QCOMPARE(theEnd().disconnectStatusCode, 1001);
    QCOMPARE(theEnd().disconnectReason, QStringLiteral("Going away"));
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(int(m_client->closeCode()), 1001);
    QCOMPARE(m_client->closeReason(), QStringLiteral("Going away"));
}

void TestQuotas::messagesInEitherDirectionKeepAConnection()
{
    start({});
    QVERIFY(connectClient());
    m_clock.advance(9min);
    m_client->sendTextMessage(QStringLiteral("still here"));
    QTRY_COMPARE(m_record->events(defaultRoute).size(), 1);
    m_clock.advance(9min);
    m_post->post(m_record->events(defaultRoute).at(0).connectionId, "so are we");
    m_clock.advance(10min - 1ms);
    QVERIFY(!hasEnded());
    m_clock.advance(1ms);
    QVERIFY(hasEnded());
}

void TestQuotas::pingsKeepAConnectionOnlyWhereTheyMay_data()
{
    QTest::addColumn<StageQuotas::Pings>("pings");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("by default they do not") << StageQuotas::Pings::AreNoActivity << false;
    QTest::newRow("where they may they do") << StageQuotas::Pings::AreActivity << true;
}

void TestQuotas::pingsKeepAConnectionOnlyWhereTheyMay()
{
    QFETCH(const StageQuotas::Pings, pings);
    QFETCH(const bool, isKept);
    StageQuotas quotas;
    quotas.pings = pings;
    start(quotas);
    QVERIFY(connectClient());
    m_clock.advance(9min);
    QVERIFY(settle());
    m_clock.advance(9min);
    QCOMPARE(!hasEnded(), isKept);
}

void TestQuotas::aConnectionLastsTwoHours()
{
    start({});
    QVERIFY(connectClient());
    m_client->sendTextMessage(QStringLiteral("who am I"));
    QTRY_COMPARE(m_record->events(defaultRoute).size(), 1);
    for (auto passed = 0min; passed < 120min - 5min; passed += 5min) {
        m_clock.advance(5min);
        m_post->post(m_record->events(defaultRoute).at(0).connectionId, "busy");
    }
    m_clock.advance(5min - 1ms);
    QVERIFY(!hasEnded());
    m_clock.advance(1ms);
    QVERIFY(hasEnded());
    QCOMPARE(theEnd().disconnectStatusCode, 1001);
    QCOMPARE(theEnd().disconnectReason, QStringLiteral("Going away"));
}

void TestQuotas::theTimesCanBeSwitchedOff()
{
    StageQuotas quotas;
    quotas.idleTimeout.reset();
    quotas.connectionDuration.reset();
    start(quotas);
    QVERIFY(connectClient());
    m_clock.advance(24h * 365);
    QVERIFY(!hasEnded());
    QVERIFY(settle());
}

void TestQuotas::theIntegrationsTimeCanBeChanged()
{
    StageQuotas quotas;
    quotas.integrationTimeout = 50ms;
    start(quotas);
    m_record->answeredAtOnce = QStringList{disconnectRoute};
    QVERIFY(connectClient());
    m_client->sendTextMessage(QStringLiteral("slow"));
    QTRY_COMPARE(m_record->events(defaultRoute).size(), 1);
    m_clock.advance(50ms);
    QTRY_COMPARE(m_heard.size(), 1);
    QVERIFY(m_heard.at(0).startsWith(QStringLiteral("{\"message\": \"Endpoint request timed out\"")));
    m_record->last(defaultRoute).reply(ProxyResponse{});
}

void TestQuotas::tooManyConnectsAreRefused()
{
    StageQuotas quotas;
    quotas.connectRate = 1;
    start(quotas);
    QVERIFY(connectClient());
    Test::RawClient second(m_gateway->stageAddress(QStringLiteral("dev")));
    second.send(Test::RawClient::upgradeRequest("/dev"));
    QTRY_VERIFY(second.isClosed());
    QVERIFY(second.received().startsWith("HTTP/1.1 429 Too Many Requests\r\n"));
    QVERIFY(second.received().contains("\r\nx-amzn-ErrorType: TooManyRequestsException\r\n"));
    QVERIFY(second.received().endsWith("\r\n\r\n{\"message\":\"Too Many Requests\"}"));
    QVERIFY(!hasEnded());
    m_clock.advance(1s);
    QVERIFY(connectClient());
}

void TestQuotas::tooManyMessagesAreTold()
{
    StageQuotas quotas;
    quotas.requestRate = 10;
    quotas.requestBurst = 2;
    start(quotas);
    QVERIFY(connectClient());
    for (int count = 0; count < 3; ++count)
        m_client->sendTextMessage(QStringLiteral("quick"));
    QTRY_COMPARE(m_heard.size(), 1);
    QVERIFY(
        m_heard.at(0).startsWith(QStringLiteral("{\"message\": \"Too Many Requests\", \"connectionId\":\"")));
    QCOMPARE(m_record->events(defaultRoute).size(), 2);
    m_clock.advance(100ms);
    m_client->sendTextMessage(QStringLiteral("patient"));
    QTRY_COMPARE(m_record->events(defaultRoute).size(), 3);
}

void TestQuotas::tooManyCallsAreRefused()
{
    StageQuotas quotas;
    quotas.requestRate = 10;
    quotas.requestBurst = 1;
    start(quotas);
    const QByteArray call("GET /dev/@connections/eHrdFcnvvHcCE-w= HTTP/1.1\r\nHost: localhost\r\n\r\n");
    Test::RawClient caller(m_gateway->stageAddress(QStringLiteral("dev")));
    caller.send(call);
    QTRY_VERIFY(caller.received().startsWith("HTTP/1.1 410 Gone\r\n"));
    Test::RawClient second(m_gateway->stageAddress(QStringLiteral("dev")));
    second.send(call);
    QTRY_VERIFY(second.received().contains("\r\n\r\n"));
    QVERIFY(second.received().startsWith("HTTP/1.1 429 Too Many Requests\r\n"));
    QVERIFY(second.received().contains("\r\nx-amzn-errortype: LimitExceededException\r\n"));
}

void TestQuotas::sizesCanBeChanged()
{
    StageQuotas quotas;
    quotas.frameBytes.reset();
    quotas.messageBytes = 200'000;
    start(quotas);
    QVERIFY(connectClient());
    m_client->setOutgoingFrameSize(500'000);
    m_client->sendTextMessage(QString(200'000, u'x'));
    QTRY_COMPARE(m_record->events(defaultRoute).size(), 1);
    m_client->sendTextMessage(QString(200'001, u'x'));
    QTRY_VERIFY(hasEnded());
    QCOMPARE(theEnd().disconnectStatusCode, 1009);
}

void TestQuotas::aLargePostIsRefused()
{
    start({});
    QVERIFY(connectClient());
    m_client->sendTextMessage(QStringLiteral("who am I"));
    QTRY_COMPARE(m_record->events(defaultRoute).size(), 1);
    const QString id = m_record->events(defaultRoute).at(0).connectionId;
    QCOMPARE(m_post->post(id, QByteArray(Quotas::messageBytes + 1, 'x')), PostToConnection::Status::TooLarge);
    QCOMPARE(m_post->post(id, QByteArray(Quotas::messageBytes, 'x')), PostToConnection::Status::Ok);
    QTRY_COMPARE(m_heard.size(), 1);
    QCOMPARE(m_heard.at(0).size(), Quotas::messageBytes);
}

void TestQuotas::theTimesPassFasterWhereTheStageIsScaled()
{
    start({}, 60);
    QVERIFY(connectClient());
    m_clock.advance(10s - 1ms);
    QVERIFY(!hasEnded());
    m_clock.advance(1ms);
    QVERIFY(hasEnded());
}

QTEST_GUILESS_MAIN(TestQuotas)
#include "tst_quotas.moc"
