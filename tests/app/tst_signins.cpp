// SPDX-License-Identifier: MIT
#include "support/SignInBench.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using Bench = Test::SignInBench;
using Kind = Secrets::Kind;
using State = SignIn::State;
using TokenPlace = SignInChoice::TokenPlace;

/// Becoming somebody at a stage, and a guest again.
class TestSignIns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void isAGuestAtFirst();
    void signsIn();
    void sendsTheTokenAsAHeaderByChoice();
    void remembersThePasswordOnlyIfAsked();
    void staysAGuestWhereItFails();
    void explainsTokensOfAnotherShape_data();
    void explainsTokensOfAnotherShape();
    void keepsTheFormerTokenWhereANewOneFails();
    void keepsTheFormerTokenWhileANewOneIsFetched();
    void canBeCancelled();
    void takesAPastedToken();
    void explainsAPastedToken_data();
    void explainsAPastedToken();
    void signsOut();
    void isStillSignedInAtTheNextStart();
    void forgetsWithTheSecrets();
    void forgetsWithTheStage();
    void keepsItsChoiceWhenTheStageIsSaved();
    void knowsStagesApart();
};

void TestSignIns::isAGuestAtFirst()
{
    const Bench bench;
    QCOMPARE(bench.signIn().state(), State::Guest);
    QVERIFY(bench.sendsNothing());
    QCOMPARE(bench.signIn().claims(), QJsonObject());
    bool isKnown = false;
    QObject context;
    bench.signIn().whenKnown(&context, [&isKnown] { isKnown = true; });
    QVERIFY(isKnown);
}

void TestSignIns::signsIn()
{
    Bench bench;
    const QByteArray token = bench.token(1h);
    bench.server.grant(token);
    bench.signIn().signIn(bench.form());
    QCOMPARE(bench.signIn().state(), State::SigningIn);
    QTRY_COMPARE(bench.signIn().state(), State::SignedIn);
    QCOMPARE(bench.signIn().person(), QStringLiteral("ann"));
    QCOMPARE(bench.signIn().remaining(), std::optional<std::chrono::seconds>(1h));
    QCOMPARE(bench.signIn().claims().value(QStringLiteral("user_id")).toString(), QStringLiteral("ann"));
    QVERIFY(bench.sendsToken(token));
    QCOMPARE(bench.secrets.of(bench.stage, Kind::Token), QString::fromLatin1(token));
    QCOMPARE(bench.server.requests().at(0).json().value(QStringLiteral("password")).toString(),
             QStringLiteral("planted"));
}

void TestSignIns::sendsTheTokenAsAHeaderByChoice()
{
    Bench bench;
    bench.server.grant(bench.token(1h));
    SignInForm form = bench.form();
    form.choice.tokenPlace = TokenPlace::Header;
    QVERIFY(bench.run(form));
    QCOMPARE(bench.request().address, bench.stage);
    QCOMPARE(bench.request().headers, (QList<HeaderLine>{{"Authorization", "Bearer " + bench.token(1h)}}));
}

void TestSignIns::remembersThePasswordOnlyIfAsked()
{
    Bench bench;
    bench.server.grant(bench.token(1h));
    QVERIFY(bench.run(bench.form(Bench::Password::Remembered)));
    QVERIFY(bench.secrets.of(bench.stage, Kind::Password).contains(QStringLiteral("planted")));
    QVERIFY(bench.signIn().remembersPassword());
    QVERIFY(bench.run(bench.form()));
    QCOMPARE(bench.secrets.of(bench.stage, Kind::Password), QString());
    QVERIFY(!bench.signIn().remembersPassword());
}

