// SPDX-License-Identifier: MIT
#include "gateway/DoorPolicy.h"
#include "gateway/HttpHead.h"

#include <QTest>

using namespace Greenroom;

namespace {

HttpHead headWith(const QByteArray &host, const QByteArray &origin)
{
    const QByteArray originLine = origin.isNull() ? QByteArray() : "Origin: " + origin + "\r\n";
    return HttpHead::parse("GET /dev HTTP/1.1\r\nHost: " + host + "\r\n" + originLine + "\r\n").value();
}

DoorPolicy newPolicy(const QString &address)
{
    return {QHostAddress(address),
            {QStringLiteral("https://example.com"), QStringLiteral("tauri://app")},
            {QStringLiteral("desk.example")}};
}

} // namespace

/// Which requests come in at all.
class TestDoorPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void originsAreJudged_data();
    void originsAreJudged();
    void hostsAreJudged_data();
    void hostsAreJudged();
    void programsWithoutAnOriginAreLetIn();
    void nullCanBeAllowed();
    void originsAreRead_data();
    void originsAreRead();
    void hostNamesAreRead_data();
    void hostNamesAreRead();
};

void TestDoorPolicy::originsAreJudged_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("isLetIn");
    QTest::addColumn<QString>("allowingOption");
    const auto letIn = [](const char *name, const QByteArray &origin) {
        QTest::newRow(name) << origin << true << QString();
    };
    const auto refused = [](const char *name, const QByteArray &origin, const char *option) {
        QTest::newRow(name) << origin << false << QString::fromUtf8(option);
    };
    letIn("a page of localhost", "http://localhost");
    letIn("a page of localhost by https and another port", "https://localhost:8443");
    letIn("a page of 127.0.0.1", "http://127.0.0.1:3000");
    letIn("a page of another loopback address", "http://127.9.8.7");
    letIn("a page of ::1", "http://[::1]:5173");
    letIn("a page that is allowed", "https://example.com");
    letIn("a page that is allowed, with its usual port", "https://example.com:443");
    letIn("a program that is allowed", "tauri://app");
    refused("a page from elsewhere", "https://evil.example", "--allow-origin https://evil.example");
    refused("an allowed page by http", "http://example.com", "--allow-origin http://example.com");
    refused("an allowed page on another port", "https://example.com:8443",
            "--allow-origin https://example.com:8443");
    refused("a name that begins like ours", "http://localhost.evil.example",
            "--allow-origin http://localhost.evil.example");
    refused("a name that begins like our address", "http://127.0.0.1.evil.example",
            "--allow-origin http://127.0.0.1.evil.example");
    refused("a name that ends like ours", "http://evil-localhost", "--allow-origin http://evil-localhost");
    refused("an address of the network", "http://192.168.0.7", "--allow-origin http://192.168.0.7");
    refused("another scheme on localhost", "ftp://localhost", "--allow-origin ftp://localhost");
    refused("the page called null", "null", "--allow-origin null");
    refused("an empty origin", "", "");
    refused("two origins in one", "http://localhost http://evil.example", "");
    refused("no origin at all", "localhost", "");
    refused("an origin with a user", "http://localhost@evil.example", "");
    refused("an origin with a path", "http://localhost/dev", "");
}

void TestDoorPolicy::originsAreJudged()
{
    QFETCH(const QByteArray, origin);
    QFETCH(const bool, isLetIn);
    const auto refusal = newPolicy(QStringLiteral("127.0.0.1")).refusal(headWith("localhost", origin));
    QCOMPARE(!refusal.has_value(), isLetIn);
    if (refusal)
        QTEST(refusal->allowingOption, "allowingOption");
}

