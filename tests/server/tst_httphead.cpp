// SPDX-License-Identifier: MIT
#include "gateway/HttpHead.h"

#include <QTest>

using namespace Greenroom;

namespace {

const char *const lineEnd = "\r\n";

QByteArray get(const QByteArray &headers = {})
{
    return "GET /dev HTTP/1.1\r\nHost: h\r\n" + headers + lineEnd;
}

QByteArray upgrade(const QByteArray &key = "dGhlIHNhbXBsZSBub25jZQ==", const QByteArray &further = {},
                   const QByteArray &version = "13")
{
    return get("Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Key: " + key
               + "\r\nSec-WebSocket-Version: " + version + lineEnd + further);
}

} // namespace

class TestHttpHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lengthIsMeasured_data();
    void lengthIsMeasured();
    void isTakenApart();
    void malformedHeadsAreRefused_data();
    void malformedHeadsAreRefused();
    void anyBytesAreSurvived();
    void upgradeIsRecognised_data();
    void upgradeIsRecognised();
    void badUpgradesAreRefused_data();
    void badUpgradesAreRefused();
};

void TestHttpHead::lengthIsMeasured_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("length");
    QTest::newRow("nothing yet") << QByteArray() << qsizetype(-1);
    QTest::newRow("a head without its blank line")
        << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n") << qsizetype(-1);
    QTest::newRow("half of the blank line") << QByteArray("GET / HTTP/1.1\r\n\r") << qsizetype(-1);
    QTest::newRow("a whole head") << QByteArray("GET / HTTP/1.1\r\n\r\n") << qsizetype(18);
    QTest::newRow("a head and a frame behind it")
        << QByteArray("GET / HTTP/1.1\r\n\r\n\x81\x80") << qsizetype(18);
    QTest::newRow("bare line feeds") << QByteArray("GET / HTTP/1.1\n\nrest") << qsizetype(16);
    QTest::newRow("bare line feeds behind a head do not count")
        << QByteArray("GET / H\r\n\r\n\n\n") << qsizetype(11);
}

void TestHttpHead::lengthIsMeasured()
{
    QFETCH(const QByteArray, bytes);
    QTEST(HttpHead::lengthIn(bytes).value_or(-1), "length");
}

void TestHttpHead::isTakenApart()
{
    const auto head =
        HttpHead::parse("GET /d%65v/?a=1&b=%20?c HTTP/1.1\r\nHost: example.com:3001\r\nX-Twice: 1\r\n"
                        "x-twice:  2 \r\nUser-Agent: caf\xc3\xa9\r\n\r\n");
    QVERIFY(head.has_value());
    QCOMPARE(head->method(), QByteArray("GET"));
    QCOMPARE(head->path(), QByteArray("/dev/"));
    QCOMPARE(head->query(), QByteArray("a=1&b=%20?c"));
    const QList<HttpHead::Header> headers{
        {"Host", "example.com:3001"}, {"X-Twice", "1"}, {"x-twice", "2"}, {"User-Agent", "caf\xc3\xa9"}};
    QCOMPARE(head->headers(), headers);
    QCOMPARE(head->header("HOST"), QByteArray("example.com:3001"));
    QCOMPARE(head->header("X-TWICE"), QByteArray("1"));
    QCOMPARE(head->header("Missing"), QByteArray());
    QVERIFY(!head->asksForWebSocket());
}

void TestHttpHead::malformedHeadsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto bad = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes << 400; };
    bad("nothing", "");
    bad("a blank line alone", "\r\n\r\n");
    bad("no HTTP at all", "hello there\r\n\r\n");
    bad("a TLS hello", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15));
    bad("bare line feeds", "GET /dev HTTP/1.1\nHost: h\n\n");
    bad("no target", "GET HTTP/1.1\r\nHost: h\r\n\r\n");
    bad("two spaces in the request line", "GET  /dev HTTP/1.1\r\nHost: h\r\n\r\n");
    bad("a target that is no path", "GET dev HTTP/1.1\r\nHost: h\r\n\r\n");
    bad("a target with a control character", "GET /d\x01v HTTP/1.1\r\nHost: h\r\n\r\n");
    bad("two origins", get("Origin: http://localhost\r\nOrigin: http://evil.example\r\n"));
    bad("HTTP/1.0", "GET /dev HTTP/1.0\r\nHost: h\r\n\r\n");
    bad("HTTP/2", "PRI * HTTP/2.0\r\n\r\n");
    bad("a head without Host", "GET /dev HTTP/1.1\r\n\r\n");
    bad("an empty Host", "GET /dev HTTP/1.1\r\nHost:\r\n\r\n");
    bad("two Hosts", get("host: other\r\n"));
    bad("a folded line", get("X-Long: one\r\n two\r\n"));
    bad("a line folded with a tab", get("X-Long: one\r\n\ttwo\r\n"));
    bad("a space before the colon", get("X-Space : 1\r\n"));
    bad("a header without a name", get(": 1\r\n"));
    bad("a header without a colon", get("nonsense\r\n"));
    bad("a NUL in a value", get(QByteArray("X-Nul: a\0b\r\n", 12)));
    bad("an unknown Transfer-Encoding", get("Transfer-Encoding: gzip\r\n"));
    bad("a doubled Transfer-Encoding", get("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"));
    bad("chunked, but not last", get("Transfer-Encoding: chunked, identity\r\n"));
    bad("Transfer-Encoding beside Content-Length",
        get("Transfer-Encoding: chunked\r\nContent-Length: 1\r\n"));
    bad("two Content-Lengths", get("Content-Length: 1\r\nContent-Length: 2\r\n"));
    bad("a Content-Length that is no number", get("Content-Length: many\r\n"));
    QTest::newRow("an address of 4097 characters")
        << "GET /dev?" + QByteArray(4092, 'x') + " HTTP/1.1\r\nHost: h\r\n\r\n"
        << 414;
    QTest::newRow("more than 16 KB") << get("X: " + QByteArray(qsizetype(16) * 1024, 'x') + "\r\n") << 431;
}

