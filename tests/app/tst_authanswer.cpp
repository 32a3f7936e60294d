// SPDX-License-Identifier: MIT
#include "signin/AuthAnswer.h"

#include <QTest>

using namespace Greenroom;

/// What is taken out of the answers of an Auth API.
class TestAuthAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void reads_data();
    void reads();
    void showsMessagesAsOneShortLine();
};

void TestAuthAnswer::reads_data()
{
    QTest::addColumn<int>("httpStatus");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("message");

    const auto row = [](const char *name, int httpStatus, const char *body, int status, const char *token,
                        const char *message = "") {
        QTest::newRow(name) << httpStatus << QByteArray(body) << status << QByteArray(token)
                            << QString::fromUtf8(message);
    };
    row("the page's form", 200, R"({"statusCode":200,"body":"{\"token\":\"t\"}"})", 200, "t");
    row("an object as body", 200, R"({"statusCode":200,"body":{"token":"t"}})", 200, "t");
    row("no status inside", 200, R"({"body":"{\"token\":\"t\"}"})", 200, "t");
    row("a token alone", 200, R"({"token":"t"})", 200, "t");
    row("201", 201, R"({"token":"t"})", 201, "t");
    row("the page's refusal", 200, R"({"statusCode":401,"body":"{\"message\":\"No\"}"})", 401, "", "No");
    row("a refusal with an object", 200, R"({"statusCode":403,"body":{"message":"No"}})", 403, "", "No");
    row("a refusal of HTTP", 401, R"({"message":"No"})", 401, "", "No");
    row("HTTP refuses, its body does not", 403, R"({"statusCode":200,"body":"{\"token\":\"t\"}"})", 403, "");
    row("a token beside a refusal", 200, R"({"statusCode":401,"body":"{\"token\":\"t\"}"})", 401, "");
    row("an error instead of a message", 400, R"({"error":"Bad"})", 400, "", "Bad");
    row("a message around an empty body", 500, R"({"message":"Oops","body":null})", 500, "", "Oops");
    row("nothing", 200, "", 200, "");
    row("HTML", 200, "<html>token</html>", 200, "");
    row("a list", 200, R"(["token"])", 200, "");
    row("a body that is no JSON", 200, R"({"statusCode":200,"body":"token"})", 200, "");
    row("a token that is a number", 200, R"({"token":1})", 200, "");
    row("a token that is an object", 200, R"({"token":{"a":"b"}})", 200, "");
    row("a message that is an object", 400, R"({"message":{"a":"b"}})", 400, "");
    row("a cut-off object", 200, R"({"token":"t)", 200, "");
    row("letters that are no UTF-8", 200, "{\"token\":\"\xff\"}", 200, "");
}

void TestAuthAnswer::reads()
{
    QFETCH(int, httpStatus);
    QFETCH(QByteArray, body);
    const AuthAnswer answer = AuthAnswer::read(httpStatus, body);
    QTEST(answer.status, "status");
    QTEST(answer.token, "token");
    QTEST(answer.message, "message");
}

void TestAuthAnswer::showsMessagesAsOneShortLine()
{
    const QString lines = AuthAnswer::read(400, R"({"message":" a\n\u0000b\u202ec\t"})").message;
    QCOMPARE(lines, QStringLiteral("a b c"));
    const QByteArray longOne = R"({"message":")" + QByteArray(5000, 'x') + R"("})";
    QCOMPARE(AuthAnswer::read(400, longOne).message.size(), 300);
    const QString secret = AuthAnswer::read(400, R"({"message":"password=hunter2 is wrong"})").message;
    QVERIFY2(!secret.contains(QStringLiteral("hunter2")), qPrintable(secret));
}

QTEST_GUILESS_MAIN(TestAuthAnswer)
#include "tst_authanswer.moc"
