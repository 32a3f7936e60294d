// SPDX-License-Identifier: MIT
#include "support/FakeClock.h"
#include "support/FakeIntegration.h"
#include "support/InProcessGateway.h"
#include "support/RawClient.h"

#include <QTest>

using namespace Greenroom;

namespace {

constexpr QLatin1String connectRoute("$connect");

} // namespace

/// What of the subprotocols that clients offer comes back with the 101.
class TestSubprotocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void withoutAWordOfConnectNothingIsEchoed();
    void theSubprotocolThatConnectReturnsIsEchoed_data();
    void theSubprotocolThatConnectReturnsIsEchoed();
    void aStageWithoutConnectRouteEchoesNoSubprotocol();

private:
    std::unique_ptr<Test::RawClient> newClient(const QByteArray &request);
    bool isWaiting() const { return m_record->calls.size() == 1; }

    Test::FakeClock m_clock;
    std::shared_ptr<Test::FakeIntegration::Record> m_record;
    std::unique_ptr<Test::InProcessGateway> m_gateway;
};

void TestSubprotocol::init()
{
    m_record = std::make_shared<Test::FakeIntegration::Record>();
    m_gateway = std::make_unique<Test::InProcessGateway>(m_clock, Test::InProcessGateway::Start::Later);
    m_gateway->gateway().addStage(QStringLiteral("dev"),
                                  Test::FakeIntegration::backend(m_record, {connectRoute}));
    m_gateway->gateway().addStage(QStringLiteral("bare"), Test::FakeIntegration::backend(m_record, {}));
    m_gateway->start();
}

void TestSubprotocol::cleanup()
{
    m_gateway.reset();
}

std::unique_ptr<Test::RawClient> TestSubprotocol::newClient(const QByteArray &request)
{
    auto client = std::make_unique<Test::RawClient>(m_gateway->address());
    client->send(request);
    return client;
}

void TestSubprotocol::withoutAWordOfConnectNothingIsEchoed()
{
    const auto client = newClient(Test::RawClient::upgradeRequest(
        "/dev",
        "Sec-WebSocket-Protocol: chat, superchat\r\nSec-WebSocket-Extensions: permessage-deflate\r\n"));
    QTRY_VERIFY(isWaiting());
    m_record->last(connectRoute).reply(ProxyResponse{});
    QTRY_VERIFY(client->received().contains("\r\n\r\n"));
    QVERIFY(client->received().startsWith("HTTP/1.1 101 "));
    QVERIFY(!client->received().toLower().contains("sec-websocket-protocol"));
    QVERIFY(!client->received().toLower().contains("sec-websocket-extensions"));
}

void TestSubprotocol::theSubprotocolThatConnectReturnsIsEchoed_data()
{
    QTest::addColumn<QByteArray>("offer");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("returned");
    QTest::addColumn<QByteArray>("echoed");
    const QByteArray offer = "Sec-WebSocket-Protocol: chat, superchat\r\n";
    const QByteArray name = "Sec-WebSocket-Protocol";
    QTest::newRow("the first of those offered") << offer << name << QByteArray("chat") << QByteArray("chat");
    QTest::newRow("the second") << offer << name << QByteArray("superchat") << QByteArray("superchat");
    QTest::newRow("in another case of letters")
        << offer << name.toLower() << QByteArray("chat") << QByteArray("chat");
    QTest::newRow("one that was not offered") << offer << name << QByteArray("other") << QByteArray("other");
    QTest::newRow("one where none was offered")
        << QByteArray() << name << QByteArray("other") << QByteArray("other");
    QTest::newRow("an empty one") << offer << name << QByteArray() << QByteArray();
    QTest::newRow("two are none") << offer << name << QByteArray("chat, superchat") << QByteArray();
    QTest::newRow("no second header is smuggled in")
        << offer << name << QByteArray("chat\r\nX-Evil: 1") << QByteArray();
    QTest::newRow("another header") << offer << QByteArray("X-Protocol") << QByteArray("chat")
                                    << QByteArray();
}

void TestSubprotocol::theSubprotocolThatConnectReturnsIsEchoed()
{
    QFETCH(const QByteArray, offer);
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, returned);
    QFETCH(const QByteArray, echoed);
    const auto client = newClient(Test::RawClient::upgradeRequest("/dev", offer));
    QTRY_VERIFY(isWaiting());
    m_record->last(connectRoute).reply(ProxyResponse{200, {}, {{"X-Other", "1"}, {name, returned}}});
    QTRY_VERIFY(client->received().contains("\r\n\r\n"));
    QVERIFY(client->received().startsWith("HTTP/1.1 101 "));
    QCOMPARE(client->received().toLower().contains("\r\nsec-websocket-protocol: "), !echoed.isEmpty());
    QVERIFY(client->received().contains("\r\nSec-WebSocket-Protocol: " + echoed + "\r\n")
            || echoed.isEmpty());
    QVERIFY(!client->received().contains("X-"));
}

void TestSubprotocol::aStageWithoutConnectRouteEchoesNoSubprotocol()
{
    const auto client =
        newClient(Test::RawClient::upgradeRequest("/bare", "Sec-WebSocket-Protocol: chat\r\n"));
    QTRY_VERIFY(client->received().startsWith("HTTP/1.1 101 "));
    QVERIFY(!client->received().toLower().contains("sec-websocket-protocol"));
}

QTEST_GUILESS_MAIN(TestSubprotocol)
#include "tst_subprotocol.moc"
