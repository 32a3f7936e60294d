// SPDX-License-Identifier: MIT
#include "secrets/Secrets.h"
#include "signin/SignIn.h"
#include "signin/SignIns.h"
#include "support/AuthServer.h"
#include "support/FakeClock.h"
#include "support/FakeTransport.h"
#include "support/Ui.h"
#include "ui/ConversationPage.h"
#include "ui/HintLine.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

using namespace Greenroom;
using namespace Greenroom::Test;
using namespace std::chrono_literals;

/// Signing in as a user does it: the window, its ways and mistakes.
class TestSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void wantsAnAddressFirst();
    void opensFromMenuPanelAndList();
    void signsInByKeyboardAlone();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void saysInPlaceWhatWentWrong();
    void showsProgressAndCanBeCancelled();
    void closesByEscape();
    void asksBeforeAPasswordGoesInTheClear();
    void takesAPastedToken();
    void explainsAPastedToken();
    void usesARememberedPasswordForTheSameAccountOnly();
    void sendsTheTokenWhereTheUserWantsIt();
    void writesNoSecretAnywhere();

private:
    QDialog &openDialog();
    QDialog *dialog() const { return m_window->findChild<QDialog *>(QStringLiteral("signInDialog")); }
    void fill(const QUrl &url, const QString &password = QStringLiteral("planted"));
    void submit() { QTest::mouseClick(&find<QPushButton>(*dialog(), "submitSignIn"), Qt::LeftButton); }
    QString hint() const { return find<HintLine>(*dialog(), "signInHint").text(); }
    SignIn &signIn() { return m_ui->services().signIns.of(m_stage); }
    QByteArray token() const;

    const QUrl m_stage{QStringLiteral("wss://example.com/dev")};
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeTransports> m_transports;
    std::unique_ptr<AuthServer> m_server;
    std::unique_ptr<UiServices> m_ui;
    std::unique_ptr<MainWindow> m_window;
};

void TestSignIn::init()
{
    m_clock = std::make_unique<FakeClock>();
    m_transports = std::make_unique<FakeTransports>();
    m_server = std::make_unique<AuthServer>();
    m_ui = std::make_unique<UiServices>(m_transports->factory(), m_clock.get());
    m_window = std::make_unique<MainWindow>(m_ui->services());
    m_window->show();
}

void TestSignIn::cleanup()
{
    m_window.reset();
    m_ui.reset();
}

QDialog &TestSignIn::openDialog()
{
    find<QLineEdit>(*m_window, "address").setText(m_stage.toString());
    m_window->findChild<QAction *>(QStringLiteral("openSignIn"))->trigger();
    return *dialog();
}

void TestSignIn::fill(const QUrl &url, const QString &password)
{
    find<QLineEdit>(*dialog(), "authUrl").setText(url.toString());
    find<QLineEdit>(*dialog(), "userId").setText(QStringLiteral("ann"));
    find<QLineEdit>(*dialog(), "password").setText(password);
}

QByteArray TestSignIn::token() const
{
    const auto now = std::chrono::floor<std::chrono::seconds>(m_clock->wallTime()).time_since_epoch().count();
    return AuthServer::token(now, now + 3600);
}

void TestSignIn::wantsAnAddressFirst()
{
    QTest::mouseClick(&find<QPushButton>(*m_window, "signIn"), Qt::LeftButton);
    QVERIFY(!dialog());
    QVERIFY(
        find<HintLine>(*m_window, "addressHint").text().startsWith(QStringLiteral("The address is empty")));
}

void TestSignIn::opensFromMenuPanelAndList()
{
    const auto opensBy = [this](const std::function<void()> &act) {
        act();
        const bool isOpen = dialog() && dialog()->isVisible();
        delete dialog();
        return isOpen;
    };
    find<QLineEdit>(*m_window, "address").setText(m_stage.toString());
    QVERIFY(opensBy([this] { m_window->findChild<QAction *>(QStringLiteral("openSignIn"))->trigger(); }));
    QVERIFY(opensBy([this] { find<QPushButton>(*m_window, "signIn").click(); }));
    m_window->activateWindow();
    QVERIFY(opensBy(
        [this] { QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier); }));
}

