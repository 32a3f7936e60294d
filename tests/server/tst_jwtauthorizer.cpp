// SPDX-License-Identifier: MIT
#include "authorizers/JwtAuthorizer.h"

#include "authorizers/AuthorizerPolicy.h"
#include "authorizers/MethodArn.h"
#include "common/JsonWebToken.h"
#include "support/FakeClock.h"

#include <QJsonArray>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Greenroom;
using namespace Greenroom::Test;
using namespace std::chrono_literals;

namespace {

constexpr auto secret = "a secret of thirty-two bytes, ok";

QString arn()
{
    return MethodArn::ofConnect(QStringLiteral("dev"));
}

} // namespace

/// Who gets in with which token.
class TestJwtAuthorizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodTokenLetsIn_data();
    void aGoodTokenLetsIn();
    void plainClaimsAreTheContext();
    void whoIsDeniedGetsAPolicyThatDenies();
    void guestsAreLetInWhereTheyAreAllowed();
    void allOthersAreUnauthorized_data();
    void allOthersAreUnauthorized();
    void aTokenEndsInTime();

private:
    QJsonObject claims(qint64 secondsLeft = 60) const;
    using Guests = JwtAuthorizer::Settings::Guests;
    AuthorizerResult ask(const QString &query, const QString &header = {}, Guests guests = Guests::Refused);
    AuthorizerResult ask(const QJsonObject &claims, const char *with = secret)
    {
        return ask(QStringLiteral("Authorization=") + QString::fromUtf8(JsonWebToken::sign(claims, with)));
    }

    FakeClock m_clock;
};

QJsonObject TestJwtAuthorizer::claims(qint64 secondsLeft) const
{
    const auto now = std::chrono::floor<std::chrono::seconds>(m_clock.wallTime()).time_since_epoch().count();
    return {{QStringLiteral("user_id"), QStringLiteral("ana")},
            {QStringLiteral("exp"), static_cast<qint64>(now) + secondsLeft}};
}

AuthorizerResult TestJwtAuthorizer::ask(const QString &query, const QString &header, Guests guests)
{
    JwtAuthorizer authorizer(
        {*IdentitySource::parse(QStringLiteral("route.request.querystring.Authorization")),
         *IdentitySource::parse(QStringLiteral("route.request.header.Authorization"))},
        {secret, {QStringLiteral("mallory")}, guests}, m_clock);
    AuthorizerEvent event;
    event.methodArn = arn();
    event.request.query = query;
    if (!header.isEmpty())
        event.request.headers.append({"Authorization", header.toUtf8()});
    AuthorizerResult answer;
    authorizer.authorize(event, [&answer](const AuthorizerResult &result) { answer = result; });
    return answer;
}

void TestJwtAuthorizer::aGoodTokenLetsIn_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("header");
    const QString token = QString::fromUtf8(JsonWebToken::sign(claims(), secret));
    const QString item = QStringLiteral("Authorization=");
    QTest::newRow("bare in the query") << item + token << QString();
    QTest::newRow("Bearer in the query") << item + QStringLiteral("Bearer%20") + token << QString();
    QTest::newRow("bare in the header") << QString() << token;
    QTest::newRow("Bearer in the header") << QString() << QStringLiteral("Bearer ") + token;
    QTest::newRow("bearer in small letters") << QString() << QStringLiteral("bearer  ") + token;
}

void TestJwtAuthorizer::aGoodTokenLetsIn()
{
    QFETCH(const QString, query);
    QFETCH(const QString, header);
    const auto answer = ask(query, header);
    QVERIFY(answer.has_value());
    const auto policy = AuthorizerPolicy::parse(*answer);
    QVERIFY2(policy.has_value(), answer->constData());
    QVERIFY(policy->allows(arn()));
    QVERIFY(!policy->allows(MethodArn::ofConnect(QStringLiteral("prod"))));
    QCOMPARE(policy->context().value(QStringLiteral("principalId")), QStringLiteral("ana"));
}

void TestJwtAuthorizer::plainClaimsAreTheContext()
{
    QJsonObject more = claims();
    more.insert(QStringLiteral("principalId"), QStringLiteral("eve"));
    more.insert(QStringLiteral("admin"), true);
    more.insert(QStringLiteral("roles"), QJsonArray{QStringLiteral("a")});
    const auto answer = ask(more);
    QVERIFY(answer.has_value());
    const auto policy = AuthorizerPolicy::parse(*answer);
    QVERIFY2(policy.has_value(), answer->constData());
    QCOMPARE(policy->context().value(QStringLiteral("user_id")), QStringLiteral("ana"));
    QCOMPARE(policy->context().value(QStringLiteral("admin")), QStringLiteral("true"));
    QVERIFY(!policy->context().contains(QStringLiteral("roles")));
    // Nobody becomes another by a claim of that name.
    QCOMPARE(policy->context().value(QStringLiteral("principalId")), QStringLiteral("ana"));
}

