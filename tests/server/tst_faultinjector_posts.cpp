// SPDX-License-Identifier: MIT
#include "gateway/FaultInjector.h"

#include "support/FaultBench.h"

using namespace Greenroom;
using namespace std::chrono_literals;
using Status = PostToConnection::Status;

namespace {

/// A whole text frame of up to 125 bytes, as the gateway sends it.
QByteArray textFrame(const QByteArray &text)
{
    return "\x81" + QByteArray(1, static_cast<char>(text.size())) + text;
}

} // namespace

/// What becomes of posts at a stage with faults.
class TestFaultInjectorPosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void aPostIsRefused_data();
    void aPostIsRefused();
    void aPostEndsTheConnection_data();
    void aPostEndsTheConnection();
    void aDelayedPostKeepsTheOrder();
    void whatWaitsIsSentBeforeAClose();
    void whatWaitsIsSentBeforeADelete();
    void whatWaitsIsForgottenWithItsConnection();

private:
    Test::FaultBench &begin(const char *rules)
    {
        m_bench = std::make_unique<Test::FaultBench>(rules);
        return *m_bench;
    }

    std::unique_ptr<Test::FaultBench> m_bench;
};

void TestFaultInjectorPosts::cleanup()
{
    auto &clock = m_bench->clock;
    m_bench->gateway.reset();
    QCOMPARE(clock.pendingAlarms(), std::size_t(0));
    m_bench.reset();
}

void TestFaultInjectorPosts::aPostIsRefused_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<Status>("status");
    QTest::addColumn<QByteArray>("statusLine");
    QTest::newRow("as gone") << QByteArray("gone") << Status::Gone << QByteArray("410 Gone");
    QTest::newRow("as too many") << QByteArray("throttle") << Status::LimitExceeded
                                 << QByteArray("429 Too Many Requests");
}

void TestFaultInjectorPosts::aPostIsRefused()
{
    QFETCH(const QByteArray, kind);
    QFETCH(const Status, status);
    QFETCH(const QByteArray, statusLine);
    auto &bench = begin((R"({"at":"post","do":")" + kind + R"(","times":2})").constData());
    const auto client = bench.newConnection();
    QVERIFY(bench.post->post(bench.id, "a") == status);
    Test::RawClient caller(bench.gateway->address());
    const QByteArray path = "/dev/@connections/" + bench.id.toLatin1();
    caller.send("POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nConnection: close\r\n\r\nb");
    QTRY_VERIFY(caller.isClosed());
    QVERIFY2(caller.received().startsWith("HTTP/1.1 " + statusLine + "\r\n"), caller.received().constData());
    QVERIFY(bench.post->post(bench.id, "c") == Status::Ok);
    QTRY_COMPARE(client->received(), textFrame("c"));
    QVERIFY(bench.post->details(bench.id).has_value());
}

void TestFaultInjectorPosts::aPostEndsTheConnection_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("received");
    QTest::addColumn<int>("code");
    QTest::newRow("with a code and a reason")
        << QByteArray(R"({"at":"post","do":"close","code":1013,"reason":"later","after":1})")
        << textFrame("a") + "\x88\x07\x03\xf5later" << 1013;
    QTest::newRow("without a word") << QByteArray(R"({"at":"post","do":"drop","after":1})") << textFrame("a")
                                    << 1006;
}

void TestFaultInjectorPosts::aPostEndsTheConnection()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const QByteArray, received);
    auto &bench = begin(rule.constData());
    const auto client = bench.newConnection();
    QCOMPARE(bench.post->post(bench.id, "a"), Status::Ok);
    QCOMPARE(bench.post->post(bench.id, "b"), Status::Ok);
    QCOMPARE(bench.post->post(bench.id, "c"), Status::Gone);
    QCOMPARE(bench.ended().size(), 1);
    QTEST(bench.ended().at(0).disconnectStatusCode, "code");
    QTRY_COMPARE(client->received(), received);
}

void TestFaultInjectorPosts::aDelayedPostKeepsTheOrder()
{
    auto &bench = begin(R"({"at":"post","do":"delay","milliseconds":100,"times":1})");
    const auto client = bench.newConnection();
    QCOMPARE(bench.post->post(bench.id, "a"), Status::Ok);
    QCOMPARE(bench.post->post(bench.id, "b"), Status::Ok);
    // What the gateway itself says waits as well.
    client->send(Test::RawClient::textFrame("nonsense"));
    QVERIFY(m_bench->settle());
    bench.clock.advance(99ms);
    QVERIFY(m_bench->settle());
    QCOMPARE(client->received(), QByteArray());
    bench.clock.advance(1ms);
    QTRY_VERIFY(client->received().contains("Forbidden"));
    QVERIFY(client->received().startsWith(textFrame("a") + textFrame("b")));
}

void TestFaultInjectorPosts::whatWaitsIsSentBeforeAClose()
{
    auto &bench = begin(R"({"at":"post","do":"delay","milliseconds":100},
                           {"at":"post","do":"close","code":1001,"after":1,"times":1})");
    const auto client = bench.newConnection();
    QCOMPARE(bench.post->post(bench.id, "a"), Status::Ok);
    QCOMPARE(bench.post->post(bench.id, "b"), Status::Ok);
    QCOMPARE(bench.post->post(bench.id, "c"), Status::Ok);
    bench.clock.advance(100ms);
    QTRY_COMPARE(client->received(), textFrame("a") + "\x88\x02\x03\xe9");
}

void TestFaultInjectorPosts::whatWaitsIsSentBeforeADelete()
{
    auto &bench = begin(R"({"at":"post","do":"delay","milliseconds":100})");
    const auto client = bench.newConnection();
    QCOMPARE(bench.post->post(bench.id, "a"), Status::Ok);
    Test::RawClient caller(bench.gateway->address());
    caller.send("DELETE /dev/@connections/" + bench.id.toLatin1()
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QTRY_VERIFY(client->received().startsWith(textFrame("a") + "\x88"));
    QTRY_VERIFY(caller.isClosed());
}

void TestFaultInjectorPosts::whatWaitsIsForgottenWithItsConnection()
{
    auto &bench = begin(R"({"at":"post","do":"delay","milliseconds":100})");
    const auto client = bench.newConnection();
    QCOMPARE(bench.post->post(bench.id, "a"), Status::Ok);
    client->abort();
    QTRY_COMPARE(bench.clock.pendingAlarms(), std::size_t(0));
    QCOMPARE(bench.ended().size(), 1);
}

QTEST_GUILESS_MAIN(TestFaultInjectorPosts)
#include "tst_faultinjector_posts.moc"
