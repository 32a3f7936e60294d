// SPDX-License-Identifier: MIT
#include "support/SignInWindowBench.h"

#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>

using namespace Greenroom;
using namespace Greenroom::Test;
using Bench = SignInWindowBench;

/// Signing in as a user does it: the window, what is missing and what goes wrong.
class TestSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wantsAnAddressFirst();
    void opensFromMenuPanelAndByKey();
    void signsInByKeyboardAlone();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void saysInPlaceWhatWentWrong();
    void showsProgressAndCanBeCancelled();
    void closesByEscape();
    void leavesARenewalInTheBackgroundAlone_data();
    void leavesARenewalInTheBackgroundAlone();
};

void TestSignIn::wantsAnAddressFirst()
{
    Bench bench;
    QTest::mouseClick(&find<QPushButton>(bench.window, "signIn"), Qt::LeftButton);
    QVERIFY(!bench.dialog());
    QVERIFY(find<HintLine>(bench.window, "addressHint")
                .text()
                .startsWith(QStringLiteral("The address is empty")));
}

void TestSignIn::opensFromMenuPanelAndByKey()
{
    Bench bench;
    const auto opensBy = [&bench](const std::function<void()> &act) {
        act();
        const bool isOpen = bench.dialog() != nullptr && bench.dialog()->isVisible();
        delete bench.dialog();
        return isOpen;
    };
    find<QLineEdit>(bench.window, "address").setText(bench.stage.toString());
    QVERIFY(
        opensBy([&bench] { bench.window.findChild<QAction *>(QStringLiteral("openSignIn"))->trigger(); }));
    QVERIFY(opensBy([&bench] { find<QPushButton>(bench.window, "signIn").click(); }));
    bench.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    QVERIFY(opensBy(
        [&bench] { QTest::keyClick(&bench.window, Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier); }));
}