void TestJwtAuthorizer::whoIsDeniedGetsAPolicyThatDenies()
{
    QJsonObject denied = claims();
    denied.insert(QStringLiteral("user_id"), QStringLiteral("mallory"));
    const auto answer = ask(denied);
    QVERIFY(answer.has_value());
    const auto policy = AuthorizerPolicy::parse(*answer);
    QVERIFY2(policy.has_value(), answer->constData());
    QVERIFY(!policy->allows(arn()));
}

void TestJwtAuthorizer::guestsAreLetInWhereTheyAreAllowed()
{
    QVERIFY(!ask(QString()).has_value());
    for (const char *nothing : {"", "Authorization="}) {
        const auto answer = ask(QString::fromLatin1(nothing), {}, Guests::Allowed);
        QVERIFY(answer.has_value());
        const auto policy = AuthorizerPolicy::parse(*answer);
        QVERIFY2(policy.has_value(), answer->constData());
        QVERIFY(policy->allows(arn()));
        QCOMPARE(policy->context().value(QStringLiteral("principalId")), JwtAuthorizer::guestName());
        QCOMPARE(policy->context().value(QStringLiteral("guest")), QStringLiteral("true"));
    }
    // A bad token makes nobody a guest.
    QVERIFY(!ask(QStringLiteral("Authorization=a.b.c"), {}, Guests::Allowed).has_value());
    QVERIFY(!ask(QStringLiteral("Authorization=mallory"), {}, Guests::Allowed).has_value());
}

void TestJwtAuthorizer::allOthersAreUnauthorized_data()
{
    QTest::addColumn<QString>("token");
    const auto row = [](const char *name, const QByteArray &token) {
        QTest::newRow(name) << QString::fromUtf8(token);
    };
    const auto with = [this](const char *claim, const QJsonValue &value) {
        QJsonObject changed = claims();
        changed.insert(QLatin1String(claim), value);
        return JsonWebToken::sign(changed, secret);
    };
    const QByteArray good = JsonWebToken::sign(claims(), secret);
    // Rightly signed, whatever the header says.
    const auto headed = [&good](const QByteArray &header) {
        constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
        const QByteArray signedPart = header.toBase64(encoding) + '.' + good.split('.').at(1);
        return signedPart + '.'
               + QMessageAuthenticationCode::hash(signedPart, secret, QCryptographicHash::Sha256)
                     .toBase64(encoding);
    };
    const double now = claims(0).value(QStringLiteral("exp")).toDouble();
    row("none", {});
    row("words", "let me in");
    row("another secret", JsonWebToken::sign(claims(), "another"));
    row("no secret", JsonWebToken::sign(claims(), {}));
    row("alg none", headed(R"({"alg":"none"})"));
    row("alg none without a signature", headed(R"({"alg":"none"})").chopped(43));
    row("alg HS512", headed(R"({"alg":"HS512"})"));
    row("alg RS256, with the secret as its key", headed(R"({"alg":"RS256"})"));
    row("alg in small letters", headed(R"({"alg":"hs256"})"));
    row("alg None", headed(R"({"alg":"None"})"));
    row("alg that is a list", headed(R"({"alg":["HS256"]})"));
    row("no alg", headed("{}"));
    row("a header that is no object", headed("[]"));
    row("claims of another under a good signature",
        good.split('.').at(0) + '.' + with("user_id", QStringLiteral("admin")).split('.').at(1) + '.'
            + good.split('.').at(2));
    row("a signature cut short", good.chopped(1));
    row("no signature", good.first(good.lastIndexOf('.') + 1));
    row("padding", good + '=');
    row("a fourth part", good + ".x");
    row("a blank in it", good + ' ' + good);
    row("a megabyte", good + QByteArray(1'000'000, 'A'));
    row("something critical", headed(R"({"alg":"HS256","crit":["b64"],"b64":false})"));
    row("expired this second", JsonWebToken::sign(claims(0), secret));
    row("not valid yet", with("nbf", now + 1));
    row("an end that is a text", with("exp", QStringLiteral("9999999999")));
    row("no user", with("user_id", QJsonValue::Null));
    row("an empty user", with("user_id", QString()));
    row("a user that is a number", with("user_id", 1));
}

void TestJwtAuthorizer::allOthersAreUnauthorized()
{
    QFETCH(const QString, token);
    for (const auto &answer : {ask(QStringLiteral("Authorization=") + token), ask({}, token),
                               ask({}, QStringLiteral("Bearer ") + token)}) {
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().reason, QStringLiteral("Unauthorized"));
    }
}

void TestJwtAuthorizer::aTokenEndsInTime()
{
    const QJsonObject claim = claims(60);
    m_clock.advance(59s);
    QVERIFY(ask(claim).has_value());
    m_clock.advance(1s);
    QVERIFY(!ask(claim).has_value());
}

QTEST_APPLESS_MAIN(TestJwtAuthorizer)
#include "tst_jwtauthorizer.moc"
