// SPDX-License-Identifier: MIT
#include "gateway/FaultInjector.h"

#include "gateway/Quotas.h"
#include "support/FaultBench.h"

#include <QSignalSpy>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

/// For how long it may be idle and may last.
constexpr std::size_t timersOfAConnection = 2;

} // namespace

/// What becomes of handshakes and messages at a stage with faults.
class TestFaultInjector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void handshakesAreRefused_data();
    void handshakesAreRefused();
    void aHandshakeIsDropped();
    void aHandshakeIsDelayed();
    void delayedHandshakesOfClientsWhoLeaveAreForgotten();
    void delayedHandshakesEndWithTheGateway();
    void messagesAreAnswered_data();
    void messagesAreAnswered();
    void aMessageEndsTheConnection_data();
    void aMessageEndsTheConnection();
    void aMessageIsDelayed();
    void aDelayedMessageIsHandledWhenItsSenderHasLeft();
    void delayedMessagesEndWithTheGateway();
    void noMoreIsHeldBackThanMemoryMayHold();
    void onlyTheRouteOfTheRuleFails();

private:
    Test::FaultBench &begin(const char *rules)
    {
        m_bench = std::make_unique<Test::FaultBench>(rules);
        return *m_bench;
    }

    std::unique_ptr<Test::FaultBench> m_bench;
};

void TestFaultInjector::cleanup()
{
    auto &clock = m_bench->clock;
    m_bench->gateway.reset();
    QCOMPARE(clock.pendingAlarms(), std::size_t(0));
    m_bench.reset();
}

void TestFaultInjector::handshakesAreRefused_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("statusLine");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("with the status of the rule")
        << QByteArray(R"({"at":"connect","do":"refuse","status":503})")
        << QByteArray("503 Service Unavailable") << QByteArray("x-amz-apigw-id: ");
    QTest::newRow("as by a failed integration")
        << QByteArray(R"({"at":"connect","do":"fail"})") << QByteArray("502 Bad Gateway")
        << QByteArray(R"({"message":"Internal server error"})");
    QTest::newRow("as by an integration that took too long")
        << QByteArray(R"({"at":"connect","do":"timeOut"})") << QByteArray("504 Gateway Timeout")
        << QByteArray(R"({"message":"Endpoint request timed out"})");
    QTest::newRow("as too many") << QByteArray(R"({"at":"connect","do":"throttle"})")
                                 << QByteArray("429 Too Many Requests")
                                 << QByteArray("x-amzn-ErrorType: TooManyRequestsException\r\n");
}

void TestFaultInjector::handshakesAreRefused()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const QByteArray, statusLine);
    QFETCH(const QByteArray, part);
    auto &bench = begin(rule.constData());
    const auto client = bench.newClient();
    QTRY_VERIFY(client->isClosed());
    QVERIFY2(client->received().startsWith("HTTP/1.1 " + statusLine + "\r\n"),
             client->received().constData());
    QVERIFY(client->received().contains(part));
    QVERIFY(bench.record->calls.isEmpty());
    QCOMPARE(bench.log.size(), 1);
    QCOMPARE(bench.log.at(0).kind, AccessEntry::Kind::Refusal);
    QCOMPARE(bench.log.at(0).status, statusLine.left(3).toInt());
}

void TestFaultInjector::aHandshakeIsDropped()
{
    auto &bench = begin(R"({"at":"connect","do":"drop","times":1})");
    const auto client = bench.newClient();
    QTRY_VERIFY(client->isClosed());
    QCOMPARE(client->received(), QByteArray());
    QVERIFY(bench.record->calls.isEmpty());
    QCOMPARE(bench.log.at(0).status, 0);
    const auto next = bench.newClient();
    QTRY_VERIFY(next->received().startsWith("HTTP/1.1 101 "));
}

