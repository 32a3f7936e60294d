// SPDX-License-Identifier: MIT
#include "support/LoginBench.h"

using namespace Greenroom;
using Bench = Test::LoginBench;

/// What a login says to requests that get no token, and to browsers.
class TestLoginRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void nobodyIsToldWhatIsWrong_data();
    void nobodyIsToldWhatIsWrong();
    void badRequestsAreToldSo_data();
    void badRequestsAreToldSo();
    void tooMuchIsNotRead();
    void otherMethodsAreNotAllowed();
    void aPageOfThisMachineMayAsk();
    void aPageFromElsewhereMayNot();
    void aStageWithoutALoginHasNone();

private:
    std::unique_ptr<Bench> m_bench;
};

void TestLoginRequests::init()
{
    m_bench = std::make_unique<Bench>();
    QVERIFY(m_bench->start());
}

void TestLoginRequests::nobodyIsToldWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("another password") << QByteArray("ana") << QByteArray("wrong");
    QTest::newRow("a longer password") << QByteArray("ana") << QByteArray("right ");
    QTest::newRow("a zero at its end") << QByteArray("ana") << QByteArray("right\\u0000");
    QTest::newRow("control characters") << QByteArray("ana") << QByteArray("\\u0007\\u001b[2J");
    QTest::newRow("emoji") << QByteArray("ana") << QByteArray("😀");
    QTest::newRow("an unknown user") << QByteArray("nobody") << QByteArray("right");
    QTest::newRow("a user in other letters") << QByteArray("Ana") << QByteArray("right");
    QTest::newRow("the imitation's own") << QByteArray("nobody") << QByteArray("AAAAAAAAAAA");
}

void TestLoginRequests::nobodyIsToldWhatIsWrong()
{
    QFETCH(const QByteArray, user);
    QFETCH(const QByteArray, password);
    const auto answer = m_bench->logIn(user, password);
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.json.value(QStringLiteral("statusCode")).toInt(), 401);
    QCOMPARE(answer.body.value(QStringLiteral("message")).toString(),
             QStringLiteral("The user ID or the password is wrong."));
}

void TestLoginRequests::badRequestsAreToldSo_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("part");
    const QString noObject = QStringLiteral("no JSON object");
    const QString password = QStringLiteral("“password”");
    QTest::newRow("nothing") << QByteArray() << noObject;
    QTest::newRow("no JSON") << QByteArray("user_id=ana&password=right") << noObject;
    QTest::newRow("a list") << QByteArray("[]") << noObject;
    QTest::newRow("no UTF-8") << QByteArray("{\"user_id\":\"\xff\xfe\"") << noObject;
    QTest::newRow("deep lists") << QByteArray(8000, '[') << noObject;
    QTest::newRow("no members") << QByteArray("{}") << QStringLiteral("“user_id”");
    QTest::newRow("no password") << QByteArray(R"({"user_id":"ana"})") << password;
    QTest::newRow("an empty password") << Bench::credentials("ana", "") << password;
    QTest::newRow("a password that is a number")
        << QByteArray(R"({"user_id":"ana","password":1})") << password;
    QTest::newRow("half a character") << Bench::credentials("ana", "\\ud800") << password;
    QTest::newRow("a long password") << Bench::credentials("ana", QByteArray(2000, 'x')) << password;
    QTest::newRow("a long user") << Bench::credentials(QByteArray(129, 'x'), "right")
                                 << QStringLiteral("“user_id”");
    QTest::newRow("a line end in the user")
        << Bench::credentials("ana\\n", "right") << QStringLiteral("“user_id”");
    QTest::newRow("a zero in the user")
        << Bench::credentials("a\\u0000na", "right") << QStringLiteral("“user_id”");
}

void TestLoginRequests::badRequestsAreToldSo()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, part);
    const auto answer = m_bench->answerTo(Bench::request(body));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json.value(QStringLiteral("statusCode")).toInt(), 400);
    const QString message = answer.body.value(QStringLiteral("message")).toString();
    QVERIFY2(message.contains(part), qPrintable(message));
}

void TestLoginRequests::tooMuchIsNotRead()
{
    const auto answer =
        m_bench->answerTo(Bench::request(Bench::credentials("ana", QByteArray(1'000'000, 'x'))));
    QCOMPARE(answer.status, 413);
    QVERIFY(!answer.body.value(QStringLiteral("message")).toString().isEmpty());
    QCOMPARE(m_bench
                 ->answerTo("POST /dev/auth HTTP/1.1\r\nHost: localhost\r\n"
                            "Transfer-Encoding: chunked\r\n\r\nzz\r\nzzzz\r\n")
                 .status,
             400);
}

void TestLoginRequests::otherMethodsAreNotAllowed()
{
    for (const char *method : {"GET", "PUT", "DELETE"}) {
        const auto answer =
            m_bench->answerTo(QByteArray(method) + " /dev/auth HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(answer.status, 405);
        QVERIFY(answer.head.contains("\r\nAllow: POST, OPTIONS"));
    }
}

void TestLoginRequests::aPageOfThisMachineMayAsk()
{
    const QByteArray origin = "Origin: http://localhost:8000\r\n";
    const auto may = m_bench->answerTo("OPTIONS /dev/auth HTTP/1.1\r\nHost: localhost\r\n" + origin
                                       + "Access-Control-Request-Method: POST\r\n"
                                         "Access-Control-Request-Headers: content-type\r\n\r\n");
    QCOMPARE(may.status, 204);
    QVERIFY(may.head.contains("\r\nAccess-Control-Allow-Methods: POST"));
    QVERIFY(may.head.contains("\r\nAccess-Control-Allow-Headers: Content-Type"));
    for (const char *password : {"right", "wrong"}) {
        const auto answer = m_bench->answerTo(Bench::request(Bench::credentials("ana", password), origin));
        QVERIFY(answer.head.contains("\r\nAccess-Control-Allow-Origin: http://localhost:8000"));
        QVERIFY(answer.head.contains("\r\nVary: Origin"));
    }
}

void TestLoginRequests::aPageFromElsewhereMayNot()
{
    const QByteArray origin = "Origin: https://example.com\r\n";
    const auto answer = m_bench->answerTo(Bench::request(Bench::credentials("ana", "right"), origin));
    QCOMPARE(answer.status, 403);
    QVERIFY(!answer.head.contains("Access-Control"));
}

void TestLoginRequests::aStageWithoutALoginHasNone()
{
    for (const char *stage : {"open", "none"}) {
        const auto answer =
            m_bench->answerTo("POST /" + QByteArray(stage)
                              + "/auth HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");
        QCOMPARE(answer.status, 403);
    }
}

QTEST_GUILESS_MAIN(TestLoginRequests)
#include "tst_login_requests.moc"
