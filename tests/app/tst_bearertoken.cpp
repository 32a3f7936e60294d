// SPDX-License-Identifier: MIT
#include "signin/BearerToken.h"
#include "signin/TokenPlacement.h"
#include "support/AuthServer.h"

#include <QTest>

using namespace Greenroom;
using namespace Greenroom::Test;
using TokenPlace = SignInChoice::TokenPlace;

/// Tokens that users paste, and how they go to a stage.
class TestBearerToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void takesWhatIsPasted_data();
    void takesWhatIsPasted();
    void explainsWhatIsNoToken_data();
    void explainsWhatIsNoToken();
    void namesThePerson_data();
    void namesThePerson();
    void goesIntoTheAddress_data();
    void goesIntoTheAddress();
    void goesIntoAHeader();

private:
    const QByteArray m_token = AuthServer::token(1, 2);
};

void TestBearerToken::takesWhatIsPasted_data()
{
    QTest::addColumn<QString>("around");

    QTest::newRow("alone") << QStringLiteral("%1");
    QTest::newRow("with Bearer") << QStringLiteral("Bearer %1");
    QTest::newRow("with bearer and blanks") << QStringLiteral("\t bearer  %1 \n");
    QTest::newRow("as it stands in an address") << QStringLiteral("Authorization=Bearer%20%1");
    QTest::newRow("as a header") << QStringLiteral("Authorization: Bearer %1\r\n");
    QTest::newRow("as JSON has it") << QStringLiteral("\"%1\"");
}

void TestBearerToken::takesWhatIsPasted()
{
    QFETCH(QString, around);
    const Result<BearerToken> token =
        BearerToken::fromTyped(around.replace(QStringLiteral("%1"), QString::fromLatin1(m_token)));
    QVERIFY2(token.has_value(), token ? "" : qPrintable(token.error().message));
    QCOMPARE(token->compact, m_token);
    QCOMPARE(token->person(), QStringLiteral("ann"));
}

void TestBearerToken::explainsWhatIsNoToken_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");

    const QString token = QString::fromLatin1(m_token);
    const auto row = [](const char *name, const QString &typed, const char *words) {
        QTest::newRow(name) << typed << QString::fromUtf8(words);
    };
    row("nothing", QString(), "There is no token");
    row("Bearer alone", QStringLiteral("Bearer "), "There is no token");
    row("two parts", QStringLiteral("planted.planted"), "three parts");
    row("three parts of nothing", QStringLiteral(".."), "damaged");
    row("parts that are no JSON", QStringLiteral("planted.planted.planted"), "damaged");
    row("a line break inside", token.left(20) + u'\n' + token.mid(20), "a line break");
    row("a letter of another alphabet", token + QStringLiteral("ж"), "letter inside");
    row("a control character", token + QChar(1), "letter inside");
    row("1 MB", QString(qsizetype{1024} * 1024, u'x'), "too long for a token");
    row("one byte too many", QString(JsonWebToken::maximumLength + 1, u'x'), "too long for a token");
}

void TestBearerToken::explainsWhatIsNoToken()
{
    QFETCH(QString, typed);
    QFETCH(QString, words);
    const Result<BearerToken> token = BearerToken::fromTyped(typed);
    QVERIFY(!token);
    QVERIFY2(token.error().message.contains(words), qPrintable(token.error().message));
    QVERIFY2(!token.error().message.contains(QStringLiteral("planted")), qPrintable(token.error().message));
}

void TestBearerToken::namesThePerson_data()
{
    QTest::addColumn<QJsonObject>("claims");
    QTest::addColumn<QString>("person");

    const QString userId = QStringLiteral("user_id");
    QTest::newRow("user_id") << QJsonObject{{userId, QStringLiteral("ann")}, {QStringLiteral("sub"), 1}}
                             << QStringLiteral("ann");
    QTest::newRow("sub") << QJsonObject{{QStringLiteral("sub"), QStringLiteral("ben")}}
                         << QStringLiteral("ben");
    QTest::newRow("a number") << QJsonObject{{userId, 4711}} << QStringLiteral("4711");
    QTest::newRow("nobody") << QJsonObject{{QStringLiteral("exp"), 1}} << QString();
    QTest::newRow("an object") << QJsonObject{{userId, QJsonObject{{userId, 1}}}} << QString();
    QTest::newRow("lines and marks") << QJsonObject{{userId, QStringLiteral("a\nb\u202ec")}}
                                     << QStringLiteral("a b c");
    QTest::newRow("much") << QJsonObject{{userId, QString(500, u'x')}} << QString(100, u'x');
}

void TestBearerToken::namesThePerson()
{
    QFETCH(QJsonObject, claims);
    const auto token = BearerToken::parse(AuthServer::token(claims));
    QVERIFY(token.has_value());
    QTEST(token->person(), "person");
}

void TestBearerToken::goesIntoTheAddress_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char *name, const char *address, const char *expected) {
        QTest::newRow(name) << QByteArray(address) << QByteArray(expected);
    };
    row("no query", "wss://example.com/dev", "wss://example.com/dev?Authorization=Bearer%20a.b-_.c");
    row("an empty query", "wss://example.com/dev?", "wss://example.com/dev?Authorization=Bearer%20a.b-_.c");
    row("other items", "wss://example.com/dev?a=b&c=%26%20+d",
        "wss://example.com/dev?a=b&c=%26%20+d&Authorization=Bearer%20a.b-_.c");
    row("another token", "wss://example.com/dev?authorization=Bearer%20old&a=b",
        "wss://example.com/dev?a=b&Authorization=Bearer%20a.b-_.c");
}

void TestBearerToken::goesIntoTheAddress()
{
    QFETCH(QByteArray, address);
    ConnectRequest request{QUrl::fromEncoded(address)};
    request.headers = {{"authorization", "Bearer old"}, {"x-other", "stays"}};
    TokenPlacement::put(request, "a.b-_.c", TokenPlace::QueryItem);
    QTEST(request.address.toEncoded(), "expected");
    QCOMPARE(request.headers, (QList<HeaderLine>{{"x-other", "stays"}}));
}

void TestBearerToken::goesIntoAHeader()
{
    ConnectRequest request{QUrl(QStringLiteral("wss://example.com/dev?Authorization=Bearer%20old"))};
    request.headers = {{"AUTHORIZATION", "Bearer old"}};
    TokenPlacement::put(request, "a.b.c", TokenPlace::Header);
    QCOMPARE(request.address, QUrl(QStringLiteral("wss://example.com/dev")));
    QCOMPARE(request.headers, (QList<HeaderLine>{{"Authorization", "Bearer a.b.c"}}));
}

QTEST_GUILESS_MAIN(TestBearerToken)
#include "tst_bearertoken.moc"
