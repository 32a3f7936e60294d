// SPDX-License-Identifier: MIT
#include "stages/OptionRules.h"

#include <QTest>

using namespace Greenroom;

/// What may be set for a stage, and what is said of the rest.
class TestOptionRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void judgesHeaderNames_data();
    void judgesHeaderNames();
    void judgesHeaderValues_data();
    void judgesHeaderValues();
    void judgesTheRest_data();
    void judgesTheRest();
    void judgesProxyLogins();
    void readsFingerprints_data();
    void readsFingerprints();
    void writesFingerprints();
    void knowsTheNamesOfSecrets_data();
    void knowsTheNamesOfSecrets();
};

void TestOptionRules::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
}

void TestOptionRules::judgesHeaderNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("inSentence");

    QTest::newRow("an ordinary one is taken") << QStringLiteral("X-Tenant") << QString();
    QTest::newRow("Origin is taken") << QStringLiteral("Origin") << QString();
    QTest::newRow("all characters of a token are taken") << QStringLiteral("a!#$%&'*+-.^_`|~9") << QString();
    QTest::newRow("an empty one is refused") << QString() << QStringLiteral("no name");
    QTest::newRow("a blank inside is refused") << QStringLiteral("X Tenant") << QStringLiteral("X Tenant");
    QTest::newRow("a colon is refused") << QStringLiteral("X-A:") << QStringLiteral("X-A:");
    QTest::newRow("a line break is refused") << QStringLiteral("X-A\nX-B") << QStringLiteral("can't be");
    QTest::newRow("a line break at the end is refused")
        << QStringLiteral("X-A\n") << QStringLiteral("can't be");
    QTest::newRow("umlauts are refused") << QStringLiteral("X-Ä") << QStringLiteral("can't be");
    QTest::newRow("a very long one is refused and cut short in the sentence")
        << QString(500, u'x') << QStringLiteral("…");
    for (const char *name : {"Host", "connection", "UPGRADE", "Sec-WebSocket-Key", "sec-websocket-extensions",
                             "Content-Length", "Transfer-Encoding"})
        QTest::addRow("%s belongs to the handshake", name)
            << QString::fromLatin1(name) << QStringLiteral("handshake");
    QTest::newRow("subprotocols have their own list")
        << QStringLiteral("Sec-WebSocket-Protocol") << QStringLiteral("Subprotocols");
}

void TestOptionRules::judgesHeaderNames()
{
    QFETCH(QString, name);
    QFETCH(QString, inSentence);
    const Result<void> checked = OptionRules::checkHeaderName(name);
    QCOMPARE(checked.has_value(), inSentence.isEmpty());
    if (!checked)
        QVERIFY2(checked.error().message.contains(inSentence), qPrintable(checked.error().message));
}

void TestOptionRules::judgesHeaderValues_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("inSentence");

    QTest::newRow("an ordinary one is taken") << QStringLiteral("Bearer abc, def; q=1") << QString();
    QTest::newRow("an empty one is refused") << QStringLiteral("  ") << QStringLiteral("no value");
    QTest::newRow("CR and LF are refused") << QStringLiteral("a\r\nX-B: c") << QStringLiteral("line break");
    QTest::newRow("a lone LF is refused") << QStringLiteral("a\nb") << QStringLiteral("line break");
    QTest::newRow("a NUL is refused") << QString(QChar(0)) + u'a' << QStringLiteral("control");
    QTest::newRow("a tab is refused") << QStringLiteral("a\tb") << QStringLiteral("control");
    QTest::newRow("letters beyond ASCII are refused") << QStringLiteral("é") << QStringLiteral("ASCII");
    QTest::newRow("one of a megabyte is refused") << QString(1 << 20, u'x') << QStringLiteral("too long");
}

void TestOptionRules::judgesHeaderValues()
{
    QFETCH(QString, value);
    QFETCH(QString, inSentence);
    const Result<void> checked = OptionRules::checkHeaderValue(value);
    QCOMPARE(checked.has_value(), inSentence.isEmpty());
    if (!checked)
        QVERIFY2(checked.error().message.contains(inSentence), qPrintable(checked.error().message));
}