void TestFaultInjector::aHandshakeIsDelayed()
{
    auto &bench = begin(R"({"at":"connect","do":"delay","milliseconds":500})");
    const auto client = bench.newClient();
    QTRY_COMPARE(bench.clock.pendingAlarms(), std::size_t(1));
    QVERIFY(m_bench->settle());
    bench.clock.advance(499ms);
    QVERIFY(bench.record->calls.isEmpty());
    bench.clock.advance(1ms);
    QCOMPARE(bench.record->calls.size(), 1);
    QTRY_VERIFY(client->received().startsWith("HTTP/1.1 101 "));
    QVERIFY(bench.log.constLast().took == 500ms);
}

void TestFaultInjector::delayedHandshakesOfClientsWhoLeaveAreForgotten()
{
    auto &bench = begin(R"({"at":"connect","do":"delay","milliseconds":500})");
    const auto client = bench.newClient();
    QVERIFY(m_bench->settle());
    QTRY_COMPARE(bench.clock.pendingAlarms(), std::size_t(1));
    client->abort();
    QTRY_COMPARE(bench.clock.pendingAlarms(), std::size_t(0));
    bench.clock.advance(1s);
    QVERIFY(bench.record->calls.isEmpty());
}

void TestFaultInjector::delayedHandshakesEndWithTheGateway()
{
    auto &bench = begin(R"({"at":"connect","do":"delay","milliseconds":500})");
    const QSignalSpy stopped(&bench.gateway->gateway(), &Gateway::stopped);
    const auto client = bench.newClient();
    QVERIFY(m_bench->settle());
    bench.gateway->gateway().shutDown();
    QTRY_VERIFY(client->received().startsWith("HTTP/1.1 503 "));
    QTRY_COMPARE(stopped.count(), 1);
    QVERIFY(bench.record->calls.isEmpty());
}

void TestFaultInjector::messagesAreAnswered_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("status");
    QTest::newRow("as by a failed integration")
        << QByteArray("fail") << QByteArray("Internal server error") << 502;
    QTest::newRow("as by an integration that took too long")
        << QByteArray("timeOut") << QByteArray("Endpoint request timed out") << 504;
    QTest::newRow("as too many") << QByteArray("throttle") << QByteArray("Too Many Requests") << 429;
}

void TestFaultInjector::messagesAreAnswered()
{
    QFETCH(const QByteArray, kind);
    QFETCH(const QByteArray, message);
    auto &bench = begin((R"({"at":"message","do":")" + kind + R"(","times":1})").constData());
    const auto client = bench.newConnection();
    if (kind == "fail")
        QTest::ignoreMessage(QtInfoMsg, R"(The integration of "say" failed: "a rule of @faults")");
    Test::FaultBench::say(*client);
    QTRY_VERIFY(client->received().endsWith('}'));
    const QByteArray frame =
        R"({"message": ")" + message + R"(", "connectionId":")" + bench.id.toLatin1() + R"(", "requestId":")";
    QVERIFY2(client->received().contains(frame), client->received().constData());
    QTEST(bench.log.constLast().status, "status");
    QVERIFY(bench.said().isEmpty());
    Test::FaultBench::say(*client);
    QTRY_COMPARE(bench.said().size(), 1);
}

void TestFaultInjector::aMessageEndsTheConnection_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("received");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("with a code and a reason")
        << QByteArray(R"({"at":"message","do":"close","code":4001,"reason":"enough"})")
        << QByteArray("\x88\x08\x0f\xa1") + "enough" << 4001 << "enough";
    QTest::newRow("with a code alone") << QByteArray(R"({"at":"message","do":"close","code":1012})")
                                       << QByteArray("\x88\x02\x03\xf4") << 1012 << "";
    QTest::newRow("without a word") << QByteArray(R"({"at":"message","do":"drop"})") << QByteArray() << 1006
                                    << "";
}

