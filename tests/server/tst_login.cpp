// SPDX-License-Identifier: MIT
#include "common/JsonWebToken.h"
#include "config/StageFile.h"
#include "gateway/Gateway.h"
#include "login/PasswordHash.h"
#include "login/UserFile.h"
#include "support/FakeClock.h"
#include "support/RawClient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;
using namespace Greenroom::Test;
using namespace std::chrono_literals;

namespace {

constexpr auto secret = "a secret of thirty-two bytes, ok";
constexpr auto stages = R"({"stages":[
    {"name":"dev","backend":"history","authorizer":{
        "identitySource":"route.request.querystring.Authorization",
        "jwt":{"secretFile":"secret","login":{"usersFile":"users.json","tokenLifetimeSeconds":60}}}},
    {"name":"open","backend":"history","authorizer":{
        "identitySource":"route.request.querystring.Authorization",
        "jwt":{"secretFile":"secret","guests":true}}}]})";

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray credentials(const QByteArray &user, const QByteArray &password)
{
    return R"({"user_id":")" + user + R"(","password":")" + password + R"("})";
}

} // namespace

/// A gateway whose stage `dev` has a login; `open` lets in guests.
class TestLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void thePasswordGetsAToken();
    void theTokenLetsIn();
    void guestsAreLetInWhereTheyAreAllowed();
    void nobodyIsToldWhatIsWrong_data();
    void nobodyIsToldWhatIsWrong();
    void badRequestsAreToldSo_data();
    void badRequestsAreToldSo();
    void tooMuchIsNotRead();
    void otherMethodsAreNotAllowed();
    void aPageOfThisMachineMayAsk();
    void aPageFromElsewhereMayNot();
    void whoeverGuessesHasToWait();
    void whoWaitsKeepsNobodyElseWaiting();
    void changedUsersCountAtOnce();
    void whereThereAreNoUsersTheLogTells();
    void oneConnectionTakesManyLogins();
    void whoLeavesIsForgotten();
    void aStageWithoutALoginHasNone();
    void callsAreLogged();

private:
    struct Answer
    {
        int status = 0;
        QByteArray head;
        QJsonObject json;
        QJsonObject body;
    };

    QByteArray request(const QByteArray &body, const QByteArray &further = {}) const;
    Answer answerTo(const QByteArray &bytes);
    Answer logIn(const QByteArray &user, const QByteArray &password)
    {
        return answerTo(request(credentials(user, password)));
    }
    QByteArray refusalOf(const QByteArray &target);

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Gateway> m_gateway;
    QList<AccessEntry> m_log;
};

void TestLogin::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    write(m_directory->filePath(QStringLiteral("secret")), secret);
    UserFile users;
    users.set(QStringLiteral("ana"), *PasswordHash::make("right", PasswordHash::Cost::Least));
    users.set(QString::fromUtf8("zoë"), *PasswordHash::make("sésame", PasswordHash::Cost::Least));
    QVERIFY(users.write(m_directory->filePath(QStringLiteral("users.json"))).has_value());
    const auto read = StageFile::parse(stages, QDir(m_directory->path()));
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().join(u'\n')));
    GatewayOptions options;
    options.port = 0;
    options.stages = *read;
    m_gateway = std::make_unique<Gateway>(options, m_clock);
    m_log.clear();
    connect(m_gateway.get(), &Gateway::accessLogged, this,
            [this](const AccessEntry &entry) { m_log.append(entry); });
    QVERIFY(m_gateway->start().has_value());
}

void TestLogin::cleanup()
{
    m_gateway.reset();
    m_directory.reset();
}