void TestOptionRules::judgesTheRest_data()
{
    using Check = Result<void> (*)(const QString &);
    QTest::addColumn<Check>("check");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isTaken");

    const auto row = [](const char *name, Check check, const QString &typed, bool isTaken) {
        QTest::newRow(name) << check << typed << isTaken;
    };
    row("a query item's name may hold anything", OptionRules::checkQueryName, QStringLiteral("raum ä&="),
        true);
    row("but must be there", OptionRules::checkQueryName, QString(), false);
    row("and have no control characters", OptionRules::checkQueryName, QStringLiteral("a\nb"), false);
    row("a query item's value may be empty", OptionRules::checkQueryValue, QString(), true);
    row("may hold anything", OptionRules::checkQueryValue, QStringLiteral("ä & = #"), true);
    row("but no control characters", OptionRules::checkQueryValue, QStringLiteral("a\r"), false);
    row("and is not endless", OptionRules::checkQueryValue, QString(10000, u'x'), false);
    row("a heartbeat's text may be anything", OptionRules::checkHeartbeatText, QStringLiteral("Здесь, \"1\""),
        true);
    row("and nothing, for the usual one", OptionRules::checkHeartbeatText, QString(), true);
    row("but not in two lines", OptionRules::checkHeartbeatText, QStringLiteral("a\nb"), false);
    row("nor a long story", OptionRules::checkHeartbeatText, QString(129, u'a'), false);
    row("a subprotocol is a token", OptionRules::checkSubprotocol, QStringLiteral("v2.chat"), true);
    row("not two", OptionRules::checkSubprotocol, QStringLiteral("a, b"), false);
    row("not none", OptionRules::checkSubprotocol, QString(), false);
    row("a route may be anything", OptionRules::checkRoute, QStringLiteral("ping pong"), true);
    row("but not nothing", OptionRules::checkRoute, QString(), false);
    row("nor two lines", OptionRules::checkRoute, QStringLiteral("a\nb"), false);
    row("a proxy is a host", OptionRules::checkProxyHost, QStringLiteral("proxy.example.com"), true);
    row("or an address", OptionRules::checkProxyHost, QStringLiteral("192.0.2.1"), true);
    row("or a newer address", OptionRules::checkProxyHost, QStringLiteral("2001:db8::1"), true);
    row("not a URL", OptionRules::checkProxyHost, QStringLiteral("http://proxy.example.com"), false);
    row("not one with a port", OptionRules::checkProxyHost, QStringLiteral("proxy:3128"), false);
    row("not one with a user", OptionRules::checkProxyHost, QStringLiteral("me:pw@proxy"), false);
    row("not none", OptionRules::checkProxyHost, QString(), false);
}

void TestOptionRules::judgesTheRest()
{
    using Check = Result<void> (*)(const QString &);
    QFETCH(Check, check);
    QFETCH(QString, typed);
    QFETCH(bool, isTaken);
    const Result<void> checked = check(typed);
    QCOMPARE(checked.has_value(), isTaken);
    QVERIFY(isTaken || !checked.error().message.isEmpty());
}

void TestOptionRules::judgesProxyLogins()
{
    const QString ann = QStringLiteral("ann");
    QVERIFY(OptionRules::checkProxyLogin({}, {}));
    QVERIFY(OptionRules::checkProxyLogin(ann, {}));
    QVERIFY(OptionRules::checkProxyLogin(QStringLiteral("Łukasz"), QStringLiteral("a:b c")));
    QVERIFY(!OptionRules::checkProxyLogin({}, QStringLiteral("word")));
    QVERIFY(!OptionRules::checkProxyLogin(QStringLiteral("a:b"), {}));
    QVERIFY(!OptionRules::checkProxyLogin(ann, QStringLiteral("a\r\nHost: b")));
    QVERIFY(!OptionRules::checkProxyLogin(QString(100'000, u'a'), {}));
}

void TestOptionRules::readsFingerprints_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isOne");

    const QString pairs = QStringLiteral("AB:").repeated(32).chopped(1);
    QTest::newRow("with colons") << pairs << true;
    QTest::newRow("in small letters without colons") << QStringLiteral("ab").repeated(32) << true;
    QTest::newRow("over two lines") << QString(pairs).replace(47, 1, QStringLiteral("\n ")) << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("a pair too short") << pairs.chopped(3) << false;
    QTest::newRow("a SHA-1 fingerprint") << QStringLiteral("AB").repeated(20) << false;
    QTest::newRow("with a letter that is no digit") << QStringLiteral("AG").repeated(32) << false;
    QTest::newRow("half a pair") << QStringLiteral("AB").repeated(32) + u'A' << false;
}

void TestOptionRules::readsFingerprints()
{
    QFETCH(QString, typed);
    QFETCH(bool, isOne);
    const Result<QByteArray> fingerprint = OptionRules::parseFingerprint(typed);
    QCOMPARE(fingerprint.has_value(), isOne);
    if (isOne)
        QCOMPARE(*fingerprint, QByteArray(32, '\xab'));
}

void TestOptionRules::writesFingerprints()
{
    QCOMPARE(OptionRules::fingerprintText(QByteArray::fromHex("0a1bff")), QStringLiteral("0A:1B:FF"));
    QCOMPARE(OptionRules::fingerprintText({}), QString());
}

void TestOptionRules::knowsTheNamesOfSecrets_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isSecret");

    for (const char *name : {"Authorization", "X-Api-Key", "Cookie", "access_token", "password", "sig"})
        QTest::addRow("%s is a secret", name) << QString::fromLatin1(name) << true;
    for (const char *name : {"X-Tenant", "room", "Origin", "", "a&token", "100%"})
        QTest::addRow("“%s” is none by itself", name)
            << QString::fromLatin1(name) << (QLatin1String(name) == QLatin1String("a&token"));
}

void TestOptionRules::knowsTheNamesOfSecrets()
{
    QFETCH(QString, name);
    QFETCH(bool, isSecret);
    QCOMPARE(OptionRules::isSecretName(name), isSecret);
}

QTEST_GUILESS_MAIN(TestOptionRules)
#include "tst_optionrules.moc"
