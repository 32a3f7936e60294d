// SPDX-License-Identifier: MIT
#include "common/JsonWebToken.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray encoded(const QByteArray &json)
{
    return json.toBase64(encoding);
}

/// The example of RFC 7515, appendix A.1, and its key.
QByteArray example()
{
    return "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
           "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
           "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
}

QByteArray exampleKey()
{
    return QByteArray::fromBase64(
        "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow", encoding);
}

/// A token with this header, whose HMAC SHA-256 with "secret" is right whatever the header says.
QByteArray withHeader(const QByteArray &header)
{
    const QByteArray signedPart = encoded(header) + '.' + encoded("{}");
    return signedPart + '.'
           + QMessageAuthenticationCode::hash(signedPart, "secret", QCryptographicHash::Sha256)
                 .toBase64(encoding);
}

} // namespace

class TestJsonWebToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheExampleOfItsRfc();
    void signsWhatItReads();
    void anotherSecretOrTextIsNoticed_data();
    void anotherSecretOrTextIsNoticed();
    void onlyHs256IsTrusted_data();
    void onlyHs256IsTrusted();
    void whatIsNoTokenIsRefused_data();
    void whatIsNoTokenIsRefused();
    void timesAreReadAsSeconds_data();
    void timesAreReadAsSeconds();
};

void TestJsonWebToken::readsTheExampleOfItsRfc()
{
    const auto token = JsonWebToken::parse(example());
    QVERIFY(token.has_value());
    QCOMPARE(token->claims().value(QStringLiteral("iss")).toString(), QStringLiteral("joe"));
    QVERIFY(token->expiresAt() == std::optional(1300819380s));
    QVERIFY(!token->notBefore().has_value());
    QVERIFY(token->isSignedWith(exampleKey()));
}

void TestJsonWebToken::signsWhatItReads()
{
    const QJsonObject claims{{QStringLiteral("user_id"), QStringLiteral("ana ✓")},
                             {QStringLiteral("exp"), 1}};
    const auto token = JsonWebToken::parse(JsonWebToken::sign(claims, "secret"));
    QVERIFY(token.has_value());
    QCOMPARE(token->claims(), claims);
    QVERIFY(token->isSignedWith("secret"));
}

void TestJsonWebToken::anotherSecretOrTextIsNoticed_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("secret");
    const QByteArray good =
        JsonWebToken::sign({{QStringLiteral("user_id"), QStringLiteral("ana")}}, "secret");
    const qsizetype end = good.lastIndexOf('.');
    QByteArray changed = good;
    changed.replace(good.indexOf('.') + 1, end - good.indexOf('.') - 1, encoded(R"({"user_id":"eve"})"));
    QTest::newRow("another secret") << good << QByteArray("Secret");
    QTest::newRow("no secret at all") << JsonWebToken::sign({}, {}) << QByteArray();
    QTest::newRow("other claims") << changed << QByteArray("secret");
    QTest::newRow("no signature") << good.first(end + 1) << QByteArray("secret");
    QTest::newRow("half a signature") << good.first(end + 1 + 20) << QByteArray("secret");
}

void TestJsonWebToken::anotherSecretOrTextIsNoticed()
{
    QFETCH(const QByteArray, token);
    QFETCH(const QByteArray, secret);
    const auto read = JsonWebToken::parse(token);
    QVERIFY(read.has_value());
    QVERIFY(!read->isSignedWith(secret));
}

void TestJsonWebToken::onlyHs256IsTrusted_data()
{
    QTest::addColumn<QByteArray>("header");
    QVERIFY(JsonWebToken::parse(withHeader(R"({"alg":"HS256"})"))->isSignedWith("secret"));
    QTest::newRow("none") << QByteArray(R"({"alg":"none"})");
    QTest::newRow("None") << QByteArray(R"({"alg":"None"})");
    QTest::newRow("small letters") << QByteArray(R"({"alg":"hs256"})");
    QTest::newRow("a longer hash") << QByteArray(R"({"alg":"HS512"})");
    QTest::newRow("a public key") << QByteArray(R"({"alg":"RS256"})");
    QTest::newRow("no algorithm") << QByteArray(R"({"typ":"JWT"})");
    QTest::newRow("a list") << QByteArray(R"({"alg":["HS256"]})");
    QTest::newRow("something critical") << QByteArray(R"({"alg":"HS256","crit":["exp"]})");
}

void TestJsonWebToken::onlyHs256IsTrusted()
{
    QFETCH(const QByteArray, header);
    const auto token = JsonWebToken::parse(withHeader(header));
    QVERIFY(token.has_value());
    QVERIFY(!token->isSignedWith("secret"));
    const auto bare = JsonWebToken::parse(encoded(header) + '.' + encoded("{}") + '.');
    QVERIFY(bare.has_value());
    QVERIFY(!bare->isSignedWith("secret"));
}

void TestJsonWebToken::whatIsNoTokenIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray header = encoded(R"({"alg":"HS256"})");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("words") << QByteArray("let me in");
    QTest::newRow("two parts") << header + '.' + encoded("{}");
    QTest::newRow("five parts, an encrypted one") << header + ".a.b.c.d";
    QTest::newRow("a header that is no JSON") << encoded("alg") + '.' + encoded("{}") + '.';
    QTest::newRow("claims that are a list") << header + '.' + encoded("[]") + '.';
    QTest::newRow("claims cut off") << header + '.' + encoded(R"({"a":)") + '.';
    QTest::newRow("letters of ordinary Base64") << header + '.' + encoded("{}") + ".a+/a";
    QTest::newRow("padding") << header + '.' + encoded("{}") + ".YQ==";
    QTest::newRow("a last letter with bits too many") << header + '.' + encoded("{}") + ".YR";
    QTest::newRow("blanks") << header + ". " + encoded("{}") + '.';
    QTest::newRow("a megabyte") << header + '.' + QByteArray(1 << 20, 'a') + '.';
}

void TestJsonWebToken::whatIsNoTokenIsRefused()
{
    QFETCH(const QByteArray, text);
    const auto token = JsonWebToken::parse(text);
    QVERIFY(!token.has_value());
    QVERIFY(token.error().message.endsWith(u'.'));
}

void TestJsonWebToken::timesAreReadAsSeconds_data()
{
    QTest::addColumn<QJsonValue>("exp");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("whole") << QJsonValue(1300819380) << qint64(1300819380);
    QTest::newRow("with parts") << QJsonValue(1300819380.9) << qint64(1300819380);
    QTest::newRow("before all times") << QJsonValue(-5) << qint64(0);
    QTest::newRow("after all times") << QJsonValue(1e300) << qint64(253402300799);
    QTest::newRow("a text") << QJsonValue(QStringLiteral("tomorrow")) << qint64(0);
    QTest::newRow("null") << QJsonValue(QJsonValue::Null) << qint64(0);
}

void TestJsonWebToken::timesAreReadAsSeconds()
{
    QFETCH(const QJsonValue, exp);
    QFETCH(const qint64, seconds);
    const auto token = JsonWebToken::parse(JsonWebToken::sign({{QStringLiteral("exp"), exp}}, "secret"));
    QVERIFY(token.has_value());
    QVERIFY(token->expiresAt() == std::optional(std::chrono::seconds(seconds)));
}

QTEST_APPLESS_MAIN(TestJsonWebToken)
#include "tst_jsonwebtoken.moc"
