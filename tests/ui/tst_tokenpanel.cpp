// SPDX-License-Identifier: MIT
#include "signin/SignIn.h"
#include "signin/SignIns.h"
#include "support/AuthServer.h"
#include "support/FakeClock.h"
#include "support/FakeTransport.h"
#include "support/Ui.h"
#include "ui/ConversationPage.h"
#include "ui/HintLine.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace Greenroom;
using namespace Greenroom::Test;
using namespace std::chrono_literals;
using TokenPlace = SignInChoice::TokenPlace;

/// A sign-in in the window: who one is, for how long, its end, and being refused.
class TestTokenPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysWhoOneIsAndForHowLong();
    void saysWhereATokenTellsNoEnd();
    void showsNoMarkup();
    void warnsInWordsAsTheEndComes();
    void goesOnWithConnectionAndDraftWhenTheSignInEnds();
    void takesANewSignInWithoutEndingTheSession();
    void asksHowToConnectWhenTheSignInHasEnded_data();
    void asksHowToConnectWhenTheSignInHasEnded();
    void offersToSignInWhereItIsRefused();
    void goesOnAsAGuestWhereItIsRefused();
    void saysNothingOfSigningInWhereTheNetworkFails();
    void signsOutAndDisconnects();
    void showsTheClaims();
    void followsTheStageOfItsPage();

private:
    void signInFor(std::chrono::seconds life);
    void paste(const QByteArray &token);
    void connectNow();
    void refuse(int status);
    QByteArray token(std::chrono::seconds life) const;
    QWidget &bar() { return find<QWidget>(*m_window, "signInBar"); }
    QString question() { return find<HintLine>(bar(), "question").text(); }
    QDialog *dialog() const { return m_window->findChild<QDialog *>(QStringLiteral("signInDialog")); }
    SignIn &signIn() { return m_ui->services().signIns.of(m_stage); }

    const QUrl m_stage{QStringLiteral("wss://example.com/dev")};
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeTransports> m_transports;
    std::unique_ptr<UiServices> m_ui;
    std::unique_ptr<MainWindow> m_window;
};

void TestTokenPanel::init()
{
    m_clock = std::make_unique<FakeClock>();
    m_transports = std::make_unique<FakeTransports>();
    m_ui = std::make_unique<UiServices>(m_transports->factory(), m_clock.get());
    m_window = std::make_unique<MainWindow>(m_ui->services());
    m_window->show();
}

void TestTokenPanel::cleanup()
{
    m_window.reset();
    m_ui.reset();
}

QByteArray TestTokenPanel::token(std::chrono::seconds life) const
{
    const auto now = std::chrono::floor<std::chrono::seconds>(m_clock->wallTime()).time_since_epoch().count();
    return AuthServer::token(now, now + life.count());
}

void TestTokenPanel::signInFor(std::chrono::seconds life)
{
    QVERIFY(signIn().useToken(QString::fromLatin1(token(life)), TokenPlace::QueryItem).has_value());
}

/// As the user does it, into the window that is open.
void TestTokenPanel::paste(const QByteArray &token)
{
    find<QTabWidget>(*dialog(), "waysToSignIn").setCurrentIndex(1);
    find<QLineEdit>(*dialog(), "token").setText(QString::fromLatin1(token));
    find<QPushButton>(*dialog(), "submitSignIn").click();
}

void TestTokenPanel::connectNow()
{
    connectTo(*m_window, m_stage.toString());
    Q_EMIT m_transports->transport().opened();
    QCOMPARE(words(*m_window, "state"), QStringLiteral("Connected"));
}

void TestTokenPanel::refuse(int status)
{
    connectTo(*m_window, m_stage.toString());
    Q_EMIT m_transports->transport().failed({status, QStringLiteral("No"), TransportFailure::Cause::Refused});
}

