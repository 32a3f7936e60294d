// SPDX-License-Identifier: MIT
#include "support/StagesBench.h"
#include "ui/TranscriptPane.h"
#include "ui/TranscriptView.h"

#include <QScrollBar>
#include <QSignalSpy>

using namespace Greenroom;
using namespace Greenroom::Test;
using namespace std::chrono_literals;
using Bench = StagesBench;

/// The left column: what it shows, and going from one conversation to another in it.
class TestStageList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsSavedStagesInTheirGroups();
    void choosingOpensWithoutConnecting();
    void anUnusedSessionMakesRoom();
    void aNewSessionBecomesItsStage();
    void aSecondSessionStandsBelowTheFirst();
    void anotherAddressMovesThePage();
    void tellsStateAndUnreadAndTheLastLine();
    void tellsOfStagesThatAreNotOpen();
    void tellsWhenInFewLetters();
    void eachConversationKeepsItsDraftAndPlace();
    void closingKeepsTheStage();
    void foldsAGroup();
    void theConversationInSightStaysMarked();
    void anotherSessionLeavesADraftAlone();
    void goingThroughTheListByKeyDoesNotJumpBack();
    void twoWindowsShareTheList();
    void showsNamesAsTheyAre();
    void everyRowIsASentence();
};

void TestStageList::showsSavedStagesInTheirGroups()
{
    const Bench bench({QStringLiteral("a"), QStringLiteral("Work/b"), QStringLiteral("c"),
                       QStringLiteral("Home/d"), QStringLiteral("Work/e")});
    QCOMPARE(bench.rows(),
             QStringList({QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("New session"),
                          QStringLiteral("[Work]"), QStringLiteral("b"), QStringLiteral("e"),
                          QStringLiteral("[Home]"), QStringLiteral("d")}));
    QCOMPARE(bench.state("b"), QStringLiteral("Disconnected"));
    QCOMPARE(bench.current(), QStringLiteral("New session"));
}

void TestStageList::choosingOpensWithoutConnecting()
{
    const Bench bench({QStringLiteral("a"), QStringLiteral("b")});
    bench.choose("a");
    bench.composer().insertPlainText(QStringLiteral("Not sent"));
    bench.choose("b");
    QCOMPARE(bench.address(), Bench::url(QStringLiteral("b")).toString());
    QCOMPARE(bench.composer().toPlainText(), QString());
    QCOMPARE(bench.transports.count(), 0);
    bench.choose("a");
    QCOMPARE(bench.composer().toPlainText(), QStringLiteral("Not sent"));
    QCOMPARE(bench.window->sessionCount(), 2);
    QVERIFY(bench.window->windowTitle().contains(QStringLiteral("example.com/a")));
}

void TestStageList::anUnusedSessionMakesRoom()
{
    const Bench bench({QStringLiteral("a")});
    bench.choose("a");
    QCOMPARE(bench.rows(), QStringList{QStringLiteral("a")});
    QCOMPARE(bench.current(), QStringLiteral("a"));
    QCOMPARE(bench.window->sessionCount(), 1);
}

void TestStageList::aNewSessionBecomesItsStage()
{
    Bench bench({QStringLiteral("Work/a")});
    bench.connectTo(QStringLiteral("b"));
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("b"), QStringLiteral("[Work]"), QStringLiteral("a")}));
    QCOMPARE(bench.current(), QStringLiteral("b"));
    bench.window->openSession();
    QCOMPARE(bench.current(), QStringLiteral("New session"));
    bench.connectTo(QStringLiteral("a"));
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("b"), QStringLiteral("[Work]"), QStringLiteral("a")}));
    QCOMPARE(bench.current(), QStringLiteral("a"));
    QCOMPARE(bench.state("a"), QStringLiteral("Connected"));
}

void TestStageList::aSecondSessionStandsBelowTheFirst()
{
    Bench bench({QStringLiteral("a"), QStringLiteral("b")});
    bench.choose("a");
    bench.connectTo(QStringLiteral("a"));
    bench.act("a", "anotherSession");
    bench.connectTo(QStringLiteral("a"));
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("a"), QStringLiteral("a (2)"), QStringLiteral("b")}));
    QCOMPARE(bench.current(), QStringLiteral("a (2)"));
    bench.choose("a");
    bench.act("a", "closeSession");
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(bench.state("a"), QStringLiteral("Connected"));
}

