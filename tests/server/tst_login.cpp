// SPDX-License-Identifier: MIT
#include "common/JsonWebToken.h"
#include "support/LoginBench.h"

#include <QRegularExpression>

using namespace Greenroom;
using namespace std::chrono_literals;
using Bench = Test::LoginBench;

/// Users who sign in, and those who try to.
class TestLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void thePasswordGetsAToken();
    void theTokenLetsIn();
    void guestsAreLetInWhereTheyAreAllowed();
    void whoeverGuessesHasToWait();
    void whoWaitsKeepsNobodyElseWaiting();
    void changedUsersCountAtOnce();
    void whereThereAreNoUsersTheLogTells();
    void oneConnectionTakesManyLogins();
    void whoLeavesIsForgotten();
    void callsAreLogged();

private:
    std::unique_ptr<Bench> m_bench;
    QList<AccessEntry> m_log;
};

void TestLogin::init()
{
    m_bench = std::make_unique<Bench>();
    QVERIFY(m_bench->start());
    m_log.clear();
    connect(m_bench->gateway.get(), &Gateway::accessLogged, this,
            [this](const AccessEntry &entry) { m_log.append(entry); });
}

void TestLogin::thePasswordGetsAToken()
{
    const auto answer = m_bench->logIn("ana", "right");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json.value(QStringLiteral("statusCode")).toInt(), 200);
    QVERIFY(answer.head.contains("Cache-Control: no-store"));
    const auto token = JsonWebToken::parse(answer.body.value(QStringLiteral("token")).toString().toLatin1());
    QVERIFY(token.has_value());
    QVERIFY(token->isSignedWith(Bench::secret));
    const auto now = std::chrono::floor<std::chrono::seconds>(m_bench->clock.wallTime()).time_since_epoch();
    QCOMPARE(token->claims().value(QStringLiteral("user_id")).toString(), QStringLiteral("ana"));
    QCOMPARE(token->claims().value(QStringLiteral("iat")).toInteger(), qint64(now.count()));
    QCOMPARE(*token->expiresAt(), now + 60s);
    QCOMPARE(m_bench->logIn("zo\xc3\xab", "s\\u00e9same").status, 200);
    QCOMPARE(m_bench->logIn("zo\xc3\xab", "se\\u0301same").status, 200);
}

void TestLogin::theTokenLetsIn()
{
    const QByteArray token =
        m_bench->logIn("ana", "right").body.value(QStringLiteral("token")).toString().toLatin1();
    QCOMPARE(m_bench->statusOf("/dev?Authorization=Bearer%20" + token), 101);
    QCOMPARE(m_bench->statusOf("/dev"), 401);
    m_bench->clock.advance(60s);
    QCOMPARE(m_bench->statusOf("/dev?Authorization=Bearer%20" + token), 401);
}

void TestLogin::guestsAreLetInWhereTheyAreAllowed()
{
    QCOMPARE(m_bench->statusOf("/open"), 101);
    QCOMPARE(m_bench->statusOf("/open?Authorization="), 101);
    // A token that is none makes nobody a guest.
    QCOMPARE(m_bench->statusOf("/open?Authorization=Bearer%20a.b.c"), 401);
}

void TestLogin::whoeverGuessesHasToWait()
{
    for (int count = 0; count < 5; ++count)
        QCOMPARE(m_bench->logIn("ana", "wrong").status, 401);
    const auto answer = m_bench->logIn("ana", "right");
    QCOMPARE(answer.status, 429);
    QVERIFY(answer.head.contains("\r\nRetry-After: 1"));
    QVERIFY(answer.body.value(QStringLiteral("message")).toString().contains(QStringLiteral("1 second")));
    m_bench->clock.advance(1s);
    QCOMPARE(m_bench->logIn("ana", "wrong").status, 401);
    m_bench->clock.advance(1s);
    QCOMPARE(m_bench->logIn("ana", "right").status, 429);
    m_bench->clock.advance(1s);
    QCOMPARE(m_bench->logIn("ana", "right").status, 200);
    QCOMPARE(m_bench->logIn("ana", "wrong").status, 401);
    QCOMPARE(m_bench->logIn("ana", "right").status, 200);
}

void TestLogin::whoWaitsKeepsNobodyElseWaiting()
{
    for (int count = 0; count < 6; ++count)
        m_bench->logIn("ana", "wrong");
    QCOMPARE(m_bench->logIn("ana", "right").status, 429);
    QCOMPARE(m_bench->logIn("zo\xc3\xab", "s\xc3\xa9same").status, 200);
}

void TestLogin::changedUsersCountAtOnce()
{
    QVERIFY(UserFile().write(m_bench->usersFile()).has_value());
    QCOMPARE(m_bench->logIn("ana", "right").status, 401);
}

void TestLogin::whereThereAreNoUsersTheLogTells()
{
    m_bench->write(QStringLiteral("users.json"), "damaged");
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("Nobody can sign in: .*users.json")));
    QCOMPARE(m_bench->logIn("ana", "right").status, 500);
}

void TestLogin::oneConnectionTakesManyLogins()
{
    Test::RawClient client(m_bench->address());
    const QByteArray one = Bench::request(Bench::credentials("ana", "right"));
    client.send(one + one + one);
    QTRY_COMPARE(client.received().count("HTTP/1.1 200 OK\r\n"), 3);
}

void TestLogin::whoLeavesIsForgotten()
{
    {
        Test::RawClient client(m_bench->address());
        client.send(Bench::request(Bench::credentials("ana", "right")));
        client.abort();
    }
    QTRY_VERIFY(m_bench->logIn("ana", "right").status == 200);
}

void TestLogin::callsAreLogged()
{
    m_bench->logIn("ana", "wrong");
    QCOMPARE(m_log.size(), 1);
    QCOMPARE(m_log.constFirst().kind, AccessEntry::Kind::Login);
    QCOMPARE(m_log.constFirst().stage, QStringLiteral("dev"));
    QCOMPARE(m_log.constFirst().routeKey, QStringLiteral("POST"));
    QCOMPARE(m_log.constFirst().status, 401);
}

QTEST_GUILESS_MAIN(TestLogin)
#include "tst_login.moc"
