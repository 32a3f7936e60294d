// SPDX-License-Identifier: MIT
#include "session/ProxySetup.h"
#include "support/ConnectProxy.h"
#include "support/FrameServer.h"
#include "support/TransportBench.h"

#include <QTest>

using namespace Greenroom;
using Bench = Test::TransportBench;
using Test::ConnectProxy;
using Test::FrameServer;
using Test::serverFrame;
using Cause = TransportFailure::Cause;

Q_DECLARE_METATYPE(Greenroom::ProxyLogin)

/// The way to a stage by a proxy.
class TestWebSocketTransportProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void connectsByAManualProxy();
    void tellsAProxyWhoOneIs_data();
    void tellsAProxyWhoOneIs();
    void explainsAProxyThatFails_data();
    void explainsAProxyThatFails();
    void explainsAProxyThatIsNotThere();
    void reachesThisMachineWithoutOne_data();
    void reachesThisMachineWithoutOne();
    void asksTheSystem_data();
    void asksTheSystem();
};

void TestWebSocketTransportProxy::connectsByAManualProxy()
{
    FrameServer server;
    const ConnectProxy proxy;
    Bench bench;
    const QUrl address = server.address(QStringLiteral("ws"), QStringLiteral("stage.test"));
    bench.transport->open({address, {}, {}, {}, proxy.choice()});
    QTRY_COMPARE(bench.opened.count(), 1);
    QVERIFY2(proxy.asked.startsWith("CONNECT stage.test:" + QByteArray::number(address.port()) + ' '),
             proxy.asked.constData());
    QVERIFY(!proxy.asked.contains("Sec-WebSocket-Key"));
    server.sendText("Hello");
    server.send(serverFrame(FrameHeader::Close, CloseFrame::payloadFor(1012)));
    QTRY_COMPARE(bench.closed.count(), 1);
    QCOMPARE(bench.closed.at(0).at(0).toInt(), 1012);
    QCOMPARE(bench.texts.count(), 1);
}

void TestWebSocketTransportProxy::tellsAProxyWhoOneIs_data()
{
    QTest::addColumn<ProxyLogin>("login");
    QTest::addColumn<QString>("words");
    QTest::newRow("who is let in") << ProxyLogin{QStringLiteral("ann"), QStringLiteral("a:b c")} << QString();
    QTest::newRow("who has another password")
        << ProxyLogin{QStringLiteral("ann"), QStringLiteral("planted")} << QStringLiteral("does not accept");
    QTest::newRow("who is somebody else")
        << ProxyLogin{QStringLiteral("ben"), QStringLiteral("planted")} << QStringLiteral("does not accept");
    QTest::newRow("who says nothing") << ProxyLogin{} << QStringLiteral("wants a user name");
}

void TestWebSocketTransportProxy::tellsAProxyWhoOneIs()
{
    QFETCH(const ProxyLogin, login);
    QFETCH(const QString, words);
    const FrameServer server;
    ConnectProxy proxy;
    proxy.credentials = "ann:a:b c";
    ConnectRequest request{server.address(QStringLiteral("ws"), QStringLiteral("stage.test"))};
    request.proxy = proxy.choice();
    request.proxyLogin = login;
    Bench bench;
    bench.transport->open(request);
    QTRY_COMPARE(bench.opened.count() + bench.failed.count(), 1);
    QCOMPARE(bench.opened.count(), words.isEmpty() ? 1 : 0);
    // It is the proxy's business alone.
    QVERIFY(!server.request.toLower().contains("proxy-authorization"));
    if (words.isEmpty())
        return;
    QCOMPARE(bench.failure().cause, Cause::ProxyLogin);
    QVERIFY2(bench.failure().message.contains(words), qPrintable(bench.failure().message));
    QVERIFY(!bench.failure().message.contains(QStringLiteral("planted")));
}

