// SPDX-License-Identifier: MIT
#include "gateway/Quotas.h"
#include "support/FakeAuthorizer.h"
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

/// What happens between a request and its `$connect`, with an authorizer that answers when the test says so.
class TestHandshakeAuthorizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void connectWaitsForTheAuthorizer();
    void aRequestWithoutIdentityIsRefusedUnasked();
    void refusalsAreWrittenInFull_data();
    void refusalsAreWrittenInFull();
    void aSlowAuthorizerIsAFailedOne();
    void everyEventTellsWhatTheAuthorizerTold();
    void connectMayStillRefuse();
    void aClientThatLeavesMeanwhileIsForgotten();
    void shuttingDownDoesNotWaitForTheAuthorizer();
    void aStageWithoutConnectRouteIsGuardedToo();
    void otherStagesAskNobody();

private:
    std::unique_ptr<Test::RawClient> newClient(const QByteArray &target);
    bool isAsked() const { return m_questions->calls.size() == 1; }
    void answer(const AuthorizerResult &result) { m_questions->calls.at(0).reply(result); }

    Test::FakeClock m_clock;
    std::shared_ptr<Test::FakeAuthorizer::Record> m_questions;
    std::shared_ptr<Test::FakeIntegration::Record> m_record;
    std::unique_ptr<Test::InProcessGateway> m_gateway;
};

void TestHandshakeAuthorizer::init()
{
    m_questions = std::make_shared<Test::FakeAuthorizer::Record>();
    m_record = std::make_shared<Test::FakeIntegration::Record>();
    m_gateway = std::make_unique<Test::InProcessGateway>(m_clock, Test::InProcessGateway::Start::Later);
    const auto all = Test::FakeIntegration::backend(m_record, {connectRoute, disconnectRoute, defaultRoute});
    const auto bare = Test::FakeIntegration::backend(m_record, {defaultRoute});
    m_gateway->gateway().addStage(QStringLiteral("dev"), Test::FakeAuthorizer::before(all, m_questions));
    m_gateway->gateway().addStage(QStringLiteral("bare"), Test::FakeAuthorizer::before(bare, m_questions));
    m_gateway->gateway().addStage(QStringLiteral("open"), bare);
    m_gateway->start();
}

void TestHandshakeAuthorizer::cleanup()
{
    m_gateway.reset();
    QCOMPARE(m_clock.pendingAlarms(), std::size_t(0));
}

std::unique_ptr<Test::RawClient> TestHandshakeAuthorizer::newClient(const QByteArray &target)
{
    auto client = std::make_unique<Test::RawClient>(m_gateway->address());
    client->send(Test::RawClient::upgradeRequest(target));
    return client;
}

void TestHandshakeAuthorizer::connectWaitsForTheAuthorizer()
{
    const auto client = newClient("/dev?token=a");
    QTRY_VERIFY(isAsked());
    const ProxyEvent asked = m_questions->calls.at(0).event.request;
    QCOMPARE(asked.type, ProxyEvent::Type::Connect);
    QVERIFY(IdMint::isConnectionId(asked.connectionId));
    QVERIFY(asked.headers.contains({QByteArray("Upgrade"), QByteArray("websocket")}));
    QVERIFY(asked.authorizer.isEmpty());
    QVERIFY(m_record->calls.isEmpty());

    answer(Test::FakeAuthorizer::policy("Allow"));
    QCOMPARE(m_record->calls.size(), 1);
    QCOMPARE(m_record->calls.at(0).event.connectionId, asked.connectionId);
    QCOMPARE(m_record->calls.at(0).event.requestId, asked.requestId);
    QVERIFY(client->received().isEmpty());
    m_record->last(connectRoute).reply(ProxyResponse{});
    QTRY_VERIFY(client->received().startsWith("HTTP/1.1 101 "));
}

void TestHandshakeAuthorizer::aRequestWithoutIdentityIsRefusedUnasked()
{
    const auto client = newClient("/dev?Token=a");
    QTRY_VERIFY(client->isClosed());
    QVERIFY(client->received().startsWith("HTTP/1.1 401 Unauthorized\r\n"));
    QVERIFY(m_questions->calls.isEmpty());
    QVERIFY(m_record->calls.isEmpty());
}

void TestHandshakeAuthorizer::refusalsAreWrittenInFull_data()
{
    const auto error = [](const char *reason) -> AuthorizerResult {
        return tl::unexpected(AuthorizerFailure{QString::fromUtf8(reason)});
    };
    QTest::addColumn<AuthorizerResult>("answer");
    QTest::addColumn<QByteArray>("statusLine");
    QTest::addColumn<QByteArray>("errorType");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a denial is forbidden")
        << AuthorizerResult(Test::FakeAuthorizer::policy("Deny")) << QByteArray("HTTP/1.1 403 Forbidden")
        << QByteArray("ForbiddenException") << QByteArray(R"({"message":"Forbidden"})");
    QTest::newRow("the error Unauthorized is unauthorized")
        << error("Unauthorized") << QByteArray("HTTP/1.1 401 Unauthorized")
        << QByteArray("UnauthorizedException") << QByteArray(R"({"message":"Unauthorized"})");
    QTest::newRow("another error is the server's")
        << error("secret reason") << QByteArray("HTTP/1.1 500 Internal Server Error")
        << QByteArray("InternalServerErrorException") << QByteArray(R"({"message":"Internal server error"})");
    QTest::newRow("what is no policy is the server's error")
        << AuthorizerResult(R"({"isAuthorized":true})") << QByteArray("HTTP/1.1 500 Internal Server Error")
        << QByteArray("InternalServerErrorException") << QByteArray(R"({"message":"Internal server error"})");
}