void TestDoorPolicy::hostsAreJudged_data()
{
    QTest::addColumn<QString>("listenedOn");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("isLetIn");
    QTest::addColumn<QString>("allowingOption");
    const auto letIn = [](const char *name, const char *listenedOn, const QByteArray &host) {
        QTest::newRow(name) << QString::fromUtf8(listenedOn) << host << true << QString();
    };
    const auto refused = [](const char *name, const char *listenedOn, const QByteArray &host,
                            const char *option) {
        QTest::newRow(name) << QString::fromUtf8(listenedOn) << host << false << QString::fromUtf8(option);
    };
    letIn("localhost", "127.0.0.1", "localhost:3001");
    letIn("localhost in capitals", "127.0.0.1", "LOCALHOST");
    letIn("localhost with the dot of a complete name", "127.0.0.1", "localhost.:3001");
    letIn("a name below localhost", "127.0.0.1", "chat.localhost:3001");
    letIn("127.0.0.1", "127.0.0.1", "127.0.0.1:3001");
    letIn("another loopback address", "127.0.0.1", "127.0.0.2");
    letIn("::1", "::1", "[::1]:3001");
    letIn("a name that is allowed", "127.0.0.1", "desk.example:3001");
    letIn("a name that is allowed, in capitals", "127.0.0.1", "Desk.Example");
    letIn("the address listened on", "192.168.0.7", "192.168.0.7:3001");
    letIn("an address when all are listened on", "0.0.0.0", "10.0.0.1:3001");
    letIn("an IPv6 address when all are listened on", "::", "[fe80::1]:3001");
    refused("a name that is not ours", "127.0.0.1", "evil.example:3001", "--allow-host evil.example");
    refused("a name that is not ours when all are listened on", "0.0.0.0", "evil.example",
            "--allow-host evil.example");
    refused("a name that ends like ours", "127.0.0.1", "evil-localhost", "--allow-host evil-localhost");
    refused("an address of the network when only loopback is listened on", "127.0.0.1", "192.168.0.7",
            "--allow-host 192.168.0.7");
    refused("no name", "127.0.0.1", ":3001", "");
    refused("a name with a user", "127.0.0.1", "localhost@evil.example", "");
    refused("a name with a path", "127.0.0.1", "localhost/evil", "");
}

void TestDoorPolicy::hostsAreJudged()
{
    QFETCH(const QString, listenedOn);
    QFETCH(const QByteArray, host);
    QFETCH(const bool, isLetIn);
    const auto refusal = newPolicy(listenedOn).refusal(headWith(host, {}));
    QCOMPARE(!refusal.has_value(), isLetIn);
    if (refusal)
        QTEST(refusal->allowingOption, "allowingOption");
}

void TestDoorPolicy::programsWithoutAnOriginAreLetIn()
{
    QVERIFY(!newPolicy(QStringLiteral("127.0.0.1")).refusal(headWith("localhost", {})));
}

void TestDoorPolicy::nullCanBeAllowed()
{
    const DoorPolicy policy(QHostAddress(QHostAddress::LocalHost), {QStringLiteral("null")}, {});
    QVERIFY(!policy.refusal(headWith("localhost", "null")));
}

void TestDoorPolicy::originsAreRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("origin");
    QTest::newRow("as browsers write it") << "https://example.com:8443"
                                          << "https://example.com:8443";
    QTest::newRow("in capitals") << "HTTPS://Example.COM"
                                 << "https://example.com";
    QTest::newRow("with its usual port") << "http://example.com:80"
                                         << "http://example.com";
    QTest::newRow("with letters of other languages") << "https://bücher.example"
                                                     << "https://xn--bcher-kva.example";
    QTest::newRow("null") << "null"
                          << "null";
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("a name alone") << "example.com"
                                  << "";
    QTest::newRow("with a path") << "https://example.com/chat"
                                 << "";
    QTest::newRow("any") << "*"
                         << "";
}

void TestDoorPolicy::originsAreRead()
{
    QFETCH(const QString, typed);
    QTEST(DoorPolicy::originFrom(typed).value_or(QString()), "origin");
}

void TestDoorPolicy::hostNamesAreRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("host");
    QTest::newRow("a name") << "Desk.Example."
                            << "desk.example";
    QTest::newRow("with a port") << "desk:3001"
                                 << "desk";
    QTest::newRow("an IPv6 address") << "[::1]:3001"
                                     << "::1";
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("an address of a page") << "http://desk"
                                          << "";
}

void TestDoorPolicy::hostNamesAreRead()
{
    QFETCH(const QString, typed);
    QTEST(DoorPolicy::hostFrom(typed).value_or(QString()), "host");
}

QTEST_APPLESS_MAIN(TestDoorPolicy)
#include "tst_doorpolicy.moc"
