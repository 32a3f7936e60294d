// SPDX-License-Identifier: MIT
#include "session/PersonName.h"
#include "support/TranscriptBench.h"
#include "transcript/LineText.h"

#include <QAccessible>

using namespace Greenroom;
using namespace Greenroom::Test;

/// The transcript as a screen reader finds it.
class TestTranscriptAccessible : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAListOfItsLines();
    void everyLineIsASentence();
    void linesAreWhereTheyAreSeen();
    void theCurrentLineHasTheFocus();
    void lineSayThatTheyAreSelected();
    void linesGrowWithTheTranscript();
};

namespace {

QAccessibleInterface &listOf(TranscriptBench &bench)
{
    return *QAccessible::queryAccessibleInterface(&bench.view);
}

QString sentence(QAccessibleInterface &list, int row)
{
    return list.child(row)->text(QAccessible::Name);
}

} // namespace

void TestTranscriptAccessible::isAListOfItsLines()
{
    TranscriptBench bench;
    bench.fill(3);
    QAccessibleInterface &list = listOf(bench);
    QCOMPARE(list.role(), QAccessible::List);
    QCOMPARE(list.text(QAccessible::Name), QStringLiteral("Transcript"));
    QCOMPARE(list.childCount(), 3);
    for (int row = 0; row < 3; ++row) {
        QAccessibleInterface *line = list.child(row);
        QCOMPARE(line->role(), QAccessible::ListItem);
        QCOMPARE(line->parent(), &list);
        QCOMPARE(list.indexOfChild(line), row);
        QCOMPARE(list.child(row), line);
    }
    QVERIFY(!list.child(3));
    QVERIFY(!list.child(-1));
}

void TestTranscriptAccessible::everyLineIsASentence()
{
    TranscriptBench bench;
    const QString id = QStringLiteral("eHrdFcnvvHcCE-w=");
    const QString name = PersonName::fromId(id);
    const QString time = LineText::timeOfDay(WallTime());
    bench.model.append(chat(QStringLiteral("Hello")));
    bench.model.append({Message::Kind::Direct, id, QStringLiteral("Psst"), WallTime(), {}});
    bench.model.append({Message::Kind::Joined, id, {}, WallTime(), {}});
    bench.model.append({Message::Kind::Notice, {}, QStringLiteral("Connected."), WallTime(), {}});
    QAccessibleInterface &list = listOf(bench);
    QCOMPARE(sentence(list, 0), QStringLiteral("%1, %2: Hello").arg(name, time));
    QCOMPARE(sentence(list, 1), QStringLiteral("%1, direct message, %2: Psst").arg(name, time));
    QCOMPARE(sentence(list, 2), QStringLiteral("%2: %1 joined the chat").arg(name, time));
    QCOMPARE(sentence(list, 3), QStringLiteral("%1: Connected.").arg(time));
    bench.model.noteOwnId(id);
    QCOMPARE(sentence(list, 0), QStringLiteral("You, %1: Hello").arg(time));
}

void TestTranscriptAccessible::linesAreWhereTheyAreSeen()
{
    TranscriptBench bench;
    bench.fill(60);
    QTRY_VERIFY(bench.isInSight(59));
    QAccessibleInterface &list = listOf(bench);
    const QRect last = list.child(59)->rect();
    QCOMPARE(last.topLeft(), bench.view.viewport()->mapToGlobal(bench.view.rowRect(59).topLeft()));
    QCOMPARE(list.childAt(last.center().x(), last.center().y()), list.child(59));
    QVERIFY(!list.child(59)->state().offscreen);
    QVERIFY(list.child(0)->state().offscreen);
}

void TestTranscriptAccessible::theCurrentLineHasTheFocus()
{
    TranscriptBench bench;
    bench.fill(3);
    bench.tabInto();
    QAccessibleInterface &list = listOf(bench);
    QTRY_COMPARE(list.focusChild(), list.child(2));
    QVERIFY(list.child(2)->state().focused);
    QTest::keyClick(&bench.view, Qt::Key_Up);
    QCOMPARE(list.focusChild(), list.child(1));
    QVERIFY(!list.child(2)->state().focused);
}

void TestTranscriptAccessible::lineSayThatTheyAreSelected()
{
    TranscriptBench bench;
    bench.fill(3);
    QAccessibleInterface &list = listOf(bench);
    QVERIFY(!list.child(1)->state().selected);
    bench.view.textCursor().select({1, 0}, {2, 3});
    QVERIFY(!list.child(0)->state().selected);
    QVERIFY(list.child(1)->state().selected);
    QVERIFY(list.child(2)->state().selected);
}

void TestTranscriptAccessible::linesGrowWithTheTranscript()
{
    TranscriptBench bench;
    bench.fill(3);
    QAccessibleInterface &list = listOf(bench);
    QVERIFY(sentence(list, 0).endsWith(QStringLiteral(": Line 0")));
    bench.fill(1);
    QCOMPARE(list.childCount(), 4);
    bench.model.prepend({chat(QStringLiteral("Older"))});
    QCOMPARE(list.childCount(), 5);
    QVERIFY(sentence(list, 0).endsWith(QStringLiteral(": Older")));
    QVERIFY(sentence(list, 1).endsWith(QStringLiteral(": Line 0")));
}

QTEST_MAIN(TestTranscriptAccessible)
#include "tst_transcriptaccessible.moc"
