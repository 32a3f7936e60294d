// SPDX-License-Identifier: MIT
#include "common/Redaction.h"

#include <QJsonDocument>
#include <QTest>

using namespace Greenroom;

class TestRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreTakenAway_data();
    void secretsAreTakenAway();
    void findsSecretsInTexts_data();
    void findsSecretsInTexts();
    void leavesJsonWhole_data();
    void leavesJsonWhole();
    void longTextsAreReadOnce_data();
    void longTextsAreReadOnce();
};

void TestRedaction::secretsAreTakenAway_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("clean");
    const auto unchanged = [](const char *name, const char *address) {
        QTest::newRow(name) << address << address;
    };
    unchanged("a plain address", "wss://abc.execute-api.eu-west-1.amazonaws.com/dev");
    unchanged("a harmless query item", "wss://host/dev?room=7&lang=pt%20BR");
    unchanged("an item whose value says token", "wss://host/dev?room=token");
    unchanged("an item without a value", "wss://host/dev?debug");
    QTest::newRow("the token of the login page") << "wss://host/dev?Authorization=Bearer%20abc.def.ghi"
                                                 << "wss://host/dev";
    QTest::newRow("a token in any case of letters") << "wss://host/dev?TOKEN=x"
                                                    << "wss://host/dev";
    QTest::newRow("an access token between other items") << "wss://host/dev?room=7&access_token=x&lang=pt"
                                                         << "wss://host/dev?room=7&lang=pt";
    QTest::newRow("the signature of a signed address")
        << "wss://host/dev?X-Amz-Date=1&X-Amz-Signature=x&X-Amz-Security-Token=y&X-Amz-Credential=z"
        << "wss://host/dev?X-Amz-Date=1";
    QTest::newRow("an API key") << "wss://host/dev?x-api-key=k&key=k&apiKey=k"
                                << "wss://host/dev";
    QTest::newRow("a name with escapes") << "wss://host/dev?%74oken=x"
                                         << "wss://host/dev";
    QTest::newRow("a name with a plus sign for a space") << "wss://host/dev?my+token=x"
                                                         << "wss://host/dev";
    QTest::newRow("user name and password") << "wss://ana:pw@host:444/dev"
                                            << "wss://host:444/dev";
    QTest::newRow("two of the same name") << "wss://host/dev?token=a&token=b"
                                          << "wss://host/dev";
    QTest::newRow("a token after the number sign") << "wss://host/dev#access_token=x"
                                                   << "wss://host/dev";
}

void TestRedaction::secretsAreTakenAway()
{
    QFETCH(const QString, address);
    QFETCH(const QString, clean);
    const QUrl url(address);
    QCOMPARE(Redaction::withoutSecrets(url).toString(QUrl::FullyEncoded), clean);
    QCOMPARE(Redaction::hasSecrets(url), address != clean);
    QVERIFY(!Redaction::hasSecrets(Redaction::withoutSecrets(url)));
}

