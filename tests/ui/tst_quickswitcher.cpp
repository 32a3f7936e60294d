// SPDX-License-Identifier: MIT
#include "support/StagesBench.h"

#include <QLineEdit>

using namespace Greenroom;
using namespace Greenroom::Test;
using Bench = StagesBench;

/// Ctrl+K: from stage to stage by a part of a name.
class TestQuickSwitcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensByKeyAndClosesByEscape();
    void findsByNameGroupAndAddress();
    void findsStagesInFoldedGroups();
    void beginsWithTheLastUsed();
    void enterGoesThere();
    void aClickGoesThere();
    void arrowsGoRound();
    void saysWhenNothingFits();
    void marksUnread();

private:
    static void open(const Bench &bench);
    static QLineEdit &field(const Bench &bench) { return find<QLineEdit>(*bench.window, "switcherField"); }
    static QAbstractItemView &list(const Bench &bench)
    {
        return find<QAbstractItemView>(*bench.window, "switcherList");
    }
    static bool isOpen(const Bench &bench) { return find<QWidget>(*bench.window, "switcher").isVisible(); }
    static QStringList shown(const Bench &bench);
    static void type(const Bench &bench, const QString &text);
};

void TestQuickSwitcher::open(const Bench &bench)
{
    QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
    QTest::keyClick(bench.window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(isOpen(bench));
    QTRY_VERIFY(field(bench).hasFocus());
}

QStringList TestQuickSwitcher::shown(const Bench &bench)
{
    QStringList titles;
    const QAbstractItemModel &model = *list(bench).model();
    for (int row = 0; row < model.rowCount(); ++row)
        titles << model.index(row, 0).data().toString().remove(QStringLiteral("example.com/"));
    return titles;
}

void TestQuickSwitcher::type(const Bench &bench, const QString &text)
{
    field(bench).clear();
    QTest::keyClicks(&field(bench), text);
}

void TestQuickSwitcher::opensByKeyAndClosesByEscape()
{
    const Bench bench({QStringLiteral("a")});
    bench.choose("a");
    bench.composer().setFocus();
    open(bench);
    QTest::keyClick(&field(bench), Qt::Key_Escape);
    QVERIFY(!isOpen(bench));
    QVERIFY(bench.composer().hasFocus());
    QCOMPARE(bench.current(), QStringLiteral("a"));
}

void TestQuickSwitcher::findsByNameGroupAndAddress()
{
    const Bench bench({QStringLiteral("one"), QStringLiteral("Work/two"), QStringLiteral("three")});
    bench.services.savedStages.rename(Bench::url(QStringLiteral("one")), QStringLiteral("Orders"));
    open(bench);
    type(bench, QStringLiteral("ord"));
    QCOMPARE(shown(bench), QStringList{QStringLiteral("Orders")});
    type(bench, QStringLiteral("WORK"));
    QCOMPARE(shown(bench), QStringList{QStringLiteral("two")});
    type(bench, QStringLiteral("com/one"));
    QCOMPARE(shown(bench), QStringList{QStringLiteral("Orders")});
    // The name before the address.
    type(bench, QStringLiteral("o"));
    QCOMPARE(shown(bench).constFirst(), QStringLiteral("Orders"));
}

void TestQuickSwitcher::findsStagesInFoldedGroups()
{
    const Bench bench({QStringLiteral("a"), QStringLiteral("Work/b")});
    bench.choose("[Work]");
    bench.choose("a");
    open(bench);
    type(bench, QStringLiteral("/b"));
    QTest::keyClick(&field(bench), Qt::Key_Return);
    QCOMPARE(bench.address(), Bench::url(QStringLiteral("b")).toString());
}

void TestQuickSwitcher::beginsWithTheLastUsed()
{
    const Bench bench({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
    bench.choose("b");
    bench.choose("a");
    bench.choose("c");
    open(bench);
    // In sight before, then as they were connected to, and last where one is.
    QCOMPARE(shown(bench), QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("d"),
                                        QStringLiteral("c")}));
}

void TestQuickSwitcher::enterGoesThere()
{
    const Bench bench({QStringLiteral("a"), QStringLiteral("b")});
    bench.choose("a");
    open(bench);
    type(bench, QStringLiteral("/b"));
    QTest::keyClick(&field(bench), Qt::Key_Return);
    QVERIFY(!isOpen(bench));
    QCOMPARE(bench.current(), QStringLiteral("b"));
    QVERIFY(bench.composer().hasFocus());
    QCOMPARE(bench.transports.count(), 0);
}

void TestQuickSwitcher::aClickGoesThere()
{
    const Bench bench({QStringLiteral("a"), QStringLiteral("b")});
    bench.choose("a");
    open(bench);
    const QModelIndex wanted = list(bench).model()->index(0, 0);
    QTest::mouseClick(list(bench).viewport(), Qt::LeftButton, {}, list(bench).visualRect(wanted).center());
    QCOMPARE(bench.current(), QStringLiteral("b"));
}

void TestQuickSwitcher::arrowsGoRound()
{
    const Bench bench({QStringLiteral("a"), QStringLiteral("b")});
    bench.choose("a");
    open(bench);
    QCOMPARE(list(bench).currentIndex().row(), 0);
    QTest::keyClick(&field(bench), Qt::Key_Down);
    QCOMPARE(list(bench).currentIndex().row(), 1);
    QTest::keyClick(&field(bench), Qt::Key_Down);
    QCOMPARE(list(bench).currentIndex().row(), 0);
    QTest::keyClick(&field(bench), Qt::Key_Up);
    QCOMPARE(list(bench).currentIndex().row(), 1);
}

void TestQuickSwitcher::saysWhenNothingFits()
{
    const Bench bench({QStringLiteral("a")});
    open(bench);
    type(bench, QStringLiteral("nowhere"));
    QVERIFY(find<QWidget>(*bench.window, "switcherNothing").isVisible());
    QTest::keyClick(&field(bench), Qt::Key_Return);
    QVERIFY(isOpen(bench));
    QTest::keyClick(&field(bench), Qt::Key_Down);
    type(bench, QStringLiteral("exa"));
    QVERIFY(!find<QWidget>(*bench.window, "switcherNothing").isVisible());
}

void TestQuickSwitcher::marksUnread()
{
    const Bench bench({QStringLiteral("a"), QStringLiteral("b")});
    bench.choose("a");
    bench.services.summaries.set(Bench::url(QStringLiteral("b")), {QStringLiteral("Ann: Hi"), {}, 3});
    open(bench);
    QCOMPARE(list(bench).model()->index(0, 0).data(StageEntry::UnreadRole).toInt(), 3);
}

QTEST_MAIN(TestQuickSwitcher)
#include "tst_quickswitcher.moc"