void TestStageList::anotherAddressMovesThePage()
{
    Bench bench({QStringLiteral("a"), QStringLiteral("b")});
    bench.choose("a");
    bench.connectTo(QStringLiteral("a"));
    Bench::hear(bench.transports.transport(), QStringLiteral("Of a"));
    QTRY_VERIFY(!bench.row("a").data(StageEntry::LastLineRole).toString().isEmpty());
    bench.disconnect();
    bench.connectTo(QStringLiteral("b"));
    QCOMPARE(bench.state("a"), QStringLiteral("Disconnected"));
    QCOMPARE(bench.state("b"), QStringLiteral("Connected"));
    QCOMPARE(bench.current(), QStringLiteral("b"));
    Bench::hear(bench.transports.transport(), QStringLiteral("Of b"));
    QTRY_VERIFY(bench.row("b").data(StageEntry::LastLineRole).toString().endsWith(QStringLiteral("Of b")));
    QVERIFY(bench.row("a").data(StageEntry::LastLineRole).toString().endsWith(QStringLiteral("Of a")));
}

void TestStageList::tellsStateAndUnreadAndTheLastLine()
{
    Bench bench({QStringLiteral("a"), QStringLiteral("b")});
    bench.choose("a");
    bench.connectTo(QStringLiteral("a"));
    FakeTransport &ofA = bench.transports.transport();
    bench.choose("b");
    Bench::hear(ofA, QStringLiteral("one"));
    Bench::hear(ofA, QStringLiteral("two"));
    QTRY_COMPARE(bench.row("a").data(StageEntry::UnreadRole).toInt(), 2);
    QVERIFY(bench.row("a").data(StageEntry::LastLineRole).toString().endsWith(QStringLiteral(": two")));
    Q_EMIT ofA.failed({403, QStringLiteral("Gone.")});
    QCOMPARE(bench.state("a"), QStringLiteral("Connection error"));
    bench.choose("a");
    QCOMPARE(bench.row("a").data(StageEntry::UnreadRole).toInt(), 0);
}

void TestStageList::tellsOfStagesThatAreNotOpen()
{
    Bench bench({QStringLiteral("a"), QStringLiteral("b")});
    bench.services.summaries.set(Bench::url(QStringLiteral("a")),
                                 {QStringLiteral("Ann: Before"), bench.clock.wallTime() - 1h, 5});
    QCOMPARE(bench.row("a").data(StageEntry::UnreadRole).toInt(), 5);
    QCOMPARE(bench.row("a").data(StageEntry::LastLineRole).toString(), QStringLiteral("Ann: Before"));
    bench.choose("a");
    QCOMPARE(bench.row("a").data(StageEntry::UnreadRole).toInt(), 0);
    QCOMPARE(bench.row("a").data(StageEntry::LastLineRole).toString(), QStringLiteral("Ann: Before"));
}

void TestStageList::tellsWhenInFewLetters()
{
    Bench bench({QStringLiteral("a")});
    bench.services.summaries.set(Bench::url(QStringLiteral("a")),
                                 {QStringLiteral("Ann: Hi"), bench.clock.wallTime(), 0});
    QCOMPARE(bench.row("a").data(StageEntry::TimeRole).toString(), QStringLiteral("now"));
    const QSignalSpy changed(&bench.model(), &QAbstractItemModel::dataChanged);
    bench.clock.advance(2min);
    QVERIFY(changed.count() > 0);
    QVERIFY(bench.row("a").data(StageEntry::TimeRole).toString() != QStringLiteral("now"));
}

void TestStageList::eachConversationKeepsItsDraftAndPlace()
{
    Bench bench({QStringLiteral("a"), QStringLiteral("b")});
    bench.choose("a");
    bench.connectTo(QStringLiteral("a"));
    for (int line = 0; line < 100; ++line)
        Bench::hear(bench.transports.transport(), QString::number(line));
    TranscriptView &view = bench.window->currentPage().transcriptPane().view();
    view.showRow(20, TranscriptView::Where::Top);
    const int place = view.verticalScrollBar()->value();
    bench.composer().insertPlainText(QStringLiteral("Half a sentence"));
    bench.choose("b");
    bench.composer().insertPlainText(QStringLiteral("Another one"));
    bench.choose("a");
    QCOMPARE(view.verticalScrollBar()->value(), place);
    QVERIFY(!view.followsEnd());
    QCOMPARE(bench.composer().toPlainText(), QStringLiteral("Half a sentence"));
    bench.restart();
    bench.choose("b");
    QCOMPARE(bench.composer().toPlainText(), QStringLiteral("Another one"));
    bench.choose("a");
    QCOMPARE(bench.composer().toPlainText(), QStringLiteral("Half a sentence"));
}

void TestStageList::closingKeepsTheStage()
{
    Bench bench({QStringLiteral("a"), QStringLiteral("b")});
    bench.choose("a");
    bench.connectTo(QStringLiteral("a"));
    bench.window->closeSession();
    QCOMPARE(bench.rows(),
             QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("New session")}));
    QCOMPARE(bench.state("a"), QStringLiteral("Disconnected"));
    QCOMPARE(bench.current(), QStringLiteral("New session"));
    QCOMPARE(bench.window->sessionCount(), 1);
}

