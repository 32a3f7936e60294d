// SPDX-License-Identifier: MIT
#include "signin/AuthApi.h"
#include "support/AuthServer.h"
#include "support/FakeClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;
using namespace Greenroom::Test;

/// What an AuthApi says when it gets no token: a sentence for each cause, never with the password in it.
class TestAuthApiFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void explainsAnswers_data();
    void explainsAnswers();
    void explainsRedirections_data();
    void explainsRedirections();
    void sendsNothingToAnotherOrigin();
    void explainsARefusedConnection();
    void explainsATlsFailure();
    void explainsAnEndWithoutAnAnswer();
    void explainsSilence();
    void takesNoLongAnswers_data();
    void takesNoLongAnswers();
    void sendsNoPasswordInTheClear();

private:
    AuthFailure failureOf(const AuthRequest &request);
    AuthFailure failureOf(const QUrl &url);

    FakeClock m_clock;
    std::unique_ptr<AuthServer> m_server;
    std::unique_ptr<AuthApi> m_api;
};

void TestAuthApiFailures::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_server = std::make_unique<AuthServer>();
    m_api = std::make_unique<AuthApi>(m_clock);
}

AuthFailure TestAuthApiFailures::failureOf(const AuthRequest &request)
{
    QSignalSpy failed(m_api.get(), &AuthApi::failed);
    m_api->ask(request);
    if (failed.isEmpty() && !failed.wait())
        return {};
    const auto failure = failed.at(0).at(0).value<AuthFailure>();
    const bool isClean = !failure.message.contains(QStringLiteral("planted")) && !m_api->isUnderWay();
    return isClean ? failure : AuthFailure{};
}

AuthFailure TestAuthApiFailures::failureOf(const QUrl &url)
{
    return failureOf({url, QStringLiteral("ann"), QStringLiteral("planted")});
}

void TestAuthApiFailures::explainsAnswers_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("refused");

    const auto row = [](const char *name, const char *status, const char *body, const char *words,
                        bool refused = false) {
        QTest::newRow(name) << QByteArray(status) << QByteArray(body) << QString::fromUtf8(words) << refused;
    };
    row("the page's refusal", "200 OK", R"({"statusCode":401,"body":"{\"message\":\"Wrong!\"}"})",
        "User ID or password were not accepted (401: “Wrong!”)", true);
    row("403", "403 Forbidden", R"({"message":"<b>No</b>"})", "not accepted (403: “<b>No</b>”)", true);
    row("401 that says nothing", "401 Unauthorized", "", "not accepted (401)", true);
    row("a refusal that repeats the password", "401 Unauthorized", R"({"message":"planted is wrong"})",
        "not accepted (401)", true);
    row("400", "400 Bad Request", R"({"message":"Missing"})", "did not take the sign-in (400: “Missing”)");
    row("404", "404 Not Found", "", "no sign-in at this URL of 127.0.0.1 (404)");
    row("405", "405 Method Not Allowed", "", "no sign-in at this URL of 127.0.0.1 (405)");
    row("429", "429 Too Many Requests", "", "too many requests at the moment (429)");
    row("502 of a gateway", "502 Bad Gateway", R"({"message":"Internal server error"})",
        "a problem of its own (502: “Internal server error”)");
    row("500 inside of 200", "200 OK", R"({"statusCode":500,"body":"x"})", "a problem of its own (500)");
    row("HTML", "200 OK", "<html>Welcome</html>", "not with a token as an Auth API does");
    row("no content", "204 No Content", "", "not with a token as an Auth API does");
    row("an empty token", "200 OK", R"({"token":""})", "not with a token as an Auth API does");
}

void TestAuthApiFailures::explainsAnswers()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    m_server->answer(AuthServer::http(status, body));
    const AuthFailure failure = failureOf(m_server->url());
    QVERIFY2(failure.message.contains(words), qPrintable(failure.message));
    QTEST(failure.cause == AuthFailure::Cause::Refused, "refused");
}

void TestAuthApiFailures::explainsRedirections_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("words");

    const auto row = [](const char *name, const char *status, const char *location, const char *words) {
        QTest::newRow(name) << QByteArray(status) << QByteArray(location) << QString::fromUtf8(words);
    };
    row("302 in its own house", "302 Found", "Location: /login.html\r\n", "sends on to another page (302)");
    row("303 in its own house", "303 See Other", "Location: /x\r\n", "sends on to another page (303)");
    row("307 to nowhere", "307 Temporary Redirect", "", "sends on to another page (307)");
    row("307 to another host", "307 Temporary Redirect", "Location: https://evil.example/a?b\r\n",
        "sends on to https://evil.example (307), where your password was not sent");
    row("302 to another host", "302 Found", "Location: https://evil.example/\r\n",
        "https://evil.example (302)");
    row("308 to another scheme", "308 Permanent Redirect", "Location: https://127.0.0.1/\r\n",
        "https://127.0.0.1 (308)");
    row("307 to a file", "307 Temporary Redirect", "Location: file:///etc/passwd\r\n",
        "sends on to another page (307)");
}

