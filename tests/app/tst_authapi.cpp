// SPDX-License-Identifier: MIT
#include "signin/AuthApi.h"
#include "support/AuthServer.h"
#include "support/ConnectProxy.h"
#include "support/FakeClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;
using namespace Greenroom::Test;

/// An Auth API is asked, over a real socket.
class TestAuthApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void takesTheToken_data();
    void takesTheToken();
    void tellsTheServersTime();
    void sendsWhatWasTyped_data();
    void sendsWhatWasTyped();
    void bringsNothingElseAlong();
    void followsWithinTheOrigin();
    void givesUpGoingRound();
    void asksNoProxyOnTheWayToThisMachine();
    void canBeCancelled();
    void abandonsTheFormerAttempt();
    void tellsAProxyWhoOneIs();

private:
    AuthRequest request() const;

    FakeClock m_clock;
    std::unique_ptr<AuthServer> m_server;
    std::unique_ptr<AuthApi> m_api;
};

void TestAuthApi::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_server = std::make_unique<AuthServer>();
    m_api = std::make_unique<AuthApi>(m_clock);
}

AuthRequest TestAuthApi::request() const
{
    return {m_server->url(), QStringLiteral("ann"), QStringLiteral("planted")};
}

void TestAuthApi::takesTheToken_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("the page's form") << QByteArray(R"({"statusCode":200,"body":"{\"token\":\"a.b.c\"}"})");
    QTest::newRow("an object as body") << QByteArray(R"({"statusCode":200,"body":{"token":"a.b.c"}})");
    QTest::newRow("a token alone") << QByteArray(R"({"token":"a.b.c"})");
}

void TestAuthApi::takesTheToken()
{
    QFETCH(QByteArray, json);
    m_server->answerJson(json);
    QSignalSpy granted(m_api.get(), &AuthApi::granted);
    m_api->ask(request());
    QVERIFY(m_api->isUnderWay());
    QTRY_COMPARE(granted.count(), 1);
    QCOMPARE(granted.at(0).at(0).value<AuthGrant>().token, QByteArray("a.b.c"));
    QVERIFY(!m_api->isUnderWay());
    QCOMPARE(m_clock.pendingAlarms(), std::size_t(0));
}

void TestAuthApi::tellsTheServersTime()
{
    m_server->answerJson(R"({"token":"t"})", "Date: Sat, 31 Jan 2026 13:14:15 GMT\r\n");
    QSignalSpy granted(m_api.get(), &AuthApi::granted);
    m_api->ask(request());
    QTRY_COMPARE(granted.count(), 1);
    QCOMPARE(granted.at(0).at(0).value<AuthGrant>().serverTime,
             std::optional(WallTime(std::chrono::seconds(1769865255))));
}

