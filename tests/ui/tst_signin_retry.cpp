// SPDX-License-Identifier: MIT
#include "support/SignInWindowBench.h"
#include "ui/ConversationPage.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>

using namespace Greenroom;
using namespace Greenroom::Test;
using namespace std::chrono_literals;

namespace {

/// Somebody signed in for an hour, with a password that is remembered or not, and connected.
struct Bench : SignInWindowBench
{
    enum class Password { Forgotten, Remembered };

    QByteArray firstToken = token();

    explicit Bench(Password password = Password::Forgotten)
    {
        server.grant(firstToken);
        openDialog();
        fill(server.url());
        find<QCheckBox>(*dialog(), "rememberPassword").setChecked(password == Password::Remembered);
        submit();
        if (!QTest::qWaitFor([this] { return dialog() == nullptr; }))
            qFatal("not signed in");
        session().setRandom([] { return 0.5; });
        connectTo(window, stage.toString());
        Q_EMIT transports.transport().opened();
    }
    ChatSession &session() { return window.currentPage().conversation().session(); }
    void lose() { Q_EMIT transports.transport().failed({0, QStringLiteral("No network.")}); }
    /// Lets the time go by until the next attempt, and no more, since an Auth API has its time limit too.
    void awaitRetry() { clock.advance(session().retryIn().value_or(0s)); }
    /// What the last attempt has shown.
    bool showed(const QByteArray &token) const
    {
        return transports.last().request.address.toEncoded().endsWith("?Authorization=Bearer%20" + token);
    }
    bool showedNothing() const { return transports.last().request.address == stage; }
    QWidget &bar() { return find<QWidget>(window, "signInBar"); }
    void answer(const char *button) { find<QPushButton>(bar(), button).click(); }
    QString state() { return words(window, "state"); }
};

} // namespace

/// A session that is to come back by itself when the sign-in has ended: not as somebody else.
class TestSignInRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void asksBeforeItComesBackAsAGuest();
    void comesBackAsWhoeverTheUserWants_data();
    void comesBackAsWhoeverTheUserWants();
    void comesBackWhenSomebodySignsIn();
    void fetchesAnotherTokenWithARememberedPassword();
    void waitsForAnAuthApiThatIsAway();
    void asksWhereThePasswordIsRefused();
    void triesAgainAsAGuestWhoIsOne();
    void doesNotRenewAConnectionAsAGuest();
    void asksWhereTheTokenWasForgotten();
};

void TestSignInRetry::init()
{
    // All but what Qt says of dialogs where there is no screen.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

void TestSignInRetry::asksBeforeItComesBackAsAGuest()
{
    Bench bench;
    const int before = bench.transports.count();
    bench.clock.advance(61min);
    bench.lose();
    QVERIFY(bench.state().startsWith(QStringLiteral("Waiting to retry")));
    bench.clock.advance(1h);
    QCOMPARE(bench.transports.count(), before);
    QCOMPARE(bench.state(), QStringLiteral("Connection error"));
    QVERIFY(find<HintLine>(bench.window, "stateReason")
                .text()
                .startsWith(QStringLiteral("The sign-in has ended")));
    QVERIFY(bench.bar().isVisible());
    QVERIFY(find<HintLine>(bench.bar(), "question").text().contains(QStringLiteral("sign in again")));
}

void TestSignInRetry::comesBackAsWhoeverTheUserWants_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<bool>("showsToken");
    QTest::newRow("as a guest") << QByteArray("answer1") << false;
    QTest::newRow("with the token though it has ended") << QByteArray("answer2") << true;
}

void TestSignInRetry::comesBackAsWhoeverTheUserWants()
{
    QFETCH(const QByteArray, button);
    QFETCH(const bool, showsToken);
    Bench bench;
    bench.clock.advance(61min);
    bench.lose();
    bench.clock.advance(1min);
    bench.answer(button.constData());
    QCOMPARE(bench.state(), QStringLiteral("Connecting…"));
    QVERIFY(showsToken ? bench.showed(bench.firstToken) : bench.showedNothing());
    // And so in what follows.
    Q_EMIT bench.transports.transport().opened();
    bench.lose();
    const int before = bench.transports.count();
    bench.awaitRetry();
    QCOMPARE(bench.transports.count(), before + 1);
    QVERIFY(showsToken ? bench.showed(bench.firstToken) : bench.showedNothing());
}