void TestHandshakeAuthorizer::refusalsAreWrittenInFull()
{
    QFETCH(const AuthorizerResult, answer);
    QFETCH(const QByteArray, statusLine);
    QFETCH(const QByteArray, errorType);
    QFETCH(const QByteArray, body);
    const QSignalSpy log(&m_gateway->gateway(), &Gateway::accessLogged);
    const auto client = newClient("/dev?token=a");
    QTRY_VERIFY(isAsked());
    this->answer(answer);
    QTRY_VERIFY(client->isClosed());
    QVERIFY2(client->received().startsWith(statusLine + "\r\n"), client->received().constData());
    QVERIFY(client->received().contains("\r\nx-amzn-ErrorType: " + errorType + "\r\n"));
    QVERIFY(client->received().endsWith("\r\n\r\n" + body));
    // Neither `$connect` nor `$disconnect`.
    QVERIFY(m_record->calls.isEmpty());
    QCOMPARE(log.count(), 1);
    QCOMPARE(log.at(0).at(0).value<AccessEntry>().kind, AccessEntry::Kind::Refusal);
}

void TestHandshakeAuthorizer::aSlowAuthorizerIsAFailedOne()
{
    const auto client = newClient("/dev?token=a");
    QTRY_VERIFY(isAsked());
    m_clock.advance(Quotas::integrationTimeout);
    QTRY_VERIFY(client->isClosed());
    QVERIFY(client->received().startsWith("HTTP/1.1 500 Internal Server Error\r\n"));
    answer(Test::FakeAuthorizer::policy("Allow"));
    QVERIFY(m_record->calls.isEmpty());
}

void TestHandshakeAuthorizer::everyEventTellsWhatTheAuthorizerTold()
{
    const QMap<QString, QString> told{{QStringLiteral("principalId"), QStringLiteral("ana")},
                                      {QStringLiteral("level"), QStringLiteral("7")}};
    const auto client = newClient("/dev?token=a");
    QTRY_VERIFY(isAsked());
    answer(Test::FakeAuthorizer::policy("Allow"));
    m_record->last(connectRoute).reply(ProxyResponse{});
    QTRY_VERIFY(client->received().startsWith("HTTP/1.1 101 "));
    m_record->answeredAtOnce = QStringList{defaultRoute, disconnectRoute};
    client->send(Test::RawClient::textFrame("hello"));
    QTRY_COMPARE(m_record->events(defaultRoute).size(), 1);
    client->abort();
    QTRY_COMPARE(m_record->events(disconnectRoute).size(), 1);
    QCOMPARE(m_record->events(connectRoute).at(0).authorizer, told);
    QCOMPARE(m_record->events(defaultRoute).at(0).authorizer, told);
    QCOMPARE(m_record->events(disconnectRoute).at(0).authorizer, told);
    QCOMPARE(m_questions->calls.size(), 1);
}

void TestHandshakeAuthorizer::connectMayStillRefuse()
{
    const auto client = newClient("/dev?token=a");
    QTRY_VERIFY(isAsked());
    answer(Test::FakeAuthorizer::policy("Allow"));
    m_record->last(connectRoute).reply(ProxyResponse{429});
    QTRY_VERIFY(client->isClosed());
    QVERIFY(client->received().startsWith("HTTP/1.1 429 Too Many Requests\r\n"));
    QVERIFY(m_record->events(disconnectRoute).isEmpty());
}

void TestHandshakeAuthorizer::aClientThatLeavesMeanwhileIsForgotten()
{
    const QSignalSpy log(&m_gateway->gateway(), &Gateway::accessLogged);
    const auto client = newClient("/dev?token=a");
    QTRY_VERIFY(isAsked());
    client->abort();
    // Nothing outside tells that the server has noticed; a client that comes later is served later.
    const auto other = newClient("/open");
    QTRY_VERIFY(other->received().startsWith("HTTP/1.1 101 "));
    answer(Test::FakeAuthorizer::policy("Allow"));
    QCoreApplication::processEvents();
    QVERIFY(m_record->calls.isEmpty());
    QCOMPARE(log.count(), 1);
}

void TestHandshakeAuthorizer::shuttingDownDoesNotWaitForTheAuthorizer()
{
    const QSignalSpy stopped(&m_gateway->gateway(), &Gateway::stopped);
    const auto client = newClient("/dev?token=a");
    QTRY_VERIFY(isAsked());
    m_gateway->gateway().shutDown();
    QTRY_VERIFY(client->isClosed());
    QVERIFY(client->received().startsWith("HTTP/1.1 503 "));
    QTRY_COMPARE(stopped.count(), 1);
    answer(Test::FakeAuthorizer::policy("Allow"));
    QVERIFY(m_record->calls.isEmpty());
}

void TestHandshakeAuthorizer::aStageWithoutConnectRouteIsGuardedToo()
{
    const auto client = newClient("/bare?token=a");
    QTRY_VERIFY(isAsked());
    answer(Test::FakeAuthorizer::policy("Deny"));
    QTRY_VERIFY(client->isClosed());
    QVERIFY(client->received().startsWith("HTTP/1.1 403 Forbidden\r\n"));

    const auto other = newClient("/bare?token=b");
    QTRY_COMPARE(m_questions->calls.size(), 2);
    m_questions->calls.at(1).reply(Test::FakeAuthorizer::policy("Allow"));
    QTRY_VERIFY(other->received().startsWith("HTTP/1.1 101 "));
}

void TestHandshakeAuthorizer::otherStagesAskNobody()
{
    const auto client = newClient("/open");
    QTRY_VERIFY(client->received().startsWith("HTTP/1.1 101 "));
    QVERIFY(m_questions->calls.isEmpty());
}

QTEST_GUILESS_MAIN(TestHandshakeAuthorizer)
#include "tst_handshake_authorizer.moc"