void TestSignIn::signsInByKeyboardAlone()
{
    m_server->grant(token());
    QDialog &window = openDialog();
    QCOMPARE(words(window, "signInStage"), QStringLiteral("To example.com/dev"));
    QCOMPARE(window.focusWidget()->objectName(), QStringLiteral("authUrl"));
    QTest::keyClicks(window.focusWidget(), m_server->url().toString());
    QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(window.focusWidget(), QStringLiteral("ann"));
    QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(window.focusWidget(), QStringLiteral("planted"));
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!dialog());
    QCOMPARE(words(*m_window, "signedInAs"), QStringLiteral("ann"));
    QCOMPARE(words(*m_window, "tokenValidity"), QStringLiteral("1:00:00"));
    connectTo(*m_window, m_stage.toString());
    QCOMPARE(m_transports->last().request.address.toEncoded(),
             m_stage.toEncoded() + "?Authorization=Bearer%20" + token());
    QCOMPARE(m_server->requests().size(), 1);
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
    const auto row = [](const char *name, const QString &url, const QString &userId, const QString &password,
                        const char *words, const char *field) {
        QTest::newRow(name) << url << userId << password << QString::fromUtf8(words)
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
    QFETCH(QString, url);
    QFETCH(QString, userId);
    QFETCH(QString, password);
    QFETCH(QString, words);
    QFETCH(QString, field);
    QDialog &window = openDialog();
    find<QLineEdit>(window, "authUrl").setText(url);
    find<QLineEdit>(window, "userId").setText(userId);
    find<QLineEdit>(window, "password").setText(password);
    submit();
    QVERIFY2(hint().contains(words), qPrintable(hint()));
    QCOMPARE(window.focusWidget()->objectName(), field);
    QCOMPARE(signIn().state(), SignIn::State::Guest);
}

void TestSignIn::saysInPlaceWhatWentWrong()
{
    m_server->refuse();
    QDialog &window = openDialog();
    fill(m_server->url());
    submit();
    QTRY_VERIFY(!hint().isEmpty());
    QVERIFY2(hint().startsWith(QStringLiteral("User ID or password were not accepted (401: “Not you”)")),
             qPrintable(hint()));
    QVERIFY(!hint().contains(QStringLiteral("planted")));
    QCOMPARE(find<QLineEdit>(window, "userId").text(), QStringLiteral("ann"));
    QCOMPARE(window.focusWidget()->objectName(), QStringLiteral("password"));
    m_server->grant(token());
    submit();
    QTRY_VERIFY(!dialog());
    QCOMPARE(signIn().state(), SignIn::State::SignedIn);
}

void TestSignIn::showsProgressAndCanBeCancelled()
{
    QDialog &window = openDialog();
    fill(m_server->url());
    QVERIFY(!find<QProgressBar>(window, "signInProgress").isVisible());
    submit();
    QVERIFY(find<QProgressBar>(window, "signInProgress").isVisible());
    QVERIFY(!find<QPushButton>(window, "submitSignIn").isEnabled());
    QTRY_COMPARE(m_server->requests().size(), 1);
    QTest::keyClick(&window, Qt::Key_Escape);
    QVERIFY(dialog() && dialog()->isVisible());
    QVERIFY(!find<QProgressBar>(window, "signInProgress").isVisible());
    QVERIFY(find<QPushButton>(window, "submitSignIn").isEnabled());
    QCOMPARE(find<QLineEdit>(window, "password").text(), QStringLiteral("planted"));
    QTRY_VERIFY(!m_server->hasClient());
}