void TestWebSocketTransportProxy::explainsAProxyThatFails_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<QString>("words");
    const QByteArray end("\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("a no") << "HTTP/1.1 403 Forbidden" + end << Cause::Proxy
                          << QStringLiteral("does not allow connections");
    QTest::newRow("a question for a password")
        << "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"" + end
        << Cause::ProxyLogin << QStringLiteral("wants a user name");
    QTest::newRow("no stage behind it") << "HTTP/1.1 503 Service Unavailable" + end << Cause::Network
                                        << QStringLiteral("Nothing answers on this port of stage.test");
    QTest::newRow("no such stage") << "HTTP/1.1 404 Not Found" + end << Cause::HostNotFound
                                   << QStringLiteral("No computer called “stage.test”");
    QTest::newRow("something else") << "HTTP/1.1 500 Oops" + end << Cause::Proxy
                                    << QStringLiteral("did not lead to the stage");
}

void TestWebSocketTransportProxy::explainsAProxyThatFails()
{
    QFETCH(QByteArray, answer);
    QFETCH(Cause, cause);
    QFETCH(QString, words);
    ConnectProxy proxy;
    proxy.answer = answer;
    Bench bench;
    bench.transport->open({QUrl(QStringLiteral("ws://stage.test/dev")), {}, {}, {}, proxy.choice()});
    QTRY_COMPARE(bench.failed.count(), 1);
    QVERIFY2(bench.failure().message.contains(words), qPrintable(bench.failure().message));
    QCOMPARE(bench.failure().cause, cause);
}

void TestWebSocketTransportProxy::explainsAProxyThatIsNotThere()
{
    ProxyChoice choice;
    {
        const ConnectProxy gone;
        choice = gone.choice();
    }
    Bench bench;
    bench.transport->open({QUrl(QStringLiteral("ws://stage.test/dev")), {}, {}, {}, choice});
    QTRY_COMPARE(bench.failed.count(), 1);
    QCOMPARE(bench.failure().cause, Cause::Proxy);
    QVERIFY2(bench.failure().message.contains(QStringLiteral("The proxy 127.0.0.1 cannot be reached")),
             qPrintable(bench.failure().message));
}

void TestWebSocketTransportProxy::reachesThisMachineWithoutOne_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address : {"ws://localhost:1/dev", "wss://127.0.0.1/dev", "ws://[::1]:1/dev"})
        QTest::newRow(address) << QString::fromLatin1(address);
}

void TestWebSocketTransportProxy::reachesThisMachineWithoutOne()
{
    QFETCH(QString, address);
    const ProxyChoice choice{ProxyChoice::Kind::Manual, QStringLiteral("proxy.test"), 8080};
    QCOMPARE(ProxySetup::proxyFor(choice, QUrl(address)).type(), QNetworkProxy::NoProxy);
}

void TestWebSocketTransportProxy::asksTheSystem_data()
{
    QTest::addColumn<ProxyChoice::Kind>("kind");
    QTest::addColumn<QString>("host");
    QTest::newRow("where the system is chosen") << ProxyChoice::Kind::System << QStringLiteral("proxy.test");
    QTest::newRow("not where none is chosen") << ProxyChoice::Kind::None << QString();
}

void TestWebSocketTransportProxy::asksTheSystem()
{
    QFETCH(ProxyChoice::Kind, kind);
    QFETCH(QString, host);
    qputenv("https_proxy", "http://proxy.test:8080");
    const auto proxy = ProxySetup::proxyFor({kind}, QUrl(QStringLiteral("wss://stage.test/dev")));
    qunsetenv("https_proxy");
    QCOMPARE(proxy.hostName(), host);
    QCOMPARE(proxy.type(), host.isEmpty() ? QNetworkProxy::NoProxy : QNetworkProxy::HttpProxy);
}

QTEST_GUILESS_MAIN(TestWebSocketTransportProxy)
#include "tst_websockettransport_proxy.moc"