void TestHttpHead::malformedHeadsAreRefused()
{
    QFETCH(const QByteArray, bytes);
    const auto head = HttpHead::parse(bytes);
    QVERIFY(!head.has_value());
    QTEST(head.error().status, "status");
    QVERIFY(*head.error().reason != '\0');
}

void TestHttpHead::anyBytesAreSurvived()
{
    const QByteArray good = upgrade();
    for (qsizetype position = 0; position < good.size(); ++position) {
        for (const char replacement : {'\0', '\r', '\n', ' ', ':', '\x7f', '\xff'}) {
            QByteArray bytes = good;
            bytes[position] = replacement;
            const auto head = HttpHead::parse(bytes);
            if (head)
                (void)head->webSocketFault();
            (void)HttpHead::parse(bytes.first(position));
        }
    }
}

void TestHttpHead::upgradeIsRecognised_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("asks");
    QTest::newRow("a plain request") << get() << false;
    QTest::newRow("Upgrade without Connection") << get("Upgrade: websocket\r\n") << false;
    QTest::newRow("Connection without Upgrade") << get("Connection: Upgrade\r\n") << false;
    QTest::newRow("an upgrade to something else") << get("Upgrade: h2c\r\nConnection: Upgrade\r\n") << false;
    QTest::newRow("a proper request") << upgrade() << true;
    QTest::newRow("other cases of letters") << get("uPGRADE: WebSocket\r\nconnection: uPgrade\r\n") << true;
    QTest::newRow("tokens spread over two headers")
        << get("Upgrade: websocket\r\nConnection: keep-alive\r\nConnection: Upgrade\r\n") << true;
}

void TestHttpHead::upgradeIsRecognised()
{
    QFETCH(const QByteArray, bytes);
    const auto head = HttpHead::parse(bytes);
    QVERIFY(head.has_value());
    QTEST(head->asksForWebSocket(), "asks");
}

void TestHttpHead::badUpgradesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isGood");
    const QByteArray key = "dGhlIHNhbXBsZSBub25jZQ==";
    QTest::newRow("a proper request") << upgrade() << true;
    QTest::newRow("an empty body") << upgrade(key, "Content-Length: 0\r\n") << true;
    QTest::newRow("a key of 15 bytes") << upgrade("dGhlIHNhbXBsZSBub25j") << false;
    QTest::newRow("a key of 17 bytes") << upgrade("dGhlIHNhbXBsZSBub25jZSE=") << false;
    QTest::newRow("a key without its padding") << upgrade("dGhlIHNhbXBsZSBub25jZQ") << false;
    QTest::newRow("a key that is no base64") << upgrade("dGhlIHNhbXBsZSBub25!ZQ==") << false;
    QTest::newRow("an empty key") << upgrade("") << false;
    QTest::newRow("two keys") << upgrade(key, "Sec-WebSocket-Key: " + key + "\r\n") << false;
    QTest::newRow("version 8") << upgrade(key, {}, "8") << false;
    QTest::newRow("two versions") << upgrade(key, "Sec-WebSocket-Version: 13\r\n") << false;
    QTest::newRow("a body") << upgrade(key, "Content-Length: 4\r\n") << false;
    QTest::newRow("a chunked body") << upgrade(key, "Transfer-Encoding: chunked\r\n") << false;
    QTest::newRow("another method") << "POST" + upgrade().sliced(3) << false;
}

void TestHttpHead::badUpgradesAreRefused()
{
    QFETCH(const QByteArray, bytes);
    const auto head = HttpHead::parse(bytes);
    QVERIFY(head.has_value());
    QVERIFY(head->asksForWebSocket());
    QTEST(!head->webSocketFault().has_value(), "isGood");
}

QTEST_APPLESS_MAIN(TestHttpHead)
#include "tst_httphead.moc"