void TestSignIns::staysAGuestWhereItFails()
{
    Bench bench;
    bench.server.refuse();
    QSignalSpy failed(&bench.signIn(), &SignIn::failed);
    QVERIFY(!bench.run(bench.form(Bench::Password::Remembered)));
    QCOMPARE(failed.count(), 1);
    QVERIFY(failed.at(0).at(0).toString().contains(QStringLiteral("Not you")));
    QCOMPARE(bench.signIn().state(), State::Guest);
    QVERIFY(bench.sendsNothing());
    QCOMPARE(bench.secrets.of(bench.stage, Kind::Password), QString());
}

void TestSignIns::explainsTokensOfAnotherShape_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("words");

    const auto row = [](const char *name, const QByteArray &token, const char *words) {
        QTest::newRow(name) << token << QString::fromUtf8(words);
    };
    row("no JSON Web Token", "planted-token", "three parts");
    row("a damaged one", "planted.token.here", "damaged");
    row("one that is too long", QByteArray(JsonWebToken::maximumLength + 1, 'x'), "longer than");
    row("one that has ended", Test::AuthServer::token({{QStringLiteral("exp"), 1}}), "has ended already");
}

void TestSignIns::explainsTokensOfAnotherShape()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, words);
    Bench bench;
    bench.server.grant(token);
    QSignalSpy failed(&bench.signIn(), &SignIn::failed);
    QVERIFY(!bench.run(bench.form()));
    const QString sentence = failed.at(0).at(0).toString();
    QVERIFY2(sentence.startsWith(QStringLiteral("The Auth API gave a token that")), qPrintable(sentence));
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
    QVERIFY(!sentence.contains(QStringLiteral("planted")));
    QCOMPARE(bench.signIn().state(), State::Guest);
}

void TestSignIns::keepsTheFormerTokenWhereANewOneFails()
{
    Bench bench;
    const QByteArray token = bench.token(1h);
    bench.server.grant(token);
    QVERIFY(bench.run(bench.form()));
    bench.server.refuse();
    QVERIFY(!bench.run(bench.form()));
    QCOMPARE(bench.signIn().state(), State::SignedIn);
    QVERIFY(bench.sendsToken(token));
}

void TestSignIns::keepsTheFormerTokenWhileANewOneIsFetched()
{
    Bench bench;
    const QByteArray token = bench.token(1h);
    QVERIFY(bench.signIn().useToken(QString::fromLatin1(token), TokenPlace::QueryItem).has_value());
    bench.signIn().signIn(bench.form());
    QTRY_COMPARE(bench.server.requests().size(), 1);
    QCOMPARE(bench.signIn().state(), State::SigningIn);
    QVERIFY(bench.signIn().hasValidToken());
    QVERIFY(bench.sendsToken(token));
}

void TestSignIns::canBeCancelled()
{
    Bench bench;
    QSignalSpy failed(&bench.signIn(), &SignIn::failed);
    bench.signIn().signIn(bench.form());
    QTRY_COMPARE(bench.server.requests().size(), 1);
    bench.signIn().cancel();
    QCOMPARE(bench.signIn().state(), State::Guest);
    QTRY_VERIFY(!bench.server.hasClient());
    QCOMPARE(failed.count(), 0);
}

void TestSignIns::takesAPastedToken()
{
    const Bench bench;
    const QByteArray token = bench.token(1h);
    QSignalSpy succeeded(&bench.signIn(), &SignIn::succeeded);
    QVERIFY(bench.signIn()
                .useToken(QStringLiteral("Bearer ") + QString::fromLatin1(token), TokenPlace::QueryItem)
                .has_value());
    QCOMPARE(succeeded.count(), 1);
    QCOMPARE(bench.signIn().state(), State::SignedIn);
    QVERIFY(bench.sendsToken(token));
}

void TestSignIns::explainsAPastedToken_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("words");

    const qint64 now = Bench().now();
    QTest::newRow("no token") << QByteArray("hello") << QStringLiteral("three parts");
    QTest::newRow("one that has ended")
        << Test::AuthServer::token(now - 3600, now) << QStringLiteral("has ended already");
    QTest::newRow("one for later") << Test::AuthServer::token({{QStringLiteral("nbf"), now + 3600}})
                                   << QStringLiteral("for a later time");
}

