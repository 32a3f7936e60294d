// SPDX-License-Identifier: MIT
#include "gateway/Quotas.h"
#include "support/FakeClock.h"
#include "support/InProcessGateway.h"
#include "support/RawClient.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

/// What a reply has to be: ids are random, the date is that of the FakeClock.
QRegularExpression forbiddenPattern()
{
    return QRegularExpression(QStringLiteral(
        "^HTTP/1\\.1 403 Forbidden\r\nDate: Sat, 31 Jan 2026 12:00:00 GMT\r\nContent-Type: "
        "application/json\r\n"
        "x-amzn-RequestId: [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\r\n"
        "x-amzn-ErrorType: ForbiddenException\r\nx-amz-apigw-id: [A-Za-z0-9_-]{15}=\r\n"
        "Content-Length: 23\r\nConnection: close\r\n\r\n\\{\"message\":\"Forbidden\"\\}$"));
}

} // namespace

/// Requests that never become a connection, byte by byte over TCP.
class TestRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownPathsAreForbidden_data();
    void unknownPathsAreForbidden();
    void requestsAreAnsweredByTheirStatus_data();
    void requestsAreAnsweredByTheirStatus();
    void aPlainGetIsToldToUpgrade();
    void aDrippingHeadIsServed();
    void aSlowHeadTimesOut();
    void anEndlessHeadIsCutOff();
    void aClientThatLeavesBeforeItsHeadIsForgotten();
    void refusalsAreLogged();
    void strangersAreTurnedAwayFirst_data();
    void strangersAreTurnedAwayFirst();
    void whatOptionsAllowIsLetIn();
};

void TestRefusals::unknownPathsAreForbidden_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("an unknown stage") << Test::RawClient::upgradeRequest("/nowhere");
    QTest::newRow("another case of letters") << Test::RawClient::upgradeRequest("/Dev");
    QTest::newRow("no stage") << Test::RawClient::upgradeRequest("/");
    QTest::newRow("an extra path") << Test::RawClient::upgradeRequest("/dev/room");
    QTest::newRow("an escaped slash") << Test::RawClient::upgradeRequest("/dev%2F");
    QTest::newRow("an escaped slash in small letters") << Test::RawClient::upgradeRequest("/dev%2f");
    QTest::newRow("an unknown stage without an upgrade")
        << QByteArray("GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTest::newRow("a POST on a stage")
        << QByteArray("POST /dev HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi");
}

void TestRefusals::unknownPathsAreForbidden()
{
    QFETCH(const QByteArray, request);
    Test::FakeClock clock;
    Test::InProcessGateway gateway(clock);
    Test::RawClient client(gateway.address());
    client.send(request);
    QTRY_VERIFY(client.received().endsWith('}'));
    QVERIFY2(forbiddenPattern().match(QString::fromUtf8(client.received())).hasMatch(),
             client.received().constData());
    QTRY_VERIFY(client.isClosed());
}

void TestRefusals::requestsAreAnsweredByTheirStatus_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("statusLine");
    QTest::newRow("a proper upgrade")
        << Test::RawClient::upgradeRequest("/dev") << QByteArray("HTTP/1.1 101 Switching Protocols");
    QTest::newRow("a trailing slash")
        << Test::RawClient::upgradeRequest("/dev/") << QByteArray("HTTP/1.1 101 Switching Protocols");
    QTest::newRow("a query") << Test::RawClient::upgradeRequest("/dev?name=Ana&x=%20")
                             << QByteArray("HTTP/1.1 101 Switching Protocols");
    QByteArray manyHeaders;
    for (int number = 0; number < 300; ++number)
        manyHeaders += "X-" + QByteArray::number(number) + ": 1\r\n";
    QTest::newRow("300 headers") << Test::RawClient::upgradeRequest("/dev", manyHeaders)
                                 << QByteArray("HTTP/1.1 101 Switching Protocols");
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << QByteArray("HTTP/1.1 400 Bad Request");
    QTest::newRow("a TLS hello") << QByteArray("\x16\x03\x01") << QByteArray("HTTP/1.1 400 Bad Request");
    QTest::newRow("a bad key") << Test::RawClient::upgradeRequest("/dev").replace("dGhlIHNhbXBsZSBub25jZQ==",
                                                                                  "short")
                               << QByteArray("HTTP/1.1 400 Bad Request");
    QTest::newRow("version 8") << Test::RawClient::upgradeRequest("/dev").replace("Version: 13", "Version: 8")
                               << QByteArray("HTTP/1.1 400 Bad Request");
}

void TestRefusals::requestsAreAnsweredByTheirStatus()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, statusLine);
    Test::InProcessGateway gateway;
    Test::RawClient client(gateway.address());
    client.send(request);
    QTRY_VERIFY(client.received().contains("\r\n\r\n"));
    QCOMPARE(client.received().first(client.received().indexOf('\r')), statusLine);
}