void TestRedaction::findsSecretsInTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    const auto unchanged = [](const char *name, const char *text) { QTest::newRow(name) << text << text; };
    const auto row = [](const char *name, const char *text, const char *clean) {
        QTest::newRow(name) << text << clean;
    };
    unchanged("nothing", "");
    unchanged("a talk about tokens", "The token: we must renew it. Which key = which door? A secret: none.");
    unchanged("bearer certificates", "bearer certificates are safe, bearer tokens too");
    unchanged("a chat line's frame",
              R"({"message": "[2026-01-31T12:00:00Z - UTC]\n eHrdFcnvvHcCE-w=  Hi\n"})");
    unchanged("a harmless address", "see https://host/a?room=7&lang=pt#top");
    unchanged("an address of mail", "write to ann@example.com, or see https://host/@ann");
    unchanged("no value", "token= and password=");
    row("a token in an address", "wss://host/dev?token=abc&room=7", "wss://host/dev?token=[redacted]&room=7");
    row("the token of the login page", "(wss://host/dev?Authorization=Bearer%20abc.def)",
        "(wss://host/dev?Authorization=[redacted])");
    row("a name with escapes", "wss://host/dev?%74oken=x y", "wss://host/dev?%74oken=[redacted] y");
    row("a token after the number sign", "https://host/#access_token=x&a=b",
        "https://host/#access_token=[redacted]&a=b");
    row("user name and password", "wss://ana:p@w@host/dev", "wss://[redacted]@host/dev");
    row("a header", "Authorization: Bearer abc", "Authorization: [redacted]");
    row("a header of one's own", "x-api-key: abc def", "x-api-key: [redacted] def");
    row("Basic", "authorization: Basic YW5hOnB3 x", "authorization: [redacted] x");
    row("a password told in passing", "my password: hunter2, shh", "my password: [redacted], shh");
    row("a token alone", "it is eyJhbGciOi.eyJzdWIi.x-_y.", "it is [redacted].");
    row("Bearer in a sentence", "use bearer abc123def.", "use bearer [redacted]");
    row("JSON", R"({"token":"abc","n":1})", R"({"token":"[redacted]","n":1})");
    row("a passphrase told in passing", "passphrase: open sesame", "passphrase: [redacted] sesame");
    row("what the keychain has of a stage's options",
        R"({"keyPassphrase": "open sesame", "proxy": {"user": "ann", "password": "b c"}})",
        R"({"keyPassphrase": "[redacted]", "proxy": {"user": "ann", "password": "[redacted]"}})");
    row("what a proxy is told", "Proxy-Authorization: Basic YTpi", "Proxy-Authorization: [redacted]");
    row("JSON over lines", "{\"password\":\n  \"a b\"}", "{\"password\":\n  \"[redacted]\"}");
    row("a quote in a value", R"({"password": "a\"b\\", "n": 1})", R"({"password": "[redacted]", "n": 1})");
    row("JSON in JSON", R"({"body":"{\"token\": \"a.b\", \"n\": 1}"})",
        R"({"body":"{\"token\": \"[redacted]\", \"n\": 1}"})");
    row("JSON in JSON with a quote in a value", R"({"body":"{\"pwd\":\"a\\\"b\"}"})",
        R"({"body":"{\"pwd\":\"[redacted]\"}"})");
    row("an address in JSON", R"({"u":"wss:\/\/h\/d?token=a\/b"})",
        R"({"u":"wss:\/\/h\/d?token=[redacted]"})");
    row("a number", R"({"password": 1234})", R"({"password": "[redacted]"})");
    row("a string without an end", R"({"token":"abc)", R"({"token":"[redacted])");
    row("a string that ends with the one around it", R"({"body":"{\"token\":\"abc","n":1})",
        R"({"body":"{\"token\":\"[redacted]","n":1})");
    row("single quotes", "{'token': 'abc'}", "{'token': '[redacted]'}");
    QTest::newRow("half a character before it")
        << QString(QChar(0xd83d)) + QStringLiteral(" token=abc") << QStringLiteral("? token=[redacted]");
    row("two", "token=a token=b", "token=[redacted] token=[redacted]");
}

void TestRedaction::findsSecretsInTexts()
{
    QFETCH(const QString, text);
    QFETCH(const QString, clean);
    QCOMPARE(Redaction::withoutSecretsIn(text), clean);
    // What is clean stays as it is.
    QCOMPARE(Redaction::withoutSecretsIn(clean), clean);
}

void TestRedaction::leavesJsonWhole_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("a string") << QByteArray(R"({"token": "a\"b\\", "n": 1})");
    QTest::newRow("a number") << QByteArray(R"({"n": 1, "api_key": 12})");
    QTest::newRow("an object") << QByteArray(R"({"token": {"value": 12}, "secret": [1, 2]})");
    QTest::newRow("JSON in JSON") << QByteArray(R"({"body": "{\"token\": \"x\\\"y\", \"key\": 12}"})");
    QTest::newRow("an address") << QByteArray(R"({"u": "wss://a:b@h/d?key=1", "v": "Bearer abc123"})");
}

void TestRedaction::leavesJsonWhole()
{
    QFETCH(const QByteArray, frame);
    QVERIFY(!QJsonDocument::fromJson(frame).isNull());
    const QString clean = Redaction::withoutSecretsIn(QString::fromUtf8(frame));
    QVERIFY2(!QJsonDocument::fromJson(clean.toUtf8()).isNull(), qPrintable(clean));
}

void TestRedaction::longTextsAreReadOnce_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece : {"a", "a-", "eyJ", "eyJaaaa.aa", "://", "token", "token=", "token:", "\\", "\"",
                              "Bearer ", R"("token":")", "a@", "://a"})
        QTest::newRow(piece) << QString::fromLatin1(piece);
}

/// Where time went by the square of the length, this would take minutes.
void TestRedaction::longTextsAreReadOnce()
{
    QFETCH(const QString, piece);
    const QString text = piece.repeated(200'000 / piece.size());
    QVERIFY(!Redaction::withoutSecretsIn(text).isEmpty());
    // Also behind so much there is nothing that is not found.
    QVERIFY(Redaction::withoutSecretsIn(text + QStringLiteral(" x ?password=hunter2 "))
                .contains(QLatin1String("redacted")));
    QVERIFY(!Redaction::withoutSecretsIn(text + QStringLiteral(" x ?password=hunter2 "))
                 .contains(QLatin1String("hunter2")));
}

QTEST_APPLESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
