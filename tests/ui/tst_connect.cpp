// SPDX-License-Identifier: MIT
#include "common/Timestamp.h"
#include "stages/SavedStages.h"
#include "support/FakeTransport.h"
#include "support/InProcessGateway.h"
#include "support/Ui.h"
#include "ui/AddressBar.h"
#include "ui/ConversationPage.h"
#include "ui/Desk.h"
#include "ui/HintLine.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <algorithm>

using namespace Greenroom;
using namespace Greenroom::Test;

/// From an address typed to a session and back, as a user does it.
class TestConnect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsAndSaysSo();
    void disconnectsAndSaysSo();
    void connectsByItselfAtTheNextStart();
    void comesBackToEachStageAtTheNextStart();
    void keepsWhatWasTypedOverARestart();
    void doesNotConnectByItselfWithoutTheSecret();
    void keepsNoSecretInTheSettings();
    void explainsABadAddress_data();
    void explainsABadAddress();
    void aLongWordInAnExplanationPushesNothingAside();
    void forgetsTheExplanationWhenEdited();
    void warnsOfAnExposedAddress();
    void saysWhenNobodyAnswers();
    void canBeCancelledWhileConnecting();
};

void TestConnect::connectsAndSaysSo()
{
    InProcessGateway gateway;
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    QCOMPARE(words(window, "state"), QStringLiteral("Disconnected"));
    connectTo(window, gateway.address().toString());
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    const auto since = fromStamp(words(window, "connectedAt"));
    QVERIFY(since.has_value());
    QCOMPARE(words(window, "duration").left(5), QStringLiteral("0:00:"));
    QCOMPARE(find<QPushButton>(window, "connect").text(), QStringLiteral("Disconnect"));
    QVERIFY(find<QLineEdit>(window, "address").isReadOnly());
}

void TestConnect::disconnectsAndSaysSo()
{
    InProcessGateway gateway;
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    connectTo(window, gateway.address().toString());
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    QTest::mouseClick(&find<QPushButton>(window, "connect"), Qt::LeftButton);
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Disconnected"));
    QVERIFY(lastLine(window).startsWith(QStringLiteral("You have been disconnected.")));
    QVERIFY(!find<QLineEdit>(window, "address").isReadOnly());
}

void TestConnect::connectsByItselfAtTheNextStart()
{
    InProcessGateway gateway;
    UiServices ui;
    {
        MainWindow window(ui.services());
        window.show();
        connectTo(window, gateway.address().toString());
        QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    }
    Desk desk(ui.services());
    MainWindow &window = desk.openFirstWindow({});
    QCOMPARE(find<QLineEdit>(window, "address").text(), gateway.address().toString());
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
}

void TestConnect::comesBackToEachStageAtTheNextStart()
{
    FakeTransports transports;
    UiServices ui(transports.factory());
    const auto url = [](const char *name) {
        return QUrl(QStringLiteral("wss://example.com/") + QLatin1String(name));
    };
    for (const char *name : {"one", "two", "unticked", "three", "two"})
        QVERIFY(ui.savedStages().save(url(name)));
    QVERIFY(ui.savedStages().save(QUrl(QStringLiteral("wss://example.com/four?token=hidden"))));
    QVERIFY(ui.savedStages().save(url("two")));
    SavedStage unticked = *ui.savedStages().find(url("unticked"));
    unticked.connectAtStart = false;
    QVERIFY(ui.savedStages().put({unticked}));
    Desk desk(ui.services());
    MainWindow &window = desk.openFirstWindow({});
    QTRY_COMPARE(transports.count(), 3);
    QCOMPARE(window.sessionCount(), 3);
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QCOMPARE(find<QLineEdit>(window, "address").text(), url("two").toString());
    auto &address = find<QLineEdit>(window, "address");
    address.setFocus();
    QList<QUrl> addresses;
    for (int index = 0; index < transports.count(); ++index) {
        addresses.append(transports.record(index).address);
        if (addresses.constLast() != url("two"))
            Q_EMIT transports.record(index).transport->opened();
    }
    // Those behind take neither the keyboard nor the place.
    QCOMPARE(QApplication::focusWidget(), &address);
    QCOMPARE(find<QLineEdit>(window, "address").text(), url("two").toString());
    std::sort(addresses.begin(), addresses.end());
    QCOMPARE(addresses, (QList<QUrl>{url("one"), url("three"), url("two")}));
    QCOMPARE(ui.savedStages().last()->address, url("two"));
}

void TestConnect::keepsWhatWasTypedOverARestart()
{
    InProcessGateway gateway;
    UiServices ui;
    {
        MainWindow window(ui.services());
        window.show();
        connectTo(window, gateway.address().toString());
        QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
        find<QPlainTextEdit>(window, "composer").insertPlainText(QStringLiteral("Not sent yet"));
    }
    Desk desk(ui.services());
    MainWindow &window = desk.openFirstWindow({});
    auto &composer = find<QPlainTextEdit>(window, "composer");
    QCOMPARE(composer.toPlainText(), QStringLiteral("Not sent yet"));
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    QTest::keyClick(&composer, Qt::Key_Return);
    QTRY_COMPARE(lastLine(window), QStringLiteral("You: Not sent yet"));
    window.openSession();
    window.closeSession();
    MainWindow &another = desk.openFirstWindow({});
    QCOMPARE(find<QPlainTextEdit>(another, "composer").toPlainText(), QString());
}

