// SPDX-License-Identifier: MIT
#include "gateway/Quotas.h"
#include "support/FakeClock.h"
#include "support/FakeIntegration.h"
#include "support/InProcessGateway.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1String sendRoute("send");
constexpr QLatin1String askRoute("ask");

QByteArray frameLike(const char *message, const ProxyEvent &event)
{
    return QStringLiteral("{\"message\": \"%1\", \"connectionId\":\"%2\", \"requestId\":\"%3\"}")
        .arg(QString::fromUtf8(message), event.connectionId, event.requestId)
        .toUtf8();
}

bool isForbidden(const QString &frame)
{
    return frame.startsWith(QStringLiteral("{\"message\": \"Forbidden\", \"connectionId\":\""));
}

} // namespace

/// What becomes of the messages of an established connection.
class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theEventTellsOfTheMessage();
    void whatAHandlerReturnsIsNotSent();
    void aTwoWayRouteSendsTheBodyAsItIs_data();
    void aTwoWayRouteSendsTheBodyAsItIs();
    void aFailureOnATwoWayRouteIsTold();
    void aByteOrderMarkIsPartOfTheMessage();
    void noRouteIsForbidden();
    void reservedRoutesAreForbidden();
    void aFailureIsToldToTheSender();
    void anExceptionIsToldToTheSender();
    void aTimeoutIsToldToTheSenderOnce();
    void messagesOfOneConnectionRunAtTheSameTime();
    void aReplyAfterTheClientLeftIsIgnored();
    void aReplyAfterTheGatewayEndedIsIgnored();
    void messagesAreLoggedWithoutTheirText();

private:
    void say(const char *text) { m_client->sendTextMessage(QString::fromUtf8(text)); }
    const Test::FakeIntegration::Call &call() const { return m_record->last(sendRoute); }
    bool hasCalls(qsizetype count) const { return m_record->events(sendRoute).size() == count; }
    /// Everything sent before is handled when the gateway has answered this.
    void settle();

    Test::FakeClock m_clock;
    std::shared_ptr<Test::FakeIntegration::Record> m_record;
    std::unique_ptr<Test::InProcessGateway> m_gateway;
    std::unique_ptr<QWebSocket> m_client;
    QStringList m_received;
    QList<AccessEntry> m_log;
};

void TestMessages::init()
{
    m_record = std::make_shared<Test::FakeIntegration::Record>();
    m_record->answeredAtOnce = QStringList{QStringLiteral("$disconnect")};
    m_gateway = std::make_unique<Test::InProcessGateway>(m_clock, Test::InProcessGateway::Start::Later);
    m_gateway->gateway().addStage(
        QStringLiteral("dev"),
        Test::FakeIntegration::backend(m_record, {QStringLiteral("$disconnect"), sendRoute, askRoute},
                                       nullptr, {askRoute}));
    connect(&m_gateway->gateway(), &Gateway::accessLogged, this,
            [this](const AccessEntry &entry) { m_log.append(entry); });
    m_gateway->start();
    m_received.clear();
    m_client = std::make_unique<QWebSocket>();
    connect(m_client.get(), &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { m_received.append(text); });
    m_client->open(m_gateway->address());
    QTRY_COMPARE(m_client->state(), QAbstractSocket::ConnectedState);
    QTRY_COMPARE(m_log.size(), 1);
    m_log.clear();
}

void TestMessages::cleanup()
{
    m_client.reset();
    m_gateway.reset();
    QCOMPARE(m_clock.pendingAlarms(), std::size_t(0));
    m_log.clear();
}

void TestMessages::settle()
{
    QSignalSpy pong(m_client.get(), &QWebSocket::pong);
    m_client->ping();
    QTRY_COMPARE(pong.count(), 1);
}

void TestMessages::theEventTellsOfTheMessage()
{
    say(R"({"action":"send", "text":"Olá"})");
    QTRY_VERIFY(hasCalls(1));
    const ProxyEvent event = call().event;
    QCOMPARE(event.type, ProxyEvent::Type::Message);
    QCOMPARE(event.stage, QStringLiteral("dev"));
    QCOMPARE(event.body, QStringLiteral(R"({"action":"send", "text":"Olá"})"));
    QCOMPARE(event.stageVariables.value(QStringLiteral("colour")), QStringLiteral("green"));
    QVERIFY(IdMint::isConnectionId(event.connectionId));
    QCOMPARE(event.messageId.last(4), event.connectionId.last(4));
    QVERIFY(event.requestId != event.messageId);
}

void TestMessages::whatAHandlerReturnsIsNotSent()
{
    say(R"({"action":"send"})");
    QTRY_VERIFY(hasCalls(1));
    call().reply(ProxyResponse{500, "not for you"});
    settle();
    QCOMPARE(m_received, QStringList());
    QCOMPARE(m_log.at(0).status, 500);
}

void TestMessages::aTwoWayRouteSendsTheBodyAsItIs_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a good status") << 200 << QByteArray(R"({"message": "pong"})");
    QTest::newRow("any other status") << 500 << QByteArray("no JSON");
    QTest::newRow("nothing") << 200 << QByteArray();
}

