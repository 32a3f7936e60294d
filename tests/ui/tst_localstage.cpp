// SPDX-License-Identifier: MIT
#include "localstage/DemoCast.h"
#include "support/FakeClock.h"
#include "support/Ui.h"
#include "ui/ConversationPage.h"
#include "ui/Desk.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Greenroom;
using namespace Greenroom::Test;

/// The backend in the box: one click, and two people can talk.
class TestLocalStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneClickStartsAndConnects();
    void theWelcomeOffersItToo();
    void twoPeopleOnOneDesk();
    void startingItTwiceConnectsAnotherSession();
    void itsAddressIsNotKeptForTheNextStart();
    void leavesATypedAddressAlone();
    void theDemoCanBeLeftInTheMiddle();
    void theDemoIsPlayedToItsEnd();
    void closingTheWindowEndsTheSession();
};

void TestLocalStage::oneClickStartsAndConnects()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    QTest::mouseClick(&find<QToolButton>(window, "localStage"), Qt::LeftButton);
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    const auto &list = *find<QAbstractItemView>(window, "stages").model();
    QCOMPARE(list.index(0, 0).data().toString(), QStringLiteral("Local stage"));
}

void TestLocalStage::theWelcomeOffersItToo()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    QTest::mouseClick(&find<QPushButton>(window, "welcomeLocalStage"), Qt::LeftButton);
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
}

void TestLocalStage::twoPeopleOnOneDesk()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    window.startLocalStage();
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    Conversation &first = window.currentPage().conversation();
    window.openSession();
    QCOMPARE(window.sessionCount(), 2);
    QTest::mouseClick(&find<QPushButton>(window, "connect"), Qt::LeftButton);
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    say(window, QStringLiteral("One desk, two people"));
    QTRY_COMPARE(lastLine(window), QStringLiteral("You: One desk, two people"));
    QTRY_COMPARE(first.transcript().message(first.transcript().rowCount() - 1).text,
                 QStringLiteral("One desk, two people"));
}

void TestLocalStage::startingItTwiceConnectsAnotherSession()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    window.startLocalStage();
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    window.startLocalStage();
    QTRY_COMPARE(window.sessionCount(), 2);
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
}

void TestLocalStage::itsAddressIsNotKeptForTheNextStart()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    window.startLocalStage();
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    // Also not when the user connects to it by hand.
    window.openSession();
    QTest::mouseClick(&find<QPushButton>(window, "connect"), Qt::LeftButton);
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    QVERIFY(!ui.savedStages().last().has_value());
}

void TestLocalStage::leavesATypedAddressAlone()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    find<QLineEdit>(window, "address").insert(QStringLiteral("wss://my.example/prod"));
    window.startLocalStage();
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    QCOMPARE(window.sessionCount(), 2);
    find<QAbstractItemView>(window, "stages")
        .setCurrentIndex(find<QAbstractItemView>(window, "stages").model()->index(0, 0));
    QCOMPARE(find<QLineEdit>(window, "address").text(), QStringLiteral("wss://my.example/prod"));
}

void TestLocalStage::theDemoCanBeLeftInTheMiddle()
{
    FakeClock clock;
    UiServices ui([] { return std::make_unique<WebSocketTransport>(); }, &clock);
    Desk desk(ui.services());
    QSignalSpy lines(&desk, &Desk::demoLine);
    QSignalSpy stalled(&desk, &Desk::demoStalled);
    desk.playDemo();
    QTRY_VERIFY((clock.advance(DemoCast::pause), lines.count() >= 3));
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (qobject_cast<MainWindow *>(window) != nullptr)
            window->close();
    }
    QTRY_COMPARE(stalled.count(), 1);
    clock.advance(std::chrono::minutes(1));
    QCOMPARE(stalled.count(), 1);
}

void TestLocalStage::theDemoIsPlayedToItsEnd()
{
    FakeClock clock;
    UiServices ui([] { return std::make_unique<WebSocketTransport>(); }, &clock);
    Desk desk(ui.services());
    QSignalSpy finished(&desk, &Desk::demoFinished);
    QSignalSpy lines(&desk, &Desk::demoLine);
    desk.playDemo();
    // The clock turns as fast as the lines arrive.
    QTRY_VERIFY((clock.advance(DemoCast::pause), finished.count() == 1));
    // Connected, the other one joining, and the six lines of the script.
    QTRY_COMPARE(lines.count(), 8);
}

void TestLocalStage::closingTheWindowEndsTheSession()
{
    UiServices ui;
    MainWindow first(ui.services());
    first.show();
    first.startLocalStage();
    QTRY_COMPARE(words(first, "state"), QStringLiteral("Connected"));
    auto *second = new MainWindow(ui.services());
    second->show();
    second->startLocalStage();
    QTRY_VERIFY(lastLine(first).endsWith(QStringLiteral(" joined the chat")));
    second->close();
    QTRY_VERIFY(lastLine(first).endsWith(QStringLiteral(" left the chat")));
}

QTEST_MAIN(TestLocalStage)
#include "tst_localstage.moc"