void TestTokenPanel::saysWhoOneIsAndForHowLong()
{
    connectNow();
    QCOMPARE(words(*m_window, "signedInAs"), QStringLiteral("nobody: you are a guest"));
    QVERIFY(!find<QLabel>(*m_window, "tokenValidity").isVisible());
    QVERIFY(!find<QPushButton>(*m_window, "signOut").isVisible());
    signInFor(1h);
    QCOMPARE(words(*m_window, "signedInAs"), QStringLiteral("ann"));
    QCOMPARE(words(*m_window, "tokenValidity"), QStringLiteral("1:00:00"));
    m_clock->advance(90s);
    QCOMPARE(words(*m_window, "tokenValidity"), QStringLiteral("0:58:30"));
    signInFor(24h * 10);
    QCOMPARE(words(*m_window, "tokenValidity"), QStringLiteral("10 day(s)"));
}

void TestTokenPanel::saysWhereATokenTellsNoEnd()
{
    connectNow();
    const QByteArray endless = AuthServer::token({{QStringLiteral("sub"), QStringLiteral("ben")}});
    QVERIFY(signIn().useToken(QString::fromLatin1(endless), TokenPlace::QueryItem).has_value());
    QCOMPARE(words(*m_window, "signedInAs"), QStringLiteral("ben"));
    QCOMPARE(words(*m_window, "tokenValidity"), QStringLiteral("no known end: the token does not tell it"));
}

void TestTokenPanel::showsNoMarkup()
{
    connectNow();
    const QByteArray strange =
        AuthServer::token({{QStringLiteral("user_id"), QStringLiteral("<h1>ann</h1>")}});
    QVERIFY(signIn().useToken(QString::fromLatin1(strange), TokenPlace::QueryItem).has_value());
    QCOMPARE(words(*m_window, "signedInAs"), QStringLiteral("<h1>ann</h1>"));
    QCOMPARE(find<QLabel>(*m_window, "signedInAs").textFormat(), Qt::PlainText);
}

void TestTokenPanel::warnsInWordsAsTheEndComes()
{
    connectNow();
    signInFor(1h);
    auto &hint = find<HintLine>(*m_window, "tokenHint");
    QVERIFY(!hint.isVisible());
    m_clock->advance(55min);
    QCOMPARE(hint.text(), QStringLiteral("The sign-in ends soon; sign in again."));
    QVERIFY(question().startsWith(QStringLiteral("The sign-in ends soon; sign in again.")));
    find<QPushButton>(bar(), "answer1").click();
    QVERIFY(!bar().isVisible());
    m_clock->advance(4min);
    QVERIFY(bar().isVisible());
    m_clock->advance(1min);
    QCOMPARE(hint.text(), QStringLiteral("The sign-in has ended; sign in again."));
    QCOMPARE(words(*m_window, "tokenValidity"), QStringLiteral("no longer: it has ended"));
    QVERIFY(question().startsWith(QStringLiteral("The sign-in has ended; sign in again.")));
}

void TestTokenPanel::goesOnWithConnectionAndDraftWhenTheSignInEnds()
{
    signInFor(10min);
    connectNow();
    find<QPlainTextEdit>(*m_window, "composer").insertPlainText(QStringLiteral("Not sent yet"));
    m_clock->advance(10min);
    QCOMPARE(words(*m_window, "state"), QStringLiteral("Connected"));
    QCOMPARE(find<QPlainTextEdit>(*m_window, "composer").toPlainText(), QStringLiteral("Not sent yet"));
    QCOMPARE(m_transports->count(), 1);
}

void TestTokenPanel::takesANewSignInWithoutEndingTheSession()
{
    signInFor(10min);
    connectNow();
    find<QPlainTextEdit>(*m_window, "composer").insertPlainText(QStringLiteral("Not sent yet"));
    m_clock->advance(10min);
    find<QPushButton>(bar(), "answer0").click();
    QVERIFY(dialog());
    const QByteArray next = token(1h);
    paste(next);
    QTRY_VERIFY(!dialog());
    QVERIFY(!bar().isVisible());
    QCOMPARE(m_transports->count(), 1);
    QCOMPARE(words(*m_window, "state"), QStringLiteral("Connected"));
    QCOMPARE(find<QPlainTextEdit>(*m_window, "composer").toPlainText(), QStringLiteral("Not sent yet"));
    m_window->currentPage().conversation().session().connectTo(m_stage);
    QVERIFY(m_transports->last().request.address.toEncoded().endsWith(next));
}