void TestAuthApiFailures::explainsRedirections()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, location);
    QFETCH(QString, words);
    m_server->answer(AuthServer::http(status, {}, location));
    const AuthFailure failure = failureOf(m_server->url());
    QVERIFY2(failure.message.contains(words), qPrintable(failure.message));
    QCOMPARE(m_server->requests().size(), 1);
}

void TestAuthApiFailures::sendsNothingToAnotherOrigin()
{
    const AuthServer other;
    m_server->answer(
        AuthServer::http("307 Temporary Redirect", {}, "Location: " + other.url().toEncoded() + "\r\n"));
    QVERIFY(failureOf(m_server->url()).message.contains(QStringLiteral("your password was not sent")));
    QCOMPARE(other.requests().size(), 0);
    QVERIFY(!other.hasClient());
}

void TestAuthApiFailures::explainsARefusedConnection()
{
    const QUrl url = m_server->url();
    m_server.reset();
    const AuthFailure failure = failureOf(url);
    QVERIFY2(failure.message.contains(QStringLiteral("Nothing answers on this port of 127.0.0.1")),
             qPrintable(failure.message));
}

void TestAuthApiFailures::explainsATlsFailure()
{
    m_server->hangUp();
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, this, [&plain] {
        QTcpSocket *client = plain.nextPendingConnection();
        client->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        client->disconnectFromHost();
    });
    const AuthFailure failure =
        failureOf(QUrl(QStringLiteral("https://127.0.0.1:%1/auth").arg(plain.serverPort())));
    QVERIFY2(failure.message.contains(QStringLiteral("No secure connection to 127.0.0.1")),
             qPrintable(failure.message));
}

void TestAuthApiFailures::explainsAnEndWithoutAnAnswer()
{
    m_server->hangUp();
    const AuthFailure failure = failureOf(m_server->url());
    QVERIFY2(failure.message.contains(QStringLiteral("broke off the connection")),
             qPrintable(failure.message));
}

void TestAuthApiFailures::explainsSilence()
{
    QSignalSpy failed(m_api.get(), &AuthApi::failed);
    m_api->ask({m_server->url(), QStringLiteral("ann"), QStringLiteral("planted")});
    QTRY_COMPARE(m_server->requests().size(), 1);
    m_clock.advance(AuthApi::timeLimit - std::chrono::milliseconds(1));
    QCOMPARE(failed.count(), 0);
    m_clock.advance(std::chrono::milliseconds(1));
    QCOMPARE(failed.count(), 1);
    const auto failure = failed.at(0).at(0).value<AuthFailure>();
    QVERIFY2(failure.message.contains(QStringLiteral("did not answer in time")), qPrintable(failure.message));
}

void TestAuthApiFailures::takesNoLongAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");

    const QByteArray head("HTTP/1.1 200 OK\r\nConnection: close\r\n");
    const QByteArray body = R"({"token":")" + QByteArray(AuthApi::largestAnswer, 'x') + R"("})";
    QTest::newRow("with its length") << AuthServer::http("200 OK", body);
    QTest::newRow("without its length") << QByteArray(head + "\r\n" + body);
    QTest::newRow("of 1 MB") << AuthServer::http("200 OK", QByteArray(qsizetype{1024} * 1024, ' '));
    QTest::newRow("that refuses") << AuthServer::http("401 Unauthorized", body);
}

void TestAuthApiFailures::takesNoLongAnswers()
{
    QFETCH(QByteArray, answer);
    m_server->answer(answer);
    const AuthFailure failure = failureOf(m_server->url());
    QVERIFY2(failure.message.contains(QStringLiteral("much longer than a token")),
             qPrintable(failure.message));
}

void TestAuthApiFailures::sendsNoPasswordInTheClear()
{
    // From the block that is for documentation: nothing is there.
    const AuthFailure failure = failureOf(QUrl(QStringLiteral("http://192.0.2.1/auth")));
    QVERIFY2(failure.message.contains(QStringLiteral("not encrypted")), qPrintable(failure.message));
}

QTEST_GUILESS_MAIN(TestAuthApiFailures)
#include "tst_authapi_failures.moc"
