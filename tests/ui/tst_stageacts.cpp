// SPDX-License-Identifier: MIT
#include "stages/Drafts.h"
#include "support/StagesBench.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace Greenroom;
using namespace Greenroom::Test;
using Bench = StagesBench;

/// What can be done with stages in the left column: moving, naming, connecting, forgetting.
class TestStageActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draggingReorders();
    void draggingMovesToAnotherGroup();
    void onlySavedStagesCanBeDragged();
    void foreignDataIsNotTaken();
    void keysMoveAStage();
    void keysMoveAGroup();
    void aMoveIntoAFoldedGroupUnfoldsIt();
    void renamesInPlace();
    void whatIsTypedIntoANameStays();
    void renamesAGroup();
    void connectsAndDisconnectsFromTheMenu();
    void movesToAGroupFromTheMenu();
    void makesANewGroup();
    void forgetsAfterAsking();
    void keepsEverythingOnNo();
    void forgettingEndsTheSessionsOfAllWindows();
    void theMenuKeyOpensTheMenu();

private:
    static QPushButton &answer(const Bench &bench, bool yes);
};

QPushButton &TestStageActs::answer(const Bench &bench, bool yes)
{
    auto *question = bench.window->findChild<QMessageBox *>(QStringLiteral("forgetStage"));
    if (!question)
        qFatal("nothing was asked");
    return yes ? *question->findChild<QPushButton *>(QStringLiteral("forget"))
               : *qobject_cast<QPushButton *>(question->button(QMessageBox::Cancel));
}

void TestStageActs::draggingReorders()
{
    Bench bench({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    bench.choose("b");
    QVERIFY(bench.drop("c", 0));
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(bench.drop("c", -1));
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    QVERIFY(bench.drop("a", 2));
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}));
    QCOMPARE(bench.current(), QStringLiteral("b"));
    bench.restart();
    bench.choose("a");
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}));
}

void TestStageActs::draggingMovesToAnotherGroup()
{
    Bench bench(
        {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("Work/c"), QStringLiteral("Home/d")});
    bench.choose("a");
    // a b [Work] c [Home] d
    QVERIFY(bench.drop("a", 3));
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("b"), QStringLiteral("[Work]"), QStringLiteral("a"),
                                        QStringLiteral("c"), QStringLiteral("[Home]"), QStringLiteral("d")}));
    // Above a head is the end of the group before.
    QVERIFY(bench.drop("b", 4));
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("[Work]"), QStringLiteral("a"), QStringLiteral("c"),
                                        QStringLiteral("b"), QStringLiteral("[Home]"), QStringLiteral("d")}));
    QVERIFY(bench.drop("d", 0));
    QCOMPARE(bench.rows().constFirst(), QStringLiteral("d"));
    // Onto a head is into its group, as the first.
    const std::unique_ptr<QMimeData> data(bench.model().mimeData({bench.row("d")}));
    QVERIFY(bench.model().dropMimeData(data.get(), Qt::MoveAction, -1, -1, bench.row("[Work]")));
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("[Work]"), QStringLiteral("d"), QStringLiteral("a"),
                                        QStringLiteral("c"), QStringLiteral("b")}));
}