void TestFaultInjector::aMessageEndsTheConnection()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const QByteArray, received);
    auto &bench = begin(rule.constData());
    const auto client = bench.newConnection();
    Test::FaultBench::say(*client);
    Test::FaultBench::say(*client);
    QTRY_COMPARE(bench.ended().size(), 1);
    QTEST(bench.ended().at(0).disconnectStatusCode, "code");
    QTEST(bench.ended().at(0).disconnectReason, "reason");
    QCOMPARE(bench.post->post(bench.id, "more"), PostToConnection::Status::Gone);
    QTRY_COMPARE(client->received(), received);
    if (received.isEmpty())
        QTRY_VERIFY(client->isClosed());
    QVERIFY(m_bench->settle());
    QCOMPARE(bench.ended().size(), 1);
    QVERIFY(bench.said().isEmpty());
}

void TestFaultInjector::aMessageIsDelayed()
{
    auto &bench = begin(R"({"at":"message","do":"delay","milliseconds":200})");
    const auto client = bench.newConnection();
    Test::FaultBench::say(*client, "a");
    QTRY_COMPARE(bench.clock.pendingAlarms(), timersOfAConnection + 1);
    bench.clock.advance(199ms);
    QVERIFY(bench.said().isEmpty());
    bench.clock.advance(1ms);
    QCOMPARE(bench.said().size(), 1);
    QCOMPARE(bench.log.constLast().kind, AccessEntry::Kind::Message);
    QVERIFY(bench.log.constLast().took == 200ms);
}

void TestFaultInjector::aDelayedMessageIsHandledWhenItsSenderHasLeft()
{
    auto &bench = begin(R"({"at":"message","do":"delay","milliseconds":200},
                           {"at":"message","do":"close","code":4001,"after":1})");
    const auto client = bench.newConnection();
    Test::FaultBench::say(*client);
    Test::FaultBench::say(*client);
    QTRY_COMPARE(bench.clock.pendingAlarms(), timersOfAConnection + 2);
    client->abort();
    QTRY_COMPARE(bench.ended().size(), 1);
    bench.clock.advance(200ms);
    QCOMPARE(bench.said().size(), 1);
    QCOMPARE(bench.log.constLast().status, 4001);
    QCOMPARE(bench.ended().size(), 1);
}

void TestFaultInjector::noMoreIsHeldBackThanMemoryMayHold()
{
    // One more than may be held back is to be delayed, and the one behind it is not.
    auto &bench = begin(R"({"at":"message","do":"delay","milliseconds":200,"times":1001})");
    const auto client = bench.newConnection();
    for (std::size_t count = 0; count < Quotas::delayedMessages + 2; ++count)
        Test::FaultBench::say(*client);
    QTRY_COMPARE(bench.said().size(), 1);
    QTRY_VERIFY(client->received().contains("Too Many Requests"));
    QCOMPARE(client->received().count("Too Many Requests"), 1);
    bench.clock.advance(200ms);
    QCOMPARE(bench.said().size(), 1001);
}

void TestFaultInjector::delayedMessagesEndWithTheGateway()
{
    auto &bench = begin(R"({"at":"message","do":"delay","milliseconds":200})");
    const QSignalSpy stopped(&bench.gateway->gateway(), &Gateway::stopped);
    const auto client = bench.newConnection();
    Test::FaultBench::say(*client);
    QTRY_COMPARE(bench.clock.pendingAlarms(), timersOfAConnection + 1);
    bench.gateway->gateway().shutDown();
    bench.clock.advance(200ms);
    QVERIFY(bench.said().isEmpty());
    client->abort();
    QTRY_COMPARE(stopped.count(), 1);
}

void TestFaultInjector::onlyTheRouteOfTheRuleFails()
{
    auto &bench = begin(R"({"at":"message","do":"throttle","routeKey":"shout"})");
    const auto client = bench.newConnection();
    Test::FaultBench::say(*client);
    QTRY_COMPARE(bench.said().size(), 1);
    client->send(Test::RawClient::textFrame(R"({"action":"shout"})"));
    QTRY_VERIFY(client->received().contains("Forbidden"));
}

QTEST_GUILESS_MAIN(TestFaultInjector)
#include "tst_faultinjector.moc"