void TestSignInRetry::comesBackWhenSomebodySignsIn()
{
    Bench bench;
    bench.clock.advance(61min);
    bench.lose();
    bench.clock.advance(1min);
    const QByteArray next = bench.token();
    bench.server.grant(next);
    bench.answer("answer0");
    bench.fill(bench.server.url());
    bench.submit();
    QTRY_VERIFY(!bench.dialog());
    QCOMPARE(bench.state(), QStringLiteral("Connecting…"));
    QVERIFY(bench.showed(next));
}

void TestSignInRetry::fetchesAnotherTokenWithARememberedPassword()
{
    Bench bench(Bench::Password::Remembered);
    bench.server.answer(AuthServer::http("503 Service Unavailable", {}));
    bench.clock.advance(61min);
    QTRY_COMPARE(bench.signIn().state(), SignIn::State::Expired);
    const int before = bench.transports.count();
    const QByteArray next = bench.token();
    bench.server.grant(next);
    bench.lose();
    bench.awaitRetry();
    QTRY_COMPARE(bench.transports.count(), before + 1);
    QVERIFY(bench.showed(next));
    QVERIFY(!bench.bar().isVisible());
}

void TestSignInRetry::waitsForAnAuthApiThatIsAway()
{
    Bench bench(Bench::Password::Remembered);
    bench.server.answer(AuthServer::http("503 Service Unavailable", {}));
    bench.clock.advance(61min);
    QTRY_COMPARE(bench.signIn().state(), SignIn::State::Expired);
    bench.lose();
    const int before = bench.transports.count();
    for (int attempt = 0; attempt < 3; ++attempt) {
        bench.awaitRetry();
        QCOMPARE(bench.signIn().state(), SignIn::State::SigningIn);
        QTRY_COMPARE(bench.signIn().state(), SignIn::State::Expired);
        QVERIFY(bench.state().startsWith(QStringLiteral("Waiting to retry")));
    }
    QCOMPARE(bench.transports.count(), before);
    const QByteArray next = bench.token();
    bench.server.grant(next);
    bench.awaitRetry();
    QTRY_COMPARE(bench.transports.count(), before + 1);
    QVERIFY(bench.showed(next));
}

void TestSignInRetry::asksWhereThePasswordIsRefused()
{
    Bench bench(Bench::Password::Remembered);
    bench.server.refuse();
    const qsizetype asked = bench.server.requests().size();
    bench.clock.advance(55min);
    QTRY_COMPARE(bench.server.requests().size(), asked + 1);
    QTRY_COMPARE(bench.signIn().state(), SignIn::State::SignedIn);
    bench.clock.advance(6min);
    bench.lose();
    bench.clock.advance(1min);
    QCOMPARE(bench.state(), QStringLiteral("Connection error"));
    QVERIFY(bench.bar().isVisible());
    QCOMPARE(bench.server.requests().size(), asked + 1);
}

void TestSignInRetry::triesAgainAsAGuestWhoIsOne()
{
    SignInWindowBench bench;
    connectTo(bench.window, bench.stage.toString());
    Q_EMIT bench.transports.transport().opened();
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("No network.")});
    const int before = bench.transports.count();
    bench.clock.advance(1s);
    QCOMPARE(bench.transports.count(), before + 1);
    QCOMPARE(bench.transports.last().request.address, bench.stage);
}

void TestSignInRetry::doesNotRenewAConnectionAsAGuest()
{
    Bench bench;
    bench.transports.setManner(FakeTransport::Manner::OpensInOpen);
    const int before = bench.transports.count();
    bench.clock.advance(119min);
    QCOMPARE(bench.transports.count(), before);
    QCOMPARE(bench.state(), QStringLiteral("Connected"));
    const QByteArray next = bench.token();
    QVERIFY(
        bench.signIn().useToken(QString::fromLatin1(next), SignInChoice::TokenPlace::QueryItem).has_value());
    bench.clock.advance(1min);
    QCOMPARE(bench.transports.count(), before + 1);
    QVERIFY(bench.showed(next));
    QCOMPARE(bench.state(), QStringLiteral("Connected"));
}

void TestSignInRetry::asksWhereTheTokenWasForgotten()
{
    Bench bench;
    bench.ui.services().secrets.forgetAll();
    QCOMPARE(bench.signIn().state(), SignIn::State::Guest);
    QCOMPARE(bench.state(), QStringLiteral("Connected"));
    bench.lose();
    const int before = bench.transports.count();
    bench.clock.advance(1min);
    QCOMPARE(bench.transports.count(), before);
    QCOMPARE(bench.state(), QStringLiteral("Connection error"));
    bench.answer("answer1");
    QVERIFY(bench.showedNothing());
}

QTEST_MAIN(TestSignInRetry)
#include "tst_signin_retry.moc"