void TestAuthApi::sendsWhatWasTyped_data()
{
    QTest::addColumn<QString>("userId");
    QTest::addColumn<QString>("password");

    QTest::newRow("plain") << QStringLiteral("ann") << QStringLiteral("secret");
    QTest::newRow("other alphabets") << QStringLiteral("Łukasz") << QStringLiteral("пароль密码");
    QTest::newRow("beyond the first plane") << QStringLiteral("ann") << QStringLiteral("🔑🗝");
    QTest::newRow("quotes and backslashes") << QStringLiteral("a\"n") << QStringLiteral("\\\"}{");
    QTest::newRow("control characters") << QStringLiteral("ann") << QStringLiteral("a\tb\nc\x7f\x01");
    QTest::newRow("blanks at its ends") << QStringLiteral("ann") << QStringLiteral("  a  ");
    QTest::newRow("100,000 letters") << QStringLiteral("ann") << QString(100'000, u'ä');
}

void TestAuthApi::sendsWhatWasTyped()
{
    QFETCH(QString, userId);
    QFETCH(QString, password);
    m_server->answerJson(R"({"token":"t"})");
    QSignalSpy granted(m_api.get(), &AuthApi::granted);
    m_api->ask({m_server->url(), userId, password});
    QTRY_COMPARE(granted.count(), 1);
    const QJsonObject expected{{QStringLiteral("user_id"), userId}, {QStringLiteral("password"), password}};
    QCOMPARE(m_server->requests().at(0).json(), expected);
}

void TestAuthApi::bringsNothingElseAlong()
{
    m_server->answerJson(R"({"token":"t"})", "Set-Cookie: id=1\r\n");
    QSignalSpy granted(m_api.get(), &AuthApi::granted);
    for (int attempt = 1; attempt <= 2; ++attempt) {
        m_api->ask(request());
        QTRY_COMPARE(granted.count(), attempt);
    }
    const QByteArray head = m_server->requests().at(1).head;
    QVERIFY2(head.startsWith("POST /dev/auth HTTP/1.1\r\n"), head.constData());
    QVERIFY2(head.contains("Content-Type: application/json\r\n"), head.constData());
    QVERIFY2(!head.toLower().contains("cookie"), head.constData());
}

void TestAuthApi::followsWithinTheOrigin()
{
    m_server->answerInTurn({AuthServer::http("307 Temporary Redirect", {}, "Location: /one\r\n"),
                            AuthServer::http("308 Permanent Redirect", {}, "Location: two?x=y\r\n"),
                            AuthServer::http("200 OK", R"({"token":"t"})")});
    QSignalSpy granted(m_api.get(), &AuthApi::granted);
    m_api->ask(request());
    QTRY_COMPARE(granted.count(), 1);
    QCOMPARE(m_server->requests().size(), 3);
    QVERIFY(m_server->requests().at(1).head.startsWith("POST /one "));
    QVERIFY(m_server->requests().at(2).head.startsWith("POST /two?x=y "));
    QCOMPARE(m_server->requests().at(2).body, m_server->requests().at(0).body);
}

void TestAuthApi::givesUpGoingRound()
{
    m_server->answer(AuthServer::http("307 Temporary Redirect", {}, "Location: /dev/auth\r\n"));
    QSignalSpy failed(m_api.get(), &AuthApi::failed);
    m_api->ask(request());
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(m_server->requests().size(), 4);
}

void TestAuthApi::asksNoProxyOnTheWayToThisMachine()
{
    const AuthServer proxy;
    m_server->answerJson(R"({"token":"t"})");
    QSignalSpy granted(m_api.get(), &AuthApi::granted);
    AuthRequest asked = request();
    const QUrl way = proxy.url();
    asked.proxy = {ProxyChoice::Kind::Manual, way.host(), static_cast<quint16>(way.port())};
    m_api->ask(asked);
    QTRY_COMPARE(granted.count() + proxy.requests().size(), 1);
    QVERIFY(proxy.requests().isEmpty());
    QCOMPARE(m_server->requests().size(), 1);
}

void TestAuthApi::canBeCancelled()
{
    QSignalSpy granted(m_api.get(), &AuthApi::granted);
    QSignalSpy failed(m_api.get(), &AuthApi::failed);
    m_api->ask(request());
    QTRY_COMPARE(m_server->requests().size(), 1);
    m_api->cancel();
    QVERIFY(!m_api->isUnderWay());
    QTRY_VERIFY(!m_server->hasClient());
    m_clock.advance(AuthApi::timeLimit);
    QCOMPARE(granted.count() + failed.count(), 0);
}

void TestAuthApi::abandonsTheFormerAttempt()
{
    AuthServer other;
    other.answerJson(R"({"token":"second"})");
    QSignalSpy granted(m_api.get(), &AuthApi::granted);
    QSignalSpy failed(m_api.get(), &AuthApi::failed);
    m_api->ask(request());
    QTRY_COMPARE(m_server->requests().size(), 1);
    m_api->ask({other.url(), QStringLiteral("ben"), QStringLiteral("planted")});
    QTRY_COMPARE(granted.count(), 1);
    QCOMPARE(granted.at(0).at(0).value<AuthGrant>().token, QByteArray("second"));
    QCOMPARE(failed.count(), 0);
}

void TestAuthApi::tellsAProxyWhoOneIs()
{
    ConnectProxy proxy;
    proxy.credentials = "ann:a word";
    m_server->answerJson(R"({"token":"t"})");
    QUrl url = m_server->url();
    url.setHost(QStringLiteral("stage.test"));
    AuthRequest asked{url, QStringLiteral("ann"), QStringLiteral("planted"), true, {}, proxy.choice()};
    QSignalSpy granted(m_api.get(), &AuthApi::granted);
    QSignalSpy failed(m_api.get(), &AuthApi::failed);
    m_api->ask(asked);
    QTRY_COMPARE(failed.count(), 1);
    const QString sentence = failed.at(0).at(0).value<AuthFailure>().message;
    QVERIFY2(sentence.contains(QStringLiteral("wants a user name")), qPrintable(sentence));
    asked.proxyLogin = {QStringLiteral("ann"), QStringLiteral("a word")};
    m_api->ask(asked);
    QTRY_COMPARE(granted.count(), 1);
    QVERIFY(!m_server->requests().at(0).head.toLower().contains("proxy-authorization"));
}

QTEST_GUILESS_MAIN(TestAuthApi)
#include "tst_authapi.moc"