void TestTokenPanel::asksHowToConnectWhenTheSignInHasEnded_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("connects");
    QTest::addColumn<bool>("sends");

    QTest::newRow("sign in") << QByteArray("answer0") << false << false;
    QTest::newRow("as a guest") << QByteArray("answer1") << true << false;
    QTest::newRow("with it anyway") << QByteArray("answer2") << true << true;
}

void TestTokenPanel::asksHowToConnectWhenTheSignInHasEnded()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, connects);
    QFETCH(bool, sends);
    signInFor(10min);
    const QByteArray ended = token(10min);
    m_clock->advance(10min);
    connectTo(*m_window, m_stage.toString());
    QCOMPARE(m_transports->count(), 0);
    QVERIFY(question().startsWith(QStringLiteral("The sign-in has ended")));
    find<QPushButton>(bar(), answer.constData()).click();
    QCOMPARE(m_transports->count() == 1, connects);
    if (connects) {
        QCOMPARE(m_transports->last().request.address.toEncoded().endsWith(ended), sends);
        return;
    }
    const QByteArray next = token(1h);
    paste(next);
    QTRY_COMPARE(m_transports->count(), 1);
    QVERIFY(m_transports->last().request.address.toEncoded().endsWith(next));
}

void TestTokenPanel::offersToSignInWhereItIsRefused()
{
    refuse(401);
    QCOMPARE(question(), QStringLiteral("The stage did not let you in (401)."));
    find<QPushButton>(bar(), "answer0").click();
    QVERIFY(dialog());
    paste(token(1h));
    QTRY_COMPARE(m_transports->count(), 2);
    QVERIFY(m_transports->last().request.address.toEncoded().endsWith(token(1h)));
}

void TestTokenPanel::goesOnAsAGuestWhereItIsRefused()
{
    refuse(403);
    find<QPushButton>(bar(), "answer0").click();
    find<QPushButton>(*dialog(), "continueAsGuest").click();
    QTRY_VERIFY(!dialog());
    QCOMPARE(m_transports->count(), 2);
    QCOMPARE(m_transports->last().request.address, m_stage);
}

void TestTokenPanel::saysNothingOfSigningInWhereTheNetworkFails()
{
    connectTo(*m_window, m_stage.toString());
    Q_EMIT m_transports->transport().failed({0, QStringLiteral("Nobody there")});
    QVERIFY(!bar().isVisible());
    refuse(500);
    QVERIFY(!bar().isVisible());
}

void TestTokenPanel::signsOutAndDisconnects()
{
    signInFor(1h);
    connectNow();
    auto &button = find<QPushButton>(*m_window, "signOut");
    QCOMPARE(button.text(), QStringLiteral("Sign out and disconnect"));
    button.click();
    QCOMPARE(m_transports->last().closeCalls, 1);
    QCOMPARE(words(*m_window, "signedInAs"), QStringLiteral("nobody: you are a guest"));
    QCOMPARE(lastLine(*m_window), QStringLiteral("You have signed out."));
    m_clock->advance(ChatSession::closeTimeout);
    m_window->currentPage().conversation().session().connectTo(m_stage);
    QCOMPARE(m_transports->last().request.address, m_stage);
}

void TestTokenPanel::showsTheClaims()
{
    signInFor(1h);
    connectNow();
    find<QPushButton>(*m_window, "showClaims").click();
    auto *claims = m_window->findChild<QDialog *>(QStringLiteral("claimsDialog"));
    QVERIFY(claims && claims->isVisible());
    const QString text = find<QPlainTextEdit>(*claims, "claims").toPlainText();
    QVERIFY2(text.contains(QStringLiteral("\"user_id\": \"ann\"")), qPrintable(text));
    QVERIFY(!text.contains(QString::fromLatin1(token(1h)).section(u'.', 2)));
    QTest::keyClick(claims, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<QDialog *>(QStringLiteral("claimsDialog")));
}

void TestTokenPanel::followsTheStageOfItsPage()
{
    signInFor(1h);
    connectNow();
    QCOMPARE(words(*m_window, "signedInAs"), QStringLiteral("ann"));
    m_window->currentPage().connectTo(QUrl(QStringLiteral("wss://example.com/prod")));
    QCOMPARE(words(*m_window, "signedInAs"), QStringLiteral("nobody: you are a guest"));
}

QTEST_MAIN(TestTokenPanel)
#include "tst_tokenpanel.moc"
