// SPDX-License-Identifier: MIT
#include "stages/StageOptions.h"
#include "support/SignInWindowBench.h"
#include "ui/ConversationPage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QSettings>
#include <QTabWidget>

using namespace Greenroom;
using namespace Greenroom::Test;
using Bench = SignInWindowBench;

/// Ways to sign in beside the usual one, and where secrets go.
class TestSignInWays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksBeforeAPasswordGoesInTheClear();
    void takesAPastedToken();
    void explainsAPastedToken();
    void usesARememberedPasswordForTheSameAccountOnly();
    void sendsTheTokenWhereTheUserWantsIt();
    void writesNoSecretAnywhere();
    void whoeverTurnsToAnotherStageLeavesTheFirst();
};

void TestSignInWays::asksBeforeAPasswordGoesInTheClear()
{
    Bench bench;
    // So that what is sent comes here and leaves this machine on no account.
    StageOptions options;
    options.proxy = {ProxyChoice::Kind::Manual, QStringLiteral("127.0.0.1"),
                     static_cast<quint16>(bench.server.url().port())};
    bench.ui.savedStages().save(bench.stage);
    bench.ui.savedStages().setOptions(bench.stage, options);
    QDialog &dialog = bench.openDialog();
    bench.fill(QUrl(QStringLiteral("http://192.0.2.1:9/auth")));
    bench.submit();
    auto &question = find<QWidget>(dialog, "exposedQuestion");
    QVERIFY(question.isVisible());
    QVERIFY(find<HintLine>(question, "question")
                .text()
                .startsWith(QStringLiteral("The way to 192.0.2.1 is not encrypted")));
    QCOMPARE(bench.signIn().state(), SignIn::State::Guest);
    find<QPushButton>(question, "answer0").click();
    QCOMPARE(bench.signIn().state(), SignIn::State::SigningIn);
    QTRY_COMPARE(bench.server.requests().size(), 1);
    const QByteArray head = bench.server.requests().at(0).head;
    QVERIFY2(head.startsWith("POST http://192.0.2.1:9/auth "), head.constData());
}

void TestSignInWays::takesAPastedToken()
{
    Bench bench;
    QDialog &dialog = bench.openDialog();
    find<QTabWidget>(dialog, "waysToSignIn").setCurrentIndex(1);
    auto &field = find<QLineEdit>(dialog, "token");
    QCOMPARE(field.echoMode(), QLineEdit::Password);
    field.setText(QStringLiteral("Bearer ") + QString::fromLatin1(bench.token()));
    QTest::keyClick(&field, Qt::Key_Return);
    QTRY_VERIFY(!bench.dialog());
    QCOMPARE(words(bench.window, "signedInAs"), QStringLiteral("ann"));
}

void TestSignInWays::explainsAPastedToken()
{
    Bench bench;
    QDialog &dialog = bench.openDialog();
    find<QTabWidget>(dialog, "waysToSignIn").setCurrentIndex(1);
    auto &field = find<QLineEdit>(dialog, "token");
    field.setText(QStringLiteral("planted"));
    bench.submit();
    QVERIFY2(bench.hint().contains(QStringLiteral("three parts")), qPrintable(bench.hint()));
    QVERIFY(!bench.hint().contains(QStringLiteral("planted")));
    QCOMPARE(field.text(), QStringLiteral("planted"));
}

void TestSignInWays::usesARememberedPasswordForTheSameAccountOnly()
{
    Bench bench;
    bench.signInForGood();
    QTRY_VERIFY(!bench.dialog());
    QDialog &dialog = bench.openDialog();
    QVERIFY(find<QLineEdit>(dialog, "password").text().isEmpty());
    QVERIFY(find<QCheckBox>(dialog, "rememberPassword").isChecked());
    find<QLineEdit>(dialog, "userId").setText(QStringLiteral("ben"));
    bench.submit();
    QVERIFY(bench.hint().startsWith(QStringLiteral("The password is empty")));
    find<QLineEdit>(dialog, "userId").setText(QStringLiteral("ann"));
    bench.submit();
    QTRY_VERIFY(!bench.dialog());
    QCOMPARE(bench.server.requests().at(1).json(), bench.server.requests().at(0).json());
}

void TestSignInWays::sendsTheTokenWhereTheUserWantsIt()
{
    Bench bench;
    bench.server.grant(bench.token());
    bench.openDialog();
    bench.fill(bench.server.url());
    find<QComboBox>(*bench.dialog(), "tokenPlace").setCurrentIndex(1);
    bench.submit();
    QTRY_VERIFY(!bench.dialog());
    connectTo(bench.window, bench.stage.toString());
    QCOMPARE(bench.transports.last().request.address, bench.stage);
    QCOMPARE(bench.transports.last().request.headers,
             (QList<HeaderLine>{{"Authorization", "Bearer " + bench.token()}}));
}

/// What is typed while one is asked who one is there must not reach those of before.
void TestSignInWays::whoeverTurnsToAnotherStageLeavesTheFirst()
{
    Bench bench;
    connectTo(bench.window, QStringLiteral("wss://example.com/first"));
    Q_EMIT bench.transports.transport().opened();
    QDialog &dialog = bench.openDialog();
    ConversationPage &page = bench.window.currentPage();
    QCOMPARE(page.stage(), bench.stage);
    QCOMPARE(page.conversation().session().state(), ChatSession::State::Disconnected);
    QVERIFY(!bench.transports.last().transport);
    dialog.reject();
    say(bench.window, QStringLiteral("for the second"));
    QCOMPARE(bench.transports.last().sent, QStringList());
}

void TestSignInWays::writesNoSecretAnywhere()
{
    Bench bench;
    bench.signInForGood();
    QTRY_VERIFY(!bench.dialog());
    connectTo(bench.window, bench.stage.toString());
    Q_EMIT bench.transports.transport().opened();
    bench.ui.services().settings.sync();
    QFile settings(bench.ui.services().settings.fileName());
    QVERIFY(settings.open(QIODevice::ReadOnly));
    const QString everything = QString::fromUtf8(settings.readAll()) + bench.window.windowTitle()
                               + find<QLineEdit>(bench.window, "address").text()
                               + transcript(bench.window).join(u'\n');
    QVERIFY(everything.contains(QStringLiteral("example.com")));
    QVERIFY(!everything.contains(QStringLiteral("planted")));
    QVERIFY(!everything.contains(QString::fromLatin1(bench.token())));
    QVERIFY(!everything.contains(QStringLiteral("Bearer")));
}

QTEST_MAIN(TestSignInWays)
#include "tst_signin_ways.moc"