void TestSignIn::signsInByKeyboardAlone()
{
    Bench bench;
    bench.server.grant(bench.token());
    QDialog &dialog = bench.openDialog();
    QCOMPARE(words(dialog, "signInStage"), QStringLiteral("To example.com/dev"));
    QCOMPARE(dialog.focusWidget()->objectName(), QStringLiteral("authUrl"));
    QTest::keyClicks(dialog.focusWidget(), bench.server.url().toString());
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(dialog.focusWidget(), QStringLiteral("ann"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(dialog.focusWidget(), QStringLiteral("planted"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!bench.dialog());
    QCOMPARE(words(bench.window, "signedInAs"), QStringLiteral("ann"));
    QCOMPARE(words(bench.window, "tokenValidity"), QStringLiteral("1:00:00"));
    connectTo(bench.window, bench.stage.toString());
    QCOMPARE(bench.transports.last().request.address.toEncoded(),
             bench.stage.toEncoded() + "?Authorization=Bearer%20" + bench.token());
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestSignIn::saysWhatIsMissing_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("userId");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("field");

    const QString url = QStringLiteral("https://example.com/auth");
    const QString ann = QStringLiteral("ann");
    const auto row = [](const char *name, const QString &typed, const QString &userId,
                        const QString &password, const char *words, const char *field) {
        QTest::newRow(name) << typed << userId << password << QString::fromUtf8(words)
                            << QString::fromLatin1(field);
    };
    row("no URL", {}, ann, ann, "The Auth API URL is empty", "authUrl");
    row("a URL that is none", QStringLiteral("x"), ann, ann, "must start with https://", "authUrl");
    row("no user ID", url, QStringLiteral("  "), ann, "The user ID is empty", "userId");
    row("an invisible letter", url, QStringLiteral("an\u200bn"), ann, "invisible characters", "userId");
    row("no password", url, ann, {}, "The password is empty", "password");
}

void TestSignIn::saysWhatIsMissing()
{
    Bench bench;
    QFETCH(QString, url);
    QFETCH(QString, userId);
    QFETCH(QString, password);
    QFETCH(QString, words);
    QFETCH(QString, field);
    QDialog &dialog = bench.openDialog();
    find<QLineEdit>(dialog, "authUrl").setText(url);
    find<QLineEdit>(dialog, "userId").setText(userId);
    find<QLineEdit>(dialog, "password").setText(password);
    bench.submit();
    QVERIFY2(bench.hint().contains(words), qPrintable(bench.hint()));
    QCOMPARE(dialog.focusWidget()->objectName(), field);
    QCOMPARE(bench.signIn().state(), SignIn::State::Guest);
}

void TestSignIn::saysInPlaceWhatWentWrong()
{
    Bench bench;
    bench.server.refuse();
    QDialog &dialog = bench.openDialog();
    bench.fill(bench.server.url());
    bench.submit();
    QTRY_VERIFY(!bench.hint().isEmpty());
    QVERIFY2(
        bench.hint().startsWith(QStringLiteral("User ID or password were not accepted (401: “Not you”)")),
        qPrintable(bench.hint()));
    QVERIFY(!bench.hint().contains(QStringLiteral("planted")));
    QCOMPARE(find<QLineEdit>(dialog, "userId").text(), QStringLiteral("ann"));
    QCOMPARE(dialog.focusWidget()->objectName(), QStringLiteral("password"));
    bench.server.grant(bench.token());
    bench.submit();
    QTRY_VERIFY(!bench.dialog());
    QCOMPARE(bench.signIn().state(), SignIn::State::SignedIn);
}

void TestSignIn::showsProgressAndCanBeCancelled()
{
    Bench bench;
    QDialog &dialog = bench.openDialog();
    bench.fill(bench.server.url());
    QVERIFY(!find<QProgressBar>(dialog, "signInProgress").isVisible());
    bench.submit();
    QVERIFY(find<QProgressBar>(dialog, "signInProgress").isVisible());
    QVERIFY(!find<QPushButton>(dialog, "submitSignIn").isEnabled());
    QTRY_COMPARE(bench.server.requests().size(), 1);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(bench.dialog() != nullptr && bench.dialog()->isVisible());
    QVERIFY(!find<QProgressBar>(dialog, "signInProgress").isVisible());
    QVERIFY(find<QPushButton>(dialog, "submitSignIn").isEnabled());
    QCOMPARE(find<QLineEdit>(dialog, "password").text(), QStringLiteral("planted"));
    QTRY_VERIFY(!bench.server.hasClient());
}

void TestSignIn::closesByEscape()
{
    Bench bench;
    QTest::keyClick(&bench.openDialog(), Qt::Key_Escape);
    QTRY_VERIFY(!bench.dialog());
    QCOMPARE(bench.signIn().state(), SignIn::State::Guest);
}

void TestSignIn::leavesARenewalInTheBackgroundAlone_data()
{
    QTest::addColumn<bool>("succeeds");
    QTest::newRow("one that succeeds") << true;
    QTest::newRow("one that is refused") << false;
}

void TestSignIn::leavesARenewalInTheBackgroundAlone()
{
    QFETCH(bool, succeeds);
    Bench bench;
    bench.signInForGood();
    QTRY_VERIFY(!bench.dialog());
    QDialog &dialog = bench.openDialog();
    auto &password = find<QLineEdit>(dialog, "password");
    QTest::keyClicks(&password, QStringLiteral("half"));
    const QSignalSpy succeeded(&bench.signIn(), &SignIn::succeeded);
    const QSignalSpy failed(&bench.signIn(), &SignIn::failed);
    bench.clock.advance(std::chrono::minutes(55));
    succeeds ? bench.server.grant(bench.token()) : bench.server.refuse();
    QCOMPARE(bench.signIn().state(), SignIn::State::SigningIn);
    QVERIFY(!find<QProgressBar>(dialog, "signInProgress").isVisible());
    QTRY_COMPARE(succeeded.count() + failed.count(), 1);
    QCOMPARE(succeeded.count(), succeeds ? 1 : 0);
    QVERIFY(bench.dialog() == &dialog && dialog.isVisible());
    QCOMPARE(bench.hint(), QString());
    QCOMPARE(dialog.focusWidget(), &password);
    QCOMPARE(password.text(), QStringLiteral("half"));
    // Where it is at home, it is told.
    QCOMPARE(find<QWidget>(bench.window, "signInBar").isVisible(), !succeeds);
    bench.server.grant(bench.token());
    bench.submit();
    QTRY_VERIFY(!bench.dialog());
}

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"