QByteArray TestLogin::request(const QByteArray &body, const QByteArray &further) const
{
    return "POST /dev/auth HTTP/1.1\r\nHost: localhost\r\n" + further
           + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

TestLogin::Answer TestLogin::answerTo(const QByteArray &bytes)
{
    RawClient client(m_gateway->stageAddress(QStringLiteral("dev")));
    client.send(bytes);
    const auto isWhole = [&] {
        const QByteArray received = client.received();
        const qsizetype head = received.indexOf("\r\n\r\n");
        return head > 0 && (received.size() > head + 4 || received.startsWith("HTTP/1.1 204"));
    };
    if (!QTest::qWaitFor(isWhole))
        return {};
    const QByteArray received = client.received();
    const qsizetype head = received.indexOf("\r\n\r\n");
    Answer answer{received.mid(9, 3).toInt(), received.first(head),
                  QJsonDocument::fromJson(received.sliced(head + 4)).object()};
    answer.body =
        QJsonDocument::fromJson(answer.json.value(QStringLiteral("body")).toString().toUtf8()).object();
    return answer;
}

/// The status line that a request for a WebSocket gets.
QByteArray TestLogin::refusalOf(const QByteArray &target)
{
    RawClient client(m_gateway->stageAddress(QStringLiteral("dev")));
    client.send(RawClient::upgradeRequest(target));
    if (!QTest::qWaitFor([&client] { return client.received().contains("\r\n"); }))
        return {};
    return client.received().mid(9, 3);
}

void TestLogin::thePasswordGetsAToken()
{
    const Answer answer = logIn("ana", "right");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json.value(QStringLiteral("statusCode")).toInt(), 200);
    QVERIFY(answer.head.contains("Cache-Control: no-store"));
    const auto token = JsonWebToken::parse(answer.body.value(QStringLiteral("token")).toString().toLatin1());
    QVERIFY(token.has_value());
    QVERIFY(token->isSignedWith(secret));
    const auto now = std::chrono::floor<std::chrono::seconds>(m_clock.wallTime()).time_since_epoch();
    QCOMPARE(token->claims().value(QStringLiteral("user_id")).toString(), QStringLiteral("ana"));
    QCOMPARE(token->claims().value(QStringLiteral("iat")).toInteger(), qint64(now.count()));
    QCOMPARE(*token->expiresAt(), now + 60s);
    QCOMPARE(logIn("zo\xc3\xab", "s\\u00e9same").status, 200);
    QCOMPARE(logIn("zo\xc3\xab", "se\\u0301same").status, 200);
}

void TestLogin::theTokenLetsIn()
{
    const QByteArray token = logIn("ana", "right").body.value(QStringLiteral("token")).toString().toLatin1();
    QCOMPARE(refusalOf("/dev?Authorization=Bearer%20" + token), QByteArray("101"));
    QCOMPARE(refusalOf("/dev"), QByteArray("401"));
    m_clock.advance(60s);
    QCOMPARE(refusalOf("/dev?Authorization=Bearer%20" + token), QByteArray("401"));
}

void TestLogin::guestsAreLetInWhereTheyAreAllowed()
{
    QCOMPARE(refusalOf("/open"), QByteArray("101"));
    QCOMPARE(refusalOf("/open?Authorization="), QByteArray("101"));
    // A token that is none makes nobody a guest.
    QCOMPARE(refusalOf("/open?Authorization=Bearer%20a.b.c"), QByteArray("401"));
}

void TestLogin::nobodyIsToldWhatIsWrong_data()
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

void TestLogin::nobodyIsToldWhatIsWrong()
{
    QFETCH(const QByteArray, user);
    QFETCH(const QByteArray, password);
    const Answer answer = logIn(user, password);
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.json.value(QStringLiteral("statusCode")).toInt(), 401);
    QCOMPARE(answer.body.value(QStringLiteral("message")).toString(),
             QStringLiteral("The user ID or the password is wrong."));
}

void TestLogin::badRequestsAreToldSo_data()
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
    QTest::newRow("an empty password") << credentials("ana", "") << password;
    QTest::newRow("a password that is a number")
        << QByteArray(R"({"user_id":"ana","password":1})") << password;
    QTest::newRow("half a character") << credentials("ana", "\\ud800") << password;
    QTest::newRow("a long password") << credentials("ana", QByteArray(2000, 'x')) << password;
    QTest::newRow("a long user") << credentials(QByteArray(129, 'x'), "right") << QStringLiteral("“user_id”");
    QTest::newRow("a line end in the user") << credentials("ana\\n", "right") << QStringLiteral("“user_id”");
    QTest::newRow("a zero in the user") << credentials("a\\u0000na", "right") << QStringLiteral("“user_id”");
}

void TestLogin::badRequestsAreToldSo()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, part);
    const Answer answer = answerTo(request(body));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json.value(QStringLiteral("statusCode")).toInt(), 400);
    const QString message = answer.body.value(QStringLiteral("message")).toString();
    QVERIFY2(message.contains(part), qPrintable(message));
}

void TestLogin::tooMuchIsNotRead()
{
    const Answer answer = answerTo(request(credentials("ana", QByteArray(1'000'000, 'x'))));
    QCOMPARE(answer.status, 413);
    QVERIFY(!answer.body.value(QStringLiteral("message")).toString().isEmpty());
    QCOMPARE(answerTo("POST /dev/auth HTTP/1.1\r\nHost: localhost\r\n"
                      "Transfer-Encoding: chunked\r\n\r\nzz\r\n")
                 .status,
             400);
}