void TestStageActs::onlySavedStagesCanBeDragged()
{
    const Bench bench({QStringLiteral("Work/a")});
    QVERIFY(bench.row("a").flags().testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(!bench.row("New session").flags().testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(!bench.row("[Work]").flags().testFlag(Qt::ItemIsDragEnabled));
}

void TestStageActs::foreignDataIsNotTaken()
{
    const Bench bench({QStringLiteral("a")});
    QMimeData text;
    text.setText(QStringLiteral("wss://example.com/b"));
    QVERIFY(!bench.model().dropMimeData(&text, Qt::MoveAction, 0, 0, {}));
    QMimeData unknown;
    unknown.setData(bench.model().mimeTypes().constFirst(), "wss://example.com/unknown");
    bench.model().dropMimeData(&unknown, Qt::MoveAction, 0, 0, {});
    QCOMPARE(bench.services.savedStages.all().size(), 1);
}

void TestStageActs::keysMoveAStage()
{
    const Bench bench(
        {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("Work/c"), QStringLiteral("Work/d")});
    bench.choose("a");
    bench.press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(bench.rows().mid(0, 2), QStringList({QStringLiteral("b"), QStringLiteral("a")}));
    QCOMPARE(bench.current(), QStringLiteral("a"));
    bench.press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("b"), QStringLiteral("[Work]"), QStringLiteral("a"),
                                        QStringLiteral("c"), QStringLiteral("d")}));
    bench.press(Qt::Key_Down, Qt::AltModifier);
    bench.press(Qt::Key_Down, Qt::AltModifier);
    bench.press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("b"), QStringLiteral("[Work]"), QStringLiteral("c"),
                                        QStringLiteral("d"), QStringLiteral("a")}));
    for (int times = 0; times < 4; ++times)
        bench.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("[Work]"),
                                        QStringLiteral("c"), QStringLiteral("d")}));
    QCOMPARE(bench.current(), QStringLiteral("a"));
}

void TestStageActs::keysMoveAGroup()
{
    const Bench bench({QStringLiteral("Work/a"), QStringLiteral("Home/b")});
    bench.choose("a");
    bench.view().setCurrentIndex(bench.row("[Home]"));
    bench.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("[Home]"), QStringLiteral("b"),
                                        QStringLiteral("[Work]"), QStringLiteral("a")}));
    QCOMPARE(bench.current(), QStringLiteral("[Home]"));
}

void TestStageActs::aMoveIntoAFoldedGroupUnfoldsIt()
{
    const Bench bench({QStringLiteral("a"), QStringLiteral("Work/b")});
    bench.choose("[Work]");
    bench.choose("a");
    bench.press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("[Work]"), QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(bench.current(), QStringLiteral("a"));
}

void TestStageActs::renamesInPlace()
{
    const Bench bench({QStringLiteral("a")});
    bench.choose("a");
    bench.press(Qt::Key_F2);
    auto &editor = find<QLineEdit>(*bench.window, "rename");
    QCOMPARE(editor.text(), QStringLiteral("example.com/a"));
    editor.selectAll();
    QTest::keyClicks(&editor, QStringLiteral("Orders"));
    QTest::keyClick(&editor, Qt::Key_Return);
    // The view takes it once the key has been dealt with.
    QTRY_COMPARE(bench.rows(), QStringList{QStringLiteral("Orders")});
    QVERIFY(bench.window->windowTitle().startsWith(QStringLiteral("Orders ")));
    // Without a name the address serves again.
    bench.model().setData(bench.index(0), QStringLiteral(" "), Qt::EditRole);
    QCOMPARE(bench.rows(), QStringList{QStringLiteral("a")});
}

void TestStageActs::whatIsTypedIntoANameStays()
{
    const Bench bench({QStringLiteral("a")});
    bench.choose("a");
    bench.act("a", "renameStage");
    auto &editor = find<QLineEdit>(*bench.window, "rename");
    editor.selectAll();
    QTest::keyClicks(&editor, QStringLiteral("Ord"));
    bench.services.summaries.set(Bench::url(QStringLiteral("a")), {QStringLiteral("Ann: Hi"), {}, 1});
    QCOMPARE(editor.text(), QStringLiteral("Ord"));
    QTest::keyClick(&editor, Qt::Key_Escape);
    QCOMPARE(bench.rows(), QStringList{QStringLiteral("a")});
}

void TestStageActs::renamesAGroup()
{
    const Bench bench({QStringLiteral("Work/a")});
    QVERIFY(bench.model().setData(bench.row("[Work]"), QStringLiteral("Job"), Qt::EditRole));
    QCOMPARE(bench.services.savedStages.groups(), QStringList{QStringLiteral("Job")});
}

void TestStageActs::connectsAndDisconnectsFromTheMenu()
{
    const Bench bench({QStringLiteral("a"), QStringLiteral("b")});
    bench.choose("a");
    bench.act("b", "connectStage");
    QCOMPARE(bench.current(), QStringLiteral("b"));
    QCOMPARE(bench.transports.last().address, Bench::url(QStringLiteral("b")));
    Q_EMIT bench.transports.transport().opened();
    bench.choose("a");
    bench.act("b", "connectStage");
    QCOMPARE(bench.transports.last().closeCalls, 1);
}