void TestMessages::aTwoWayRouteSendsTheBodyAsItIs()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    say(R"({"action":"ask"})");
    QTRY_COMPARE(m_record->events(askRoute).size(), 1);
    m_record->last(askRoute).reply(ProxyResponse{status, body});
    settle();
    QCOMPARE(m_received, body.isEmpty() ? QStringList() : QStringList{QString::fromUtf8(body)});
    QCOMPARE(m_log.at(0).status, status);
}

void TestMessages::aFailureOnATwoWayRouteIsTold()
{
    say(R"({"action":"ask"})");
    QTRY_COMPARE(m_record->events(askRoute).size(), 1);
    m_clock.advance(Quotas::integrationTimeout);
    m_record->last(askRoute).reply(ProxyResponse{200, "late"});
    settle();
    QCOMPARE(m_received.size(), 1);
    QCOMPARE(m_received.at(0).toUtf8(),
             frameLike("Endpoint request timed out", m_record->last(askRoute).event));
}

void TestMessages::aByteOrderMarkIsPartOfTheMessage()
{
    const QString message = QStringLiteral("{\"action\":\"send\",\"mark\":\"\ufeff\"}");
    // The second finds nothing left of the first.
    for (int count = 1; count <= 2; ++count) {
        m_client->sendTextMessage(QChar(QChar::ByteOrderMark) + message);
        QTRY_COMPARE(m_received.size(), count);
        QVERIFY(isForbidden(m_received.at(count - 1)));
    }
    m_client->sendTextMessage(message);
    QTRY_VERIFY(hasCalls(1));
    QCOMPARE(call().event.body, message);
}

void TestMessages::noRouteIsForbidden()
{
    say("hello");
    QTRY_COMPARE(m_received.size(), 1);
    QVERIFY(isForbidden(m_received.at(0)));
    QCOMPARE(m_log.at(0).status, 403);
    say(R"({"action":"send"})");
    QTRY_VERIFY(hasCalls(1));
}

void TestMessages::reservedRoutesAreForbidden()
{
    say(R"({"action":"$disconnect"})");
    QTRY_COMPARE(m_received.size(), 1);
    QVERIFY(isForbidden(m_received.at(0)));
    QVERIFY(m_record->calls.isEmpty());
}

void TestMessages::aFailureIsToldToTheSender()
{
    say(R"({"action":"send"})");
    QTRY_VERIFY(hasCalls(1));
    QTest::ignoreMessage(QtInfoMsg, R"(The integration of "send" failed: "why")");
    call().reply(tl::unexpected(IntegrationFailure{QStringLiteral("why")}));
    QTRY_COMPARE(m_received.size(), 1);
    QCOMPARE(m_received.at(0).toUtf8(), frameLike("Internal server error", call().event));
    QCOMPARE(m_log.at(0).status, 502);
}

void TestMessages::anExceptionIsToldToTheSender()
{
    m_record->throwing = QStringList{sendRoute};
    QTest::ignoreMessage(QtInfoMsg, R"(The integration of "send" failed: "thrown by the test")");
    say(R"({"action":"send"})");
    QTRY_COMPARE(m_received.size(), 1);
    QCOMPARE(m_received.at(0).toUtf8(), frameLike("Internal server error", call().event));
}

void TestMessages::aTimeoutIsToldToTheSenderOnce()
{
    say(R"({"action":"send"})");
    QTRY_VERIFY(hasCalls(1));
    m_clock.advance(Quotas::integrationTimeout);
    QTRY_COMPARE(m_received.size(), 1);
    QCOMPARE(m_received.at(0).toUtf8(), frameLike("Endpoint request timed out", call().event));
    QCOMPARE(m_log.at(0).status, 504);
    call().reply(tl::unexpected(IntegrationFailure{QStringLiteral("late")}));
    settle();
    QCOMPARE(m_received.size(), 1);
    QCOMPARE(m_log.size(), 1);
}

void TestMessages::messagesOfOneConnectionRunAtTheSameTime()
{
    say(R"({"action":"send","n":1})");
    say(R"({"action":"send","n":2})");
    QTRY_VERIFY(hasCalls(2));
}

void TestMessages::aReplyAfterTheClientLeftIsIgnored()
{
    say(R"({"action":"send"})");
    QTRY_VERIFY(hasCalls(1));
    m_client->abort();
    QTRY_COMPARE(m_record->events(QStringLiteral("$disconnect")).size(), 1);
    QTest::ignoreMessage(QtInfoMsg, R"(The integration of "send" failed: "late")");
    call().reply(tl::unexpected(IntegrationFailure{QStringLiteral("late")}));
}

void TestMessages::aReplyAfterTheGatewayEndedIsIgnored()
{
    say(R"({"action":"send"})");
    QTRY_VERIFY(hasCalls(1));
    m_gateway.reset();
    call().reply(ProxyResponse{});
}

void TestMessages::messagesAreLoggedWithoutTheirText()
{
    say(R"({"action":"send","text":"Olá"})");
    QTRY_VERIFY(hasCalls(1));
    m_clock.advance(3ms);
    call().reply(ProxyResponse{});
    QCOMPARE(m_log.size(), 1);
    const AccessEntry entry = m_log.at(0);
    QCOMPARE(entry.kind, AccessEntry::Kind::Message);
    QCOMPARE(entry.stage, QStringLiteral("dev"));
    QCOMPARE(entry.routeKey, QStringLiteral("send"));
    QCOMPARE(entry.status, 200);
    QCOMPARE(entry.bytes, 31);
    QVERIFY(entry.took == 3ms);
}

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