void TestLogin::otherMethodsAreNotAllowed()
{
    for (const char *method : {"GET", "PUT", "DELETE"}) {
        const Answer answer = answerTo(QByteArray(method) + " /dev/auth HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(answer.status, 405);
        QVERIFY(answer.head.contains("\r\nAllow: POST, OPTIONS"));
    }
}

void TestLogin::aPageOfThisMachineMayAsk()
{
    const QByteArray origin = "Origin: http://localhost:8000\r\n";
    const Answer may = answerTo("OPTIONS /dev/auth HTTP/1.1\r\nHost: localhost\r\n" + origin
                                + "Access-Control-Request-Method: POST\r\n"
                                  "Access-Control-Request-Headers: content-type\r\n\r\n");
    QCOMPARE(may.status, 204);
    QVERIFY(may.head.contains("\r\nAccess-Control-Allow-Methods: POST"));
    QVERIFY(may.head.contains("\r\nAccess-Control-Allow-Headers: Content-Type"));
    for (const char *password : {"right", "wrong"}) {
        const Answer answer = answerTo(request(credentials("ana", password), origin));
        QVERIFY(answer.head.contains("\r\nAccess-Control-Allow-Origin: http://localhost:8000"));
        QVERIFY(answer.head.contains("\r\nVary: Origin"));
    }
}

void TestLogin::aPageFromElsewhereMayNot()
{
    const QByteArray origin = "Origin: https://example.com\r\n";
    const Answer answer = answerTo(request(credentials("ana", "right"), origin));
    QCOMPARE(answer.status, 403);
    QVERIFY(!answer.head.contains("Access-Control"));
}

void TestLogin::whoeverGuessesHasToWait()
{
    for (int count = 0; count < 5; ++count)
        QCOMPARE(logIn("ana", "wrong").status, 401);
    const Answer answer = logIn("ana", "right");
    QCOMPARE(answer.status, 429);
    QVERIFY(answer.head.contains("\r\nRetry-After: 1"));
    QVERIFY(answer.body.value(QStringLiteral("message")).toString().contains(QStringLiteral("1 second")));
    m_clock.advance(1s);
    QCOMPARE(logIn("ana", "wrong").status, 401);
    m_clock.advance(1s);
    QCOMPARE(logIn("ana", "right").status, 429);
    m_clock.advance(1s);
    QCOMPARE(logIn("ana", "right").status, 200);
    QCOMPARE(logIn("ana", "wrong").status, 401);
    QCOMPARE(logIn("ana", "right").status, 200);
}

void TestLogin::whoWaitsKeepsNobodyElseWaiting()
{
    for (int count = 0; count < 6; ++count)
        logIn("ana", "wrong");
    QCOMPARE(logIn("ana", "right").status, 429);
    QCOMPARE(logIn("zo\xc3\xab", "s\xc3\xa9same").status, 200);
}

void TestLogin::changedUsersCountAtOnce()
{
    QVERIFY(UserFile().write(m_directory->filePath(QStringLiteral("users.json"))).has_value());
    QCOMPARE(logIn("ana", "right").status, 401);
}

void TestLogin::whereThereAreNoUsersTheLogTells()
{
    write(m_directory->filePath(QStringLiteral("users.json")), "damaged");
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("Nobody can sign in: .*users.json")));
    QCOMPARE(logIn("ana", "right").status, 500);
}

void TestLogin::oneConnectionTakesManyLogins()
{
    RawClient client(m_gateway->stageAddress(QStringLiteral("dev")));
    const QByteArray one = request(credentials("ana", "right"));
    client.send(one + one + one);
    QTRY_COMPARE(client.received().count("HTTP/1.1 200 OK\r\n"), 3);
}

void TestLogin::whoLeavesIsForgotten()
{
    {
        RawClient client(m_gateway->stageAddress(QStringLiteral("dev")));
        client.send(request(credentials("ana", "right")));
        client.abort();
    }
    QTRY_VERIFY(logIn("ana", "right").status == 200);
}

void TestLogin::aStageWithoutALoginHasNone()
{
    for (const char *stage : {"open", "none"}) {
        const Answer answer = answerTo("POST /" + QByteArray(stage)
                                       + "/auth HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");
        QCOMPARE(answer.status, 403);
    }
}

void TestLogin::callsAreLogged()
{
    logIn("ana", "wrong");
    QCOMPARE(m_log.size(), 1);
    QCOMPARE(m_log.constFirst().kind, AccessEntry::Kind::Login);
    QCOMPARE(m_log.constFirst().stage, QStringLiteral("dev"));
    QCOMPARE(m_log.constFirst().routeKey, QStringLiteral("POST"));
    QCOMPARE(m_log.constFirst().status, 401);
}

QTEST_GUILESS_MAIN(TestLogin)
#include "tst_login.moc"
