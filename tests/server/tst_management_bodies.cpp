// SPDX-License-Identifier: MIT
#include "gateway/Quotas.h"
#include "support/ManagementBench.h"

#include <QTest>

using namespace Greenroom;
using Bench = Test::ManagementBench;

/// The bodies of calls to `@connections`, over TCP.
class TestManagementBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void bodiesReachTheClient_data();
    void bodiesReachTheClient();
    void aBodyCanBeAskedFor();
    void badBodiesAreRefused_data();
    void badBodiesAreRefused();
    void aSlowBodyTimesOut();

private:
    std::unique_ptr<Bench> m_bench;
};

void TestManagementBodies::init()
{
    m_bench = std::make_unique<Bench>();
    QVERIFY(m_bench->connectClient());
}

void TestManagementBodies::cleanup()
{
    auto &clock = m_bench->clock;
    m_bench->client.abort();
    QTRY_COMPARE(clock.pendingAlarms(), std::size_t(0));
    m_bench.reset();
}

void TestManagementBodies::bodiesReachTheClient_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("heard");
    const QByteArray chunks = "Transfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("by its length") << Bench::bodyOf("hello") << "hello";
    QTest::newRow("in chunks") << chunks + "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"
                               << "hello";
    QTest::newRow("letters of many bytes")
        << Bench::bodyOf(QStringLiteral("olá €").toUtf8()) << QStringLiteral("olá €");
    QTest::newRow("an empty one") << Bench::bodyOf({}) << "";
    const QString large(Quotas::messageBytes, u'x');
    QTest::newRow("128 KB") << Bench::bodyOf(large.toLatin1()) << large;
    QTest::newRow("128 KB in one chunk") << chunks + "20000\r\n" + large.toLatin1() + "\r\n0\r\n\r\n"
                                         << large;
    const QString wide = u'a' + QStringLiteral("€").repeated(Quotas::messageBytes / 3);
    QTest::newRow("128 KB of three bytes each") << Bench::bodyOf(wide.toUtf8()) << wide;
}

void TestManagementBodies::bodiesReachTheClient()
{
    QFETCH(const QByteArray, rest);
    QFETCH(const QString, heard);
    Test::RawClient caller(m_bench->gateway.address());
    caller.send(m_bench->request("POST", rest));
    QVERIFY(Bench::isAnswered(caller, "200 OK"));
    QVERIFY(caller.received().contains("\r\ncontent-type: application/json\r\n"));
    QVERIFY(caller.received().endsWith("\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n"));
    QTRY_COMPARE(m_bench->heard, QStringList{heard});
    QVERIFY(caller.isConnected());
}

void TestManagementBodies::aBodyCanBeAskedFor()
{
    Test::RawClient caller(m_bench->gateway.address());
    caller.send(m_bench->request("POST", "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n"));
    QTRY_COMPARE(caller.received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    caller.send("hello");
    QTRY_VERIFY(caller.received().contains("HTTP/1.1 200 OK\r\n"));
    QTRY_COMPARE(m_bench->heard, QStringList{QStringLiteral("hello")});
}

void TestManagementBodies::badBodiesAreRefused_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QByteArray>("statusLine");
    const QByteArray tooLarge = "413 Content Too Large";
    const QByteArray more(Quotas::messageBytes + 1, 'x');
    QTest::newRow("a byte too much") << Bench::bodyOf(more) << tooLarge;
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

void TestManagementBodies::badBodiesAreRefused()
{
    QFETCH(const QByteArray, rest);
    QFETCH(const QByteArray, statusLine);
    Test::RawClient caller(m_bench->gateway.address());
    caller.send(m_bench->request("POST", rest));
    QVERIFY2(Bench::isAnswered(caller, statusLine), caller.received().left(100).constData());
    QTRY_VERIFY(caller.isClosed());
    QCOMPARE(caller.received().contains("\r\nx-amzn-errortype: PayloadTooLargeException\r\n"),
             statusLine.startsWith("413"));
    QVERIFY(m_bench->heard.isEmpty());
}

void TestManagementBodies::aSlowBodyTimesOut()
{
    Test::RawClient caller(m_bench->gateway.address());
    caller.send(m_bench->request("POST", "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n"));
    QTRY_VERIFY(caller.received().startsWith("HTTP/1.1 100 "));
    m_bench->clock.advance(Quotas::bodyTimeout);
    QTRY_VERIFY(caller.isClosed());
    QVERIFY(caller.received().contains("HTTP/1.1 408 Request Timeout\r\n"));
}

QTEST_GUILESS_MAIN(TestManagementBodies)
#include "tst_management_bodies.moc"