void TestStageList::foldsAGroup()
{
    Bench bench({QStringLiteral("a"), QStringLiteral("Work/b"), QStringLiteral("Work/c")});
    bench.choose("b");
    bench.choose("[Work]");
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("a"), QStringLiteral("[Work]")}));
    QCOMPARE(bench.address(), Bench::url(QStringLiteral("b")).toString());
    QCOMPARE(bench.window->sessionCount(), 1);
    bench.services.summaries.set(Bench::url(QStringLiteral("c")), {QStringLiteral("Ann: Hi"), {}, 4});
    QCOMPARE(bench.row("[Work]").data(StageEntry::UnreadRole).toInt(), 4);
    bench.restart();
    QVERIFY(!bench.rows().contains(QStringLiteral("b")));
    bench.choose("[Work]");
    QVERIFY(bench.rows().contains(QStringLiteral("b")));
    bench.view().setCurrentIndex(bench.row("[Work]"));
    bench.press(Qt::Key_Left);
    QVERIFY(!bench.rows().contains(QStringLiteral("b")));
    bench.press(Qt::Key_Right);
    QVERIFY(bench.rows().contains(QStringLiteral("b")));
}

void TestStageList::theConversationInSightStaysMarked()
{
    const Bench bench({QStringLiteral("a"), QStringLiteral("Work/b")});
    bench.choose("a");
    bench.choose("[Work]");
    QCOMPARE(bench.current(), QStringLiteral("a"));
    QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
    bench.view().setFocus();
    bench.press(Qt::Key_Down);
    QCOMPARE(bench.current(), QStringLiteral("[Work]"));
    bench.composer().setFocus();
    QCOMPARE(bench.current(), QStringLiteral("a"));
}

void TestStageList::anotherSessionLeavesADraftAlone()
{
    Bench bench({QStringLiteral("a")});
    bench.choose("a");
    bench.composer().insertPlainText(QStringLiteral("Not sent"));
    bench.clock.advance(1min);
    bench.act("a", "anotherSession");
    bench.connectTo(QStringLiteral("a"));
    bench.composer().clear();
    say(*bench.window, QStringLiteral("Sent by the other one"));
    bench.restart();
    bench.choose("a");
    QCOMPARE(bench.composer().toPlainText(), QStringLiteral("Not sent"));
}

void TestStageList::goingThroughTheListByKeyDoesNotJumpBack()
{
    Bench bench({QStringLiteral("a"), QStringLiteral("Work/b")});
    bench.choose("a");
    bench.connectTo(QStringLiteral("a"));
    bench.view().setFocus();
    bench.press(Qt::Key_Down);
    QCOMPARE(bench.current(), QStringLiteral("[Work]"));
    Bench::hear(bench.transports.transport(), QStringLiteral("Meanwhile"));
    QTRY_VERIFY(!bench.row("a").data(StageEntry::LastLineRole).toString().isEmpty());
    QCOMPARE(bench.current(), QStringLiteral("[Work]"));
    bench.press(Qt::Key_Down);
    QCOMPARE(bench.address(), Bench::url(QStringLiteral("b")).toString());
    bench.press(Qt::Key_Return);
    QVERIFY(bench.composer().hasFocus());
}

void TestStageList::twoWindowsShareTheList()
{
    Bench bench({QStringLiteral("a")});
    MainWindow other(bench.services);
    other.show();
    const auto &list = *find<QAbstractItemView>(other, "stages").model();
    bench.connectTo(QStringLiteral("b"));
    QCOMPARE(list.index(1, 0).data().toString(), QStringLiteral("example.com/b"));
    QCOMPARE(list.index(1, 0).data(StageEntry::WordsRole).toString(), QStringLiteral("Disconnected"));
    Bench::hear(bench.transports.transport(), QStringLiteral("Hello"));
    QTRY_VERIFY(list.index(1, 0).data(StageEntry::LastLineRole).toString().endsWith(QStringLiteral("Hello")));
}

void TestStageList::showsNamesAsTheyAre()
{
    const Bench bench({QStringLiteral("a")});
    const QString name = QStringLiteral("<b>bold</b> &amp; “x”");
    bench.services.savedStages.rename(Bench::url(QStringLiteral("a")), name);
    QCOMPARE(bench.index(0).data().toString(), name);
    QVERIFY(bench.index(0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("wss://example.com/a")));
}

void TestStageList::everyRowIsASentence()
{
    Bench bench({QStringLiteral("Work/a")});
    bench.services.summaries.set(Bench::url(QStringLiteral("a")),
                                 {QStringLiteral("Ann: Hi"), bench.clock.wallTime(), 2});
    QCOMPARE(bench.row("a").data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("example.com/a: Disconnected · 2 unread. Last message, now: Ann: Hi"));
    QCOMPARE(bench.row("[Work]").data(Qt::AccessibleTextRole).toString(), QStringLiteral("Work, group"));
}

QTEST_MAIN(TestStageList)
#include "tst_stagelist.moc"