void TestSignIn::closesByEscape()
{
    QTest::keyClick(&openDialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QCOMPARE(signIn().state(), SignIn::State::Guest);
}

void TestSignIn::asksBeforeAPasswordGoesInTheClear()
{
    // So that what is sent comes here and leaves this machine on no account.
    StageOptions options;
    options.proxy = {ProxyChoice::Kind::Manual, QStringLiteral("127.0.0.1"),
                     static_cast<quint16>(m_server->url().port())};
    m_ui->savedStages().save(m_stage);
    m_ui->savedStages().setOptions(m_stage, options);
    QDialog &window = openDialog();
    fill(QUrl(QStringLiteral("http://192.0.2.1:9/auth")));
    submit();
    auto &question = find<QWidget>(window, "exposedQuestion");
    QVERIFY(question.isVisible());
    QVERIFY(find<HintLine>(question, "question")
                .text()
                .startsWith(QStringLiteral("The way to 192.0.2.1 is not encrypted")));
    QCOMPARE(signIn().state(), SignIn::State::Guest);
    find<QPushButton>(question, "answer0").click();
    QCOMPARE(signIn().state(), SignIn::State::SigningIn);
    QTRY_COMPARE(m_server->requests().size(), 1);
    QVERIFY(m_server->requests().at(0).head.startsWith("CONNECT 192.0.2.1:9 "));
}

void TestSignIn::takesAPastedToken()
{
    QDialog &window = openDialog();
    find<QTabWidget>(window, "waysToSignIn").setCurrentIndex(1);
    auto &field = find<QLineEdit>(window, "token");
    QCOMPARE(field.echoMode(), QLineEdit::Password);
    field.setText(QStringLiteral("Bearer ") + QString::fromLatin1(token()));
    QTest::keyClick(&field, Qt::Key_Return);
    QTRY_VERIFY(!dialog());
    QCOMPARE(words(*m_window, "signedInAs"), QStringLiteral("ann"));
}

void TestSignIn::explainsAPastedToken()
{
    QDialog &window = openDialog();
    find<QTabWidget>(window, "waysToSignIn").setCurrentIndex(1);
    auto &field = find<QLineEdit>(window, "token");
    field.setText(QStringLiteral("planted"));
    submit();
    QVERIFY2(hint().contains(QStringLiteral("three parts")), qPrintable(hint()));
    QVERIFY(!hint().contains(QStringLiteral("planted")));
    QCOMPARE(field.text(), QStringLiteral("planted"));
}

void TestSignIn::usesARememberedPasswordForTheSameAccountOnly()
{
    m_server->grant(token());
    openDialog();
    fill(m_server->url());
    find<QCheckBox>(*dialog(), "rememberPassword").setChecked(true);
    submit();
    QTRY_VERIFY(!dialog());
    QDialog &window = openDialog();
    QVERIFY(find<QLineEdit>(window, "password").text().isEmpty());
    QVERIFY(find<QCheckBox>(window, "rememberPassword").isChecked());
    find<QLineEdit>(window, "userId").setText(QStringLiteral("ben"));
    submit();
    QVERIFY(hint().startsWith(QStringLiteral("The password is empty")));
    find<QLineEdit>(window, "userId").setText(QStringLiteral("ann"));
    submit();
    QTRY_VERIFY(!dialog());
    QCOMPARE(m_server->requests().at(1).json(), m_server->requests().at(0).json());
}

void TestSignIn::sendsTheTokenWhereTheUserWantsIt()
{
    m_server->grant(token());
    openDialog();
    fill(m_server->url());
    find<QComboBox>(*dialog(), "tokenPlace").setCurrentIndex(1);
    submit();
    QTRY_VERIFY(!dialog());
    connectTo(*m_window, m_stage.toString());
    QCOMPARE(m_transports->last().request.address, m_stage);
    QCOMPARE(m_transports->last().request.headers,
             (QList<HeaderLine>{{"Authorization", "Bearer " + token()}}));
}

void TestSignIn::writesNoSecretAnywhere()
{
    m_server->grant(token());
    openDialog();
    fill(m_server->url());
    find<QCheckBox>(*dialog(), "rememberPassword").setChecked(true);
    submit();
    QTRY_VERIFY(!dialog());
    connectTo(*m_window, m_stage.toString());
    Q_EMIT m_transports->transport().opened();
    m_ui->services().settings.sync();
    QFile settings(m_ui->services().settings.fileName());
    QVERIFY(settings.open(QIODevice::ReadOnly));
    const QString everything = QString::fromUtf8(settings.readAll()) + m_window->windowTitle()
                               + find<QLineEdit>(*m_window, "address").text()
                               + transcript(*m_window).join(u'\n');
    QVERIFY(everything.contains(QStringLiteral("example.com")));
    QVERIFY(!everything.contains(QStringLiteral("planted")));
    QVERIFY(!everything.contains(QString::fromLatin1(token())));
    QVERIFY(!everything.contains(QStringLiteral("Bearer")));
}

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"