void TestConnect::doesNotConnectByItselfWithoutTheSecret()
{
    UiServices ui;
    QVERIFY(ui.savedStages().save(QUrl(QStringLiteral("ws://127.0.0.1:9/dev?token=hidden"))));
    Desk desk(ui.services());
    MainWindow &window = desk.openFirstWindow({});
    QCOMPARE(find<QLineEdit>(window, "address").text(), QStringLiteral("ws://127.0.0.1:9/dev"));
    QCOMPARE(words(window, "state"), QStringLiteral("Disconnected"));
}

void TestConnect::keepsNoSecretInTheSettings()
{
    InProcessGateway gateway;
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    connectTo(window, gateway.address().toString() + QStringLiteral("?token=planted-secret"));
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    QFile settings(ui.services().settings.fileName());
    QVERIFY(settings.open(QIODevice::ReadOnly));
    const QByteArray written = settings.readAll();
    QVERIFY(written.contains("127.0.0.1"));
    QVERIFY(!written.contains("planted-secret"));
    QVERIFY(!window.windowTitle().contains(QStringLiteral("planted-secret")));
}

void TestConnect::explainsABadAddress_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks only") << QStringLiteral("   ");
    QTest::newRow("no scheme") << QStringLiteral("example.com/dev");
    QTest::newRow("a web address") << QStringLiteral("http://example.com/dev");
    QTest::newRow("blanks inside") << QStringLiteral("wss://exam ple.com/dev");
    QTest::newRow("5,000 characters")
        << QStringLiteral("wss://example.com/") + QString(5000, QLatin1Char('a'));
}

void TestConnect::explainsABadAddress()
{
    QFETCH(const QString, typed);
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    connectTo(window, typed);
    auto &hint = find<HintLine>(window, "addressHint");
    QVERIFY(hint.isVisible());
    QVERIFY(hint.text().size() > 20);
    QCOMPARE(find<QLineEdit>(window, "address").text(), typed);
    QCOMPARE(words(window, "state"), QStringLiteral("Disconnected"));
    QVERIFY(!ui.savedStages().last().has_value());
}

void TestConnect::aLongWordInAnExplanationPushesNothingAside()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.resize(1100, 700);
    window.show();
    const int before = find<QWidget>(window, "stages").width();
    connectTo(window, QString(700, QLatin1Char('a')));
    QVERIFY(find<HintLine>(window, "addressHint").isVisible());
    QCoreApplication::processEvents();
    QCOMPARE(find<QWidget>(window, "stages").width(), before);
}

void TestConnect::forgetsTheExplanationWhenEdited()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    connectTo(window, QStringLiteral("example.com"));
    QVERIFY(find<HintLine>(window, "addressHint").isVisible());
    QTest::keyClick(&find<QLineEdit>(window, "address"), Qt::Key_X);
    QVERIFY(!find<HintLine>(window, "addressHint").isVisible());
}

void TestConnect::warnsOfAnExposedAddress()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    window.currentPage().addressBar().setText(QStringLiteral("ws://chat.example/dev"));
    auto &hint = find<HintLine>(window, "addressHint");
    QVERIFY(hint.isVisible());
    QVERIFY(hint.text().contains(QStringLiteral("Not encrypted")));
    window.currentPage().addressBar().setText(QStringLiteral("ws://127.0.0.1:3001/dev"));
    QVERIFY(!hint.isVisible());
}

void TestConnect::saysWhenNobodyAnswers()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QString address = QStringLiteral("ws://127.0.0.1:%1/dev").arg(closed.serverPort());
    closed.close();
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    connectTo(window, address);
    QTRY_VERIFY(words(window, "state").startsWith(QStringLiteral("Waiting to retry in ")));
    QVERIFY(lastLine(window).startsWith(QStringLiteral("An error occurred with the connection.")));
    QVERIFY(find<HintLine>(window, "stateReason").isVisible());
    QVERIFY(lastLine(window).endsWith(find<HintLine>(window, "stateReason").text()));
    QCOMPARE(find<QLineEdit>(window, "address").text(), address);
}

void TestConnect::canBeCancelledWhileConnecting()
{
    // Accepts the connection and never answers the handshake.
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    connectTo(window, QStringLiteral("ws://127.0.0.1:%1/dev").arg(silent.serverPort()));
    QCOMPARE(words(window, "state"), QStringLiteral("Connecting…"));
    auto &button = find<QPushButton>(window, "connect");
    QCOMPARE(button.text(), QStringLiteral("Cancel"));
    QTest::mouseClick(&button, Qt::LeftButton);
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Disconnected"));
}

QTEST_MAIN(TestConnect)
#include "tst_connect.moc"
