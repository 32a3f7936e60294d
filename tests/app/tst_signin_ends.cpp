// SPDX-License-Identifier: MIT
#include "support/SignInBench.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using Bench = Test::SignInBench;
using Nearness = TokenWatch::Nearness;
using State = SignIn::State;
using TokenPlace = SignInChoice::TokenPlace;

/// The end of a sign-in: warnings, what is sent then, and renewal.
class TestSignInEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void warnsOfTheEnd();
    void doesNotSendATokenThatHasEnded();
    void sendsOneThatHasEndedIfTheUserWantsIt();
    void countsByTheServersTime_data();
    void countsByTheServersTime();
    void renewsByItselfWithARememberedPassword();
    void triesAgainWhereRenewingFails();
    void doesNotTryAgainWhereThePasswordIsRefused();
    void renewsBeforeConnecting();
    void goesOnAsAGuestWhereItCannotRenewBeforeConnecting();
    void waitsForNobodyWhoHasGone();
};

void TestSignInEnds::warnsOfTheEnd()
{
    Bench bench;
    bench.server.grant(bench.token(1h));
    QVERIFY(bench.run(bench.form()));
    QSignalSpy endsSoon(&bench.signIn(), &SignIn::endsSoon);
    bench.clock.advance(55min);
    QCOMPARE(endsSoon.count(), 1);
    QCOMPARE(bench.signIn().nearness(), Nearness::Near);
    bench.clock.advance(4min);
    QCOMPARE(endsSoon.count(), 2);
    bench.clock.advance(1min);
    QCOMPARE(endsSoon.count(), 3);
    QCOMPARE(endsSoon.at(2).at(0).value<Nearness>(), Nearness::Over);
    QCOMPARE(bench.signIn().state(), State::Expired);
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestSignInEnds::doesNotSendATokenThatHasEnded()
{
    Bench bench;
    QVERIFY(bench.signIn().useToken(QString::fromLatin1(bench.token(1h)), TokenPlace::QueryItem).has_value());
    QVERIFY(!bench.sendsNothing());
    bench.clock.advance(1h);
    QVERIFY(bench.sendsNothing());
}

void TestSignInEnds::sendsOneThatHasEndedIfTheUserWantsIt()
{
    Bench bench;
    const QByteArray token = bench.token(1h);
    QVERIFY(bench.signIn().useToken(QString::fromLatin1(token), TokenPlace::QueryItem).has_value());
    bench.clock.advance(1h);
    bench.signIn().sendThoughEnded();
    QVERIFY(bench.sendsToken(token));
    const QByteArray next = bench.token(1h);
    QVERIFY(bench.signIn().useToken(QString::fromLatin1(next), TokenPlace::QueryItem).has_value());
    bench.clock.advance(1h);
    QVERIFY(bench.sendsNothing());
}

void TestSignInEnds::countsByTheServersTime_data()
{
    QTest::addColumn<int>("ahead");
    QTest::addColumn<QByteArray>("date");

    QTest::newRow("this clock is behind") << 7200 << QByteArray("Date: Sat, 31 Jan 2026 14:00:00 GMT\r\n");
    QTest::newRow("this clock is ahead") << -7200 << QByteArray("Date: Sat, 31 Jan 2026 10:00:00 GMT\r\n");
    QTest::newRow("ahead, and the server tells no time") << -7200 << QByteArray();
    QTest::newRow("behind, and the server tells no time") << 7200 << QByteArray();
    QTest::newRow("the server tells nonsense") << 7200 << QByteArray("Date: yesterday\r\n");
}

void TestSignInEnds::countsByTheServersTime()
{
    QFETCH(int, ahead);
    QFETCH(QByteArray, date);
    Bench bench;
    const qint64 server = bench.now() + ahead;
    bench.server.grant(Test::AuthServer::token(server, server + 3600), date);
    QVERIFY(bench.run(bench.form()));
    QCOMPARE(bench.signIn().remaining(), std::optional<std::chrono::seconds>(1h));
    bench.clock.advance(59min);
    QVERIFY(bench.signIn().hasValidToken());
    bench.clock.advance(1min);
    QCOMPARE(bench.signIn().state(), State::Expired);
}

void TestSignInEnds::renewsByItselfWithARememberedPassword()
{
    Bench bench;
    bench.server.grant(bench.token(1h));
    QVERIFY(bench.run(bench.form(Bench::Password::Remembered)));
    QSignalSpy endsSoon(&bench.signIn(), &SignIn::endsSoon);
    QSignalSpy succeeded(&bench.signIn(), &SignIn::succeeded);
    bench.clock.advance(54min);
    const QByteArray next = bench.token(2h);
    bench.server.grant(next);
    bench.clock.advance(1min);
    QTRY_COMPARE(succeeded.count(), 1);
    QVERIFY(bench.sendsToken(next));
    QCOMPARE(bench.server.requests().at(1).json(), bench.server.requests().at(0).json());
    QCOMPARE(endsSoon.count(), 0);
    QVERIFY(bench.signIn().remembersPassword());
}

void TestSignInEnds::triesAgainWhereRenewingFails()
{
    Bench bench;
    bench.server.grant(bench.token(1h));
    QVERIFY(bench.run(bench.form(Bench::Password::Remembered)));
    bench.server.answer(Test::AuthServer::http("503 Service Unavailable", {}));
    QSignalSpy failed(&bench.signIn(), &SignIn::failed);
    bench.clock.advance(55min);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(bench.signIn().hasValidToken());
    bench.clock.advance(4min);
    QTRY_COMPARE(failed.count(), 2);
    bench.server.grant(bench.token(1h));
    bench.clock.advance(1min);
    QTRY_COMPARE(bench.signIn().state(), State::SignedIn);
}

void TestSignInEnds::doesNotTryAgainWhereThePasswordIsRefused()
{
    Bench bench;
    bench.server.grant(bench.token(1h));
    QVERIFY(bench.run(bench.form(Bench::Password::Remembered)));
    bench.server.refuse();
    QSignalSpy failed(&bench.signIn(), &SignIn::failed);
    QSignalSpy endsSoon(&bench.signIn(), &SignIn::endsSoon);
    bench.clock.advance(55min);
    QTRY_COMPARE(failed.count(), 1);
    bench.clock.advance(2h);
    QCOMPARE(endsSoon.count(), 2);
    QCOMPARE(bench.server.requests().size(), 2);
}

void TestSignInEnds::renewsBeforeConnecting()
{
    Bench bench;
    bench.server.grant(bench.token(1h));
    QVERIFY(bench.run(bench.form(Bench::Password::Remembered)));
    bench.savedStages.save(bench.stage);
    bench.signIns.reset();
    bench.clock.advance(24h);
    const QByteArray next = bench.token(1h);
    bench.server.grant(next);
    bench.restart();
    bool isKnown = false;
    QObject context;
    bench.signIn().whenKnown(&context, [&isKnown] { isKnown = true; });
    QVERIFY(!isKnown);
    QTRY_VERIFY(isKnown);
    QVERIFY(bench.sendsToken(next));
}

void TestSignInEnds::goesOnAsAGuestWhereItCannotRenewBeforeConnecting()
{
    Bench bench;
    bench.server.grant(bench.token(1h));
    QVERIFY(bench.run(bench.form(Bench::Password::Remembered)));
    bench.server.answer({});
    bench.clock.advance(54min);
    bench.server.hangUp();
    bench.clock.advance(6min);
    int known = 0;
    QObject context;
    bench.signIn().whenKnown(&context, [&known] { ++known; });
    QTRY_COMPARE(known, 1);
    QCOMPARE(bench.signIn().state(), State::Expired);
    QVERIFY(bench.sendsNothing());
}

void TestSignInEnds::waitsForNobodyWhoHasGone()
{
    Bench bench;
    bench.signIn().signIn(bench.form());
    bool isKnown = false;
    auto context = std::make_unique<QObject>();
    bench.signIn().whenKnown(context.get(), [&isKnown] { isKnown = true; });
    context.reset();
    bench.signIn().cancel();
    QVERIFY(!isKnown);
}

QTEST_GUILESS_MAIN(TestSignInEnds)
#include "tst_signin_ends.moc"
