// SPDX-License-Identifier: MIT
#include "gateway/ProxyResponse.h"

#include <QTest>

using namespace Greenroom;

/// What an integration returned, as the gateway reads it.
class TestProxyResponse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aResponseIsRead_data();
    void aResponseIsRead();
    void aMalformedResponseFails_data();
    void aMalformedResponseFails();
    void headersAreFoundWhateverTheCase();
    void headersWithSeveralValuesComeFirst();
};

void TestProxyResponse::aResponseIsRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("statusCode");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *json, int statusCode, const char *body) {
        QTest::newRow(name) << QByteArray(json) << statusCode << QByteArray(body);
    };
    row("a status alone", R"({"statusCode":204})", 204, "");
    row("a status as text", R"({"statusCode":"301"})", 301, "");
    row("a status with a decimal point", R"({"statusCode":200.0})", 200, "");
    row("a body", R"({"statusCode":200,"body":"{\"a\": 1}"})", 200, R"({"a": 1})");
    row("a body that is said to be base64 stays as it is",
        R"({"statusCode":200,"body":"aGk=","isBase64Encoded":true})", 200, "aGk=");
    row("null is as good as nothing",
        R"({"statusCode":200,"body":null,"headers":null,"multiValueHeaders":null})", 200, "");
}

void TestProxyResponse::aResponseIsRead()
{
    QFETCH(const QByteArray, json);
    const auto response = ProxyResponse::fromJson(json);
    QVERIFY2(response.has_value(), response ? "" : qPrintable(response.error().reason));
    QTEST(response->statusCode, "statusCode");
    QTEST(response->body, "body");
}

void TestProxyResponse::aMalformedResponseFails_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("a text") << QByteArray(R"("fine")");
    QTest::newRow("a list") << QByteArray(R"([{"statusCode":200}])");
    QTest::newRow("broken JSON") << QByteArray(R"({"statusCode":200)");
    QTest::newRow("no status") << QByteArray(R"({"body":"a"})");
    QTest::newRow("a status that is a word") << QByteArray(R"({"statusCode":"fine"})");
    QTest::newRow("a status that is null") << QByteArray(R"({"statusCode":null})");
    QTest::newRow("a status that is true") << QByteArray(R"({"statusCode":true})");
    QTest::newRow("a broken status") << QByteArray(R"({"statusCode":200.5})");
    QTest::newRow("a negative status") << QByteArray(R"({"statusCode":-1})");
    QTest::newRow("an endless status") << QByteArray(R"({"statusCode":1e30})");
    QTest::newRow("an unknown member") << QByteArray(R"({"statusCode":200,"ConnectionId":"a","Data":"b"})");
    QTest::newRow("a member in another case") << QByteArray(R"({"statusCode":200,"Body":"a"})");
    QTest::newRow("a body that is an object") << QByteArray(R"({"statusCode":200,"body":{}})");
    QTest::newRow("a body that is a number") << QByteArray(R"({"statusCode":200,"body":1})");
    QTest::newRow("headers that are a list") << QByteArray(R"({"statusCode":200,"headers":[]})");
    QTest::newRow("a header that is a list") << QByteArray(R"({"statusCode":200,"headers":{"a":["b"]}})");
    QTest::newRow("a header of several values that is a text")
        << QByteArray(R"({"statusCode":200,"multiValueHeaders":{"a":"b"}})");
    QTest::newRow("headers of several values that are a text")
        << QByteArray(R"({"statusCode":200,"multiValueHeaders":"a"})");
    QTest::newRow("an object among several values")
        << QByteArray(R"({"statusCode":200,"multiValueHeaders":{"a":[{}]}})");
}

void TestProxyResponse::aMalformedResponseFails()
{
    QFETCH(const QByteArray, json);
    const auto response = ProxyResponse::fromJson(json);
    QVERIFY(!response.has_value());
    QVERIFY(response.error().reason.startsWith(QStringLiteral("malformed proxy response: ")));
}

void TestProxyResponse::headersAreFoundWhateverTheCase()
{
    const auto response = ProxyResponse::fromJson(
        R"({"statusCode":200,"headers":{"sec-websocket-PROTOCOL":"chat","X-Number":7,"X-Flag":true,"X-None":null}})");
    QVERIFY(response.has_value());
    QCOMPARE(response->header("Sec-WebSocket-Protocol"), QByteArray("chat"));
    QCOMPARE(response->header("x-number"), QByteArray("7"));
    QCOMPARE(response->header("x-flag"), QByteArray("true"));
    QCOMPARE(response->header("x-none"), QByteArray());
    QCOMPARE(response->headers.size(), 3);
}

void TestProxyResponse::headersWithSeveralValuesComeFirst()
{
    const auto response = ProxyResponse::fromJson(
        R"({"statusCode":200,"headers":{"A":"one"},"multiValueHeaders":{"a":["two","three"]}})");
    QVERIFY(response.has_value());
    QCOMPARE(response->header("A"), QByteArray("two"));
    QCOMPARE(response->headers.size(), 3);
}

QTEST_APPLESS_MAIN(TestProxyResponse)
#include "tst_proxyresponse.moc"