void TestSignIns::explainsAPastedToken()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, words);
    const Bench bench;
    const Result<void> taken = bench.signIn().useToken(QString::fromLatin1(token), TokenPlace::QueryItem);
    QVERIFY(!taken);
    QVERIFY2(taken.error().message.contains(words), qPrintable(taken.error().message));
    QCOMPARE(bench.signIn().state(), State::Guest);
}

void TestSignIns::signsOut()
{
    Bench bench;
    bench.server.grant(bench.token(1h));
    QVERIFY(bench.run(bench.form(Bench::Password::Remembered)));
    QSignalSpy signedOut(&bench.signIn(), &SignIn::signedOut);
    bench.signIn().signOut();
    QCOMPARE(signedOut.count(), 1);
    QCOMPARE(bench.signIn().state(), State::Guest);
    QVERIFY(bench.sendsNothing());
    QCOMPARE(bench.secrets.of(bench.stage, Kind::Token), QString());
    QCOMPARE(bench.secrets.of(bench.stage, Kind::Password), QString());
    QCOMPARE(bench.signIn().claims(), QJsonObject());
    QCOMPARE(bench.signIn().choice().authUrl, bench.server.url());
    bench.clock.advance(2h);
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestSignIns::isStillSignedInAtTheNextStart()
{
    Bench bench;
    const QByteArray token = bench.token(1h);
    bench.server.grant(token);
    QVERIFY(bench.run(bench.form()));
    bench.restart();
    QCOMPARE(bench.signIn().state(), State::SignedIn);
    QCOMPARE(bench.signIn().remaining(), std::optional<std::chrono::seconds>(1h));
    QVERIFY(bench.sendsToken(token));
}

void TestSignIns::forgetsWithTheSecrets()
{
    Bench bench;
    bench.server.grant(bench.token(1h));
    QVERIFY(bench.run(bench.form()));
    bench.secrets.forgetAll();
    QCOMPARE(bench.signIn().state(), State::Guest);
    QVERIFY(bench.sendsNothing());
}

void TestSignIns::forgetsWithTheStage()
{
    Bench bench;
    bench.savedStages.save(bench.stage);
    bench.server.grant(bench.token(1h));
    QVERIFY(bench.run(bench.form(Bench::Password::Remembered)));
    bench.savedStages.forget(bench.stage);
    QCOMPARE(bench.signIn().state(), State::Guest);
    QCOMPARE(bench.signIn().choice(), SignInChoice());
    QCOMPARE(bench.secrets.of(bench.stage, Kind::Token), QString());
    QCOMPARE(bench.secrets.of(bench.stage, Kind::Password), QString());
}

void TestSignIns::keepsItsChoiceWhenTheStageIsSaved()
{
    Bench bench;
    bench.server.grant(bench.token(1h));
    QVERIFY(bench.run(bench.form()));
    QCOMPARE(bench.signIn().choice().userId, QStringLiteral("ann"));
    bench.savedStages.save(bench.stage);
    QCOMPARE(bench.savedStages.options(bench.stage).signIn.userId, QStringLiteral("ann"));
    QCOMPARE(bench.savedStages.options(bench.stage).signIn.authUrl, bench.server.url());
}

void TestSignIns::knowsStagesApart()
{
    Bench bench;
    bench.server.grant(bench.token(1h));
    QVERIFY(bench.run(bench.form()));
    const QUrl other(QStringLiteral("wss://example.com/prod"));
    QCOMPARE(bench.signIns->of(other).state(), State::Guest);
    QCOMPARE(bench.requests.requestFor(other).address, other);
    const QUrl same(QStringLiteral("wss://example.com/dev?token=abc"));
    QCOMPARE(&bench.signIns->of(same), &bench.signIn());
}

QTEST_GUILESS_MAIN(TestSignIns)
#include "tst_signins.moc"