void TestRefusals::aPlainGetIsToldToUpgrade()
{
    Test::InProcessGateway gateway;
    Test::RawClient client(gateway.address());
    client.send("GET /dev HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().startsWith("HTTP/1.1 426 Upgrade Required\r\nDate: "));
    QVERIFY(client.received().contains("\r\nUpgrade: websocket\r\n"));
    QVERIFY(client.received().endsWith("Content-Length: 0\r\nConnection: Upgrade, close\r\n\r\n"));
}

void TestRefusals::aDrippingHeadIsServed()
{
    Test::FakeClock clock;
    Test::InProcessGateway gateway(clock);
    QSignalSpy log(&gateway.gateway(), &Gateway::accessLogged);
    Test::RawClient client(gateway.address());
    const QByteArray request = Test::RawClient::upgradeRequest("/dev");
    for (const char byte : request) {
        client.send(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(client.received().startsWith("HTTP/1.1 101 "));
    QCOMPARE(log.count(), 1);
}

void TestRefusals::aSlowHeadTimesOut()
{
    Test::FakeClock clock;
    Test::InProcessGateway gateway(clock);
    Test::RawClient client(gateway.address());
    client.send("GET /dev HT");
    QTRY_COMPARE(clock.pendingAlarms(), std::size_t(1));
    clock.advance(Quotas::headTimeout - 1ms);
    QVERIFY(client.isConnected());
    clock.advance(1ms);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().startsWith("HTTP/1.1 408 Request Timeout\r\n"));
}

void TestRefusals::anEndlessHeadIsCutOff()
{
    Test::InProcessGateway gateway;
    Test::RawClient client(gateway.address());
    client.send("GET /dev HTTP/1.1\r\nHost: h\r\nX: " + QByteArray(qsizetype(1024) * 1024, 'x'));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n"));
}

void TestRefusals::aClientThatLeavesBeforeItsHeadIsForgotten()
{
    Test::FakeClock clock;
    Test::InProcessGateway gateway(clock);
    Test::RawClient client(gateway.address());
    client.send("GET /dev");
    QTRY_COMPARE(clock.pendingAlarms(), std::size_t(1));
    client.abort();
    QTRY_COMPARE(clock.pendingAlarms(), std::size_t(0));
}

void TestRefusals::refusalsAreLogged()
{
    Test::InProcessGateway gateway;
    QList<AccessEntry> entries;
    connect(&gateway.gateway(), &Gateway::accessLogged, this,
            [&entries](const AccessEntry &entry) { entries.append(entry); });
    Test::RawClient client(gateway.address());
    client.send(Test::RawClient::upgradeRequest("/nowhere"));
    QTRY_COMPARE(entries.size(), 1);
    QCOMPARE(entries.at(0).kind, AccessEntry::Kind::Refusal);
    QCOMPARE(entries.at(0).status, 403);
    QCOMPARE(entries.at(0).sourceIp, QStringLiteral("127.0.0.1"));
}

void TestRefusals::strangersAreTurnedAwayFirst_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("allowingOption");
    const QString originOption = QStringLiteral("--allow-origin https://evil.example");
    QTest::newRow("a page that asks for a WebSocket")
        << Test::RawClient::upgradeRequest("/dev", "Origin: https://evil.example\r\n") << originOption;
    QTest::newRow("a page that asks for a WebSocket wrongly")
        << Test::RawClient::upgradeRequest("/dev", "Origin: https://evil.example\r\n")
               .replace("Version: 13", "Version: 8")
        << originOption;
    QTest::newRow("a page that asks for something else")
        << QByteArray("GET /dev HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n\r\n")
        << originOption;
    QTest::newRow("a page without a name")
        << Test::RawClient::upgradeRequest("/dev", "Origin: null\r\n") << "--allow-origin null";
    QTest::newRow("a page that calls us by its own name")
        << Test::RawClient::upgradeRequest("/dev", "Origin: http://evil.example\r\n")
               .replace("Host: localhost", "Host: evil.example")
        << "--allow-host evil.example";
}

void TestRefusals::strangersAreTurnedAwayFirst()
{
    QFETCH(const QByteArray, request);
    Test::FakeClock clock;
    Test::InProcessGateway gateway(clock);
    QList<AccessEntry> entries;
    connect(&gateway.gateway(), &Gateway::accessLogged, this,
            [&entries](const AccessEntry &entry) { entries.append(entry); });
    Test::RawClient client(gateway.address());
    client.send(request);
    QTRY_VERIFY(client.isClosed());
    QVERIFY2(forbiddenPattern().match(QString::fromUtf8(client.received())).hasMatch(),
             client.received().constData());
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.at(0).stage, QString());
    QTEST(entries.at(0).allowingOption, "allowingOption");
}

void TestRefusals::whatOptionsAllowIsLetIn()
{
    Test::FakeClock clock;
    GatewayOptions options;
    options.port = 0;
    options.allowedOrigins = QStringList{QStringLiteral("https://example.com")};
    options.allowedHosts = QStringList{QStringLiteral("desk.example")};
    Gateway gateway(options, clock);
    QVERIFY(gateway.start().has_value());
    Test::RawClient client(gateway.stageAddress(QStringLiteral("dev")));
    client.send(Test::RawClient::upgradeRequest("/dev", "Origin: https://example.com\r\n")
                    .replace("Host: localhost", "Host: desk.example"));
    QTRY_VERIFY(client.received().startsWith("HTTP/1.1 101 "));
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