void TestStageActs::movesToAGroupFromTheMenu()
{
    const Bench bench({QStringLiteral("a"), QStringLiteral("R&D/b")});
    bench.choose("a");
    bench.act("a", "group");
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("[R&D]"), QStringLiteral("b"), QStringLiteral("a")}));
    bench.act("b", "noGroup");
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("b"), QStringLiteral("[R&D]"), QStringLiteral("a")}));
}

void TestStageActs::makesANewGroup()
{
    const Bench bench({QStringLiteral("a")});
    bench.choose("a");
    bench.act("a", "newGroupOfStage");
    auto *question = bench.window->findChild<QInputDialog *>(QStringLiteral("newGroup"));
    if (!question)
        qFatal("nothing was asked");
    question->setTextValue(QStringLiteral("Work"));
    question->accept();
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("[Work]"), QStringLiteral("a")}));
}

void TestStageActs::forgetsAfterAsking()
{
    Bench bench({QStringLiteral("a"), QStringLiteral("b")});
    const QSignalSpy forgotten(&bench.services.savedStages, &SavedStages::forgotten);
    const QUrl stage = Bench::url(QStringLiteral("a"));
    bench.choose("a");
    say(*bench.window, QStringLiteral("Waits for a connection"));
    bench.composer().insertPlainText(QStringLiteral("Not sent"));
    bench.connectTo(QStringLiteral("a"));
    const FakeTransport *transport = &bench.transports.transport();
    const QPointer<const FakeTransport> session(transport);
    bench.act("a", "askToForget");
    QCOMPARE(bench.services.savedStages.all().size(), 2);
    answer(bench, true).click();
    QVERIFY(session.isNull());
    QCOMPARE(forgotten.count(), 1);
    QCOMPARE(forgotten.at(0).at(0).toUrl(), stage);
    QCOMPARE(bench.rows(), QStringList({QStringLiteral("b"), QStringLiteral("New session")}));
    QCOMPARE(Drafts(bench.services.settings).of(stage), QString());
    QVERIFY(bench.services.outbox.take(stage).isEmpty());
}

void TestStageActs::keepsEverythingOnNo()
{
    const Bench bench({QStringLiteral("a")});
    bench.choose("a");
    bench.composer().insertPlainText(QStringLiteral("Not sent"));
    bench.act("a", "askToForget");
    answer(bench, false).click();
    QCOMPARE(bench.rows(), QStringList{QStringLiteral("a")});
    QCOMPARE(bench.composer().toPlainText(), QStringLiteral("Not sent"));
}

void TestStageActs::forgettingEndsTheSessionsOfAllWindows()
{
    Bench bench({QStringLiteral("a")});
    MainWindow other(bench.services);
    other.show();
    bench.choose("a");
    bench.connectTo(QStringLiteral("a"));
    const FakeTransport *transport = &bench.transports.transport();
    const QPointer<const FakeTransport> session(transport);
    auto &list = find<QAbstractItemView>(other, "stages");
    list.setCurrentIndex(list.model()->index(0, 0));
    connectTo(other, Bench::url(QStringLiteral("a")).toString());
    bench.services.outbox.forgetStage({});
    bench.act("a", "askToForget");
    answer(bench, true).click();
    QVERIFY(session.isNull());
    QCOMPARE(list.model()->rowCount(), 1);
    QCOMPARE(other.currentPage().stage(), QUrl());
}

void TestStageActs::theMenuKeyOpensTheMenu()
{
    const Bench bench({QStringLiteral("a")});
    bench.choose("a");
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(bench.view().viewport(), &event);
    auto *menu = bench.view().findChild<QMenu *>(QStringLiteral("stageMenu"));
    if (!menu)
        qFatal("there is no menu");
    QVERIFY(menu->isVisible());
    menu->close();
}

QTEST_MAIN(TestStageActs)
#include "tst_stageacts.moc"
