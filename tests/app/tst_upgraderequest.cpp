// SPDX-License-Identifier: MIT
#include "session/UpgradeRequest.h"

#include <QTest>

using namespace Greenroom;

namespace {

QByteArray sampleKey()
{
    return "bm5ubm5ubm5ubm5ubm5ubg==";
}

ConnectRequest requestFor(const QString &address)
{
    return {QUrl(address)};
}

} // namespace

/// The request for a WebSocket.
class TestUpgradeRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheRequest_data();
    void writesTheRequest();
    void sendsNothingThatWasNotAskedFor();
    void theRequestsOwnHeadersComeFirst();
    void refusesWhatCannotBeWritten_data();
    void refusesWhatCannotBeWritten();
};

void TestUpgradeRequest::writesTheRequest_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("host");
    const auto row = [](const char *address, const char *target, const char *host) {
        QTest::newRow(address) << QString::fromUtf8(address) << QByteArray("GET ") + target + " HTTP/1.1\r\n"
                               << QByteArray("\r\nHost: ") + host + "\r\n";
    };
    row("ws://stage.test/dev", "/dev", "stage.test");
    row("ws://stage.test", "/", "stage.test");
    row("ws://stage.test?a=b", "/?a=b", "stage.test");
    row("ws://stage.test:80/dev", "/dev", "stage.test");
    row("wss://stage.test:443/dev", "/dev", "stage.test");
    row("ws://stage.test:443/dev", "/dev", "stage.test:443");
    row("ws://127.0.0.1:3001/dev", "/dev", "127.0.0.1:3001");
    row("ws://[::1]:3001/dev", "/dev", "[::1]:3001");
    row("ws://bücher.test/ação", "/a%C3%A7%C3%A3o", "xn--bcher-kva.test");
    row("wss://stage.test/dev?Authorization=Bearer%20a%2Bb#here", "/dev?Authorization=Bearer%20a%2Bb",
        "stage.test");
}

void TestUpgradeRequest::writesTheRequest()
{
    QFETCH(QString, address);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, host);
    const QByteArray head = UpgradeRequest::write(requestFor(address), sampleKey());
    QVERIFY2(head.startsWith(line), head.constData());
    QVERIFY2(head.contains(host), head.constData());
    QVERIFY(head.endsWith("\r\n\r\n"));
    QVERIFY(head.contains("\r\nSec-WebSocket-Key: " + sampleKey() + "\r\n"));
    QVERIFY(head.contains("\r\nSec-WebSocket-Version: 13\r\n"));
}

void TestUpgradeRequest::sendsNothingThatWasNotAskedFor()
{
    const QByteArray head =
        UpgradeRequest::write(requestFor(QStringLiteral("ws://stage.test/dev")), sampleKey());
    for (const char *name : {"Origin", "Authorization", "Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions",
                             "User-Agent", "Cookie"})
        QVERIFY2(!head.contains(name), name);
}

void TestUpgradeRequest::theRequestsOwnHeadersComeFirst()
{
    ConnectRequest request = requestFor(QStringLiteral("ws://ana:p%3A%C3%A7@stage.test/dev"));
    QVERIFY(UpgradeRequest::write(request, sampleKey())
                .contains("\r\nAuthorization: Basic " + QByteArray("ana:p:ç").toBase64() + "\r\n"));
    request.headers = {
        {"authorization", "Bearer abc"}, {"Host", "other.test"}, {"X-Two", "1"}, {"X-Two", "2"}};
    const QByteArray head = UpgradeRequest::write(request, sampleKey());
    QVERIFY(head.contains("\r\nauthorization: Bearer abc\r\n"));
    QVERIFY(!head.contains("Basic"));
    QVERIFY(head.contains("\r\nHost: other.test\r\n"));
    QVERIFY(!head.contains("stage.test"));
    QVERIFY(head.contains("\r\nX-Two: 1\r\nX-Two: 2\r\n"));
}

void TestUpgradeRequest::refusesWhatCannotBeWritten_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("a line break in the value") << QByteArray("X-A") << QByteArray("secret\r\nX-B: 1");
    QTest::newRow("a bare line feed in the value") << QByteArray("X-A") << QByteArray("secret\n1");
    QTest::newRow("a NUL in the value") << QByteArray("X-A") << QByteArray("secret\0", 7);
    QTest::newRow("no name") << QByteArray() << QByteArray("secret");
    QTest::newRow("a colon in the name") << QByteArray("X:") << QByteArray("secret");
    QTest::newRow("a blank in the name") << QByteArray("X A") << QByteArray("secret");
    for (const char *name : {"connection", "Upgrade", "Sec-WebSocket-Key", "sec-websocket-extensions",
                             "Content-Length", "Transfer-Encoding"})
        QTest::newRow(name) << QByteArray(name) << QByteArray("secret");
}

void TestUpgradeRequest::refusesWhatCannotBeWritten()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    ConnectRequest request = requestFor(QStringLiteral("ws://stage.test/dev"));
    request.headers = {{name, value}};
    const auto checked = UpgradeRequest::check(request);
    QVERIFY(!checked);
    QVERIFY2(checked.error().message.contains(QString::fromUtf8(name)), qPrintable(checked.error().message));
    QVERIFY2(!checked.error().message.contains(QStringLiteral("secret")),
             qPrintable(checked.error().message));
    request.headers.clear();
    request.subprotocols = {QStringLiteral("two words")};
    QVERIFY(!UpgradeRequest::check(request));
    request.subprotocols = {QStringLiteral("chat"), QStringLiteral("chat")};
    QVERIFY(!UpgradeRequest::check(request));
    request.subprotocols = {QStringLiteral("chat.v1"), QStringLiteral("chat.v2")};
    QVERIFY(UpgradeRequest::check(request));
}

QTEST_APPLESS_MAIN(TestUpgradeRequest)
#include "tst_upgraderequest.moc"
