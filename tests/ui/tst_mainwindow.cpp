// SPDX-License-Identifier: MIT
#include "support/Ui.h"
#include "transcript/LineText.h"
#include "ui/ConversationPage.h"
#include "ui/TranscriptPane.h"
#include "ui/TranscriptView.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QLineEdit>

using namespace Greenroom;
using namespace Greenroom::Test;

/// The window around the conversations: its columns, its sessions, its keys.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsThreeColumnsWhereThereIsRoom();
    void givesNarrowWindowsToTheConversation();
    void hidesAColumnOnRequest();
    void opensAndClosesSessions();
    void theLastSessionMakesRoomForANewOne();
    void remembersItsSize();
    void everyControlHasAnAccessibleName();
    void searchesByKeyInTheConversationInSight();
    void zoomsTheConversationByKey();
    void showsTimesInUtcByChoice();
};

void TestMainWindow::showsThreeColumnsWhereThereIsRoom()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.resize(1200, 700);
    window.show();
    QVERIFY(find<QWidget>(window, "stages").isVisible());
    QVERIFY(find<QWidget>(window, "people").isVisible());
}

void TestMainWindow::givesNarrowWindowsToTheConversation()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    window.resize(700, 600);
    QVERIFY(find<QWidget>(window, "stages").isVisible());
    QVERIFY(!find<QWidget>(window, "people").isVisible());
    window.resize(420, 600);
    QTRY_VERIFY(!find<QWidget>(window, "stages").isVisible());
    QVERIFY(find<QWidget>(window, "composer").isVisible());
    QCOMPARE(window.width(), 420);
}

void TestMainWindow::hidesAColumnOnRequest()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.resize(1200, 700);
    window.show();
    window.findChild<QAction *>(QStringLiteral("showStages"))->trigger();
    QVERIFY(!find<QWidget>(window, "stages").isVisible());
    window.findChild<QAction *>(QStringLiteral("showSession"))->trigger();
    QVERIFY(!find<QWidget>(window, "people").isVisible());
    window.findChild<QAction *>(QStringLiteral("showStages"))->trigger();
    QVERIFY(find<QWidget>(window, "stages").isVisible());
}

void TestMainWindow::opensAndClosesSessions()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    auto &list = find<QAbstractItemView>(window, "stages");
    find<QLineEdit>(window, "address").insert(QStringLiteral("wss://example.com/dev"));
    window.openSession();
    QCOMPARE(window.sessionCount(), 2);
    QCOMPARE(list.currentIndex().row(), 1);
    QCOMPARE(find<QLineEdit>(window, "address").text(), QStringLiteral("wss://example.com/dev"));
    window.closeSession();
    QCOMPARE(window.sessionCount(), 1);
    QCOMPARE(list.currentIndex().row(), 0);
    QCOMPARE(list.model()->rowCount(), 1);
}

void TestMainWindow::theLastSessionMakesRoomForANewOne()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    find<QLineEdit>(window, "address").insert(QStringLiteral("wss://example.com/dev"));
    window.closeSession();
    QCOMPARE(window.sessionCount(), 1);
    QCOMPARE(find<QLineEdit>(window, "address").text(), QString());
}

void TestMainWindow::remembersItsSize()
{
    UiServices ui;
    auto *first = new MainWindow(ui.services());
    first->resize(777, 555);
    first->show();
    first->close();
    MainWindow second(ui.services());
    QCOMPARE(second.size(), QSize(777, 555));
}

void TestMainWindow::everyControlHasAnAccessibleName()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.resize(1200, 700);
    window.show();
    const auto widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool isOurs =
            !widget->objectName().isEmpty() && !widget->objectName().startsWith(QLatin1String("qt_"));
        if (!isOurs || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
    }
}

void TestMainWindow::searchesByKeyInTheConversationInSight()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.currentPage().conversation().notice(QStringLiteral("Something to look for"));
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    auto &field = find<QLineEdit>(window, "searchField");
    QVERIFY(field.isVisible());
    QTRY_VERIFY(field.hasFocus());
    QTest::keyClicks(&field, QStringLiteral("look"));
    QCOMPARE(words(window, "searchCount"), QStringLiteral("1 of 1"));
}

void TestMainWindow::zoomsTheConversationByKey()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QString key = QStringLiteral("conversation/textZoom");
    QTest::keyClick(&window, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(ui.services().settings.value(key).toInt(), 110);
    QTest::keyClick(&window, Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(ui.services().settings.value(key).toInt(), 90);
    QTest::keyClick(&window, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(ui.services().settings.value(key).toInt(), 100);
}

void TestMainWindow::showsTimesInUtcByChoice()
{
    qputenv("TZ", "JST-9");
    UiServices ui;
    MainWindow window(ui.services());
    const MainWindow other(ui.services());
    window.show();
    TranscriptModel &model = window.currentPage().conversation().transcript();
    model.append({Message::Kind::Notice, {}, QStringLiteral("Noon"), WallTime(std::chrono::hours(3)), {}});
    TranscriptView &view = window.currentPage().transcriptPane().view();
    const QImage before = view.viewport()->grab().toImage();
    auto *action = window.findChild<QAction *>(QStringLiteral("timesInUtc"));
    action->trigger();
    const QString three = QLocale().toString(QTime(3, 0), QLocale::ShortFormat);
    QVERIFY(LineText::withTimeAndName(model, 0).contains(three));
    QTRY_VERIFY(view.viewport()->grab().toImage() != before);
    QVERIFY(other.findChild<QAction *>(QStringLiteral("timesInUtc"))->isChecked());
    action->trigger();
    QTRY_COMPARE(view.viewport()->grab().toImage(), before);
    qunsetenv("TZ");
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
