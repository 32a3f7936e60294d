// SPDX-License-Identifier: MIT
#include "transcript/LineText.h"
#include "transcript/TranscriptModel.h"
#include "transcript/TranscriptSelection.h"

#include <QTest>

using namespace Greenroom;

/// What of which lines is selected, and what of it is copied.
class TestTranscriptSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsNothingAtFirst();
    void spansLines_data();
    void spansLines();
    void copiesTheBareTextOfOneLine();
    void copiesSeveralLinesWithTimesAndNames();
    void leavesOutALineThatItOnlyTouches();
    void staysWithItsTextWhenLinesCome();
    void isGoneWithItsText();
};

namespace {

constexpr int length = 6;

void fill(TranscriptModel &model)
{
    for (int line = 0; line < 4; ++line)
        model.append({Message::Kind::Chat,
                      QStringLiteral("eHrdFcnvvHcCE-w="),
                      QStringLiteral("Line %1").arg(line),
                      WallTime(),
                      {}});
}

TranscriptSelection selectionOf(TextPlace anchor, TextPlace cursor)
{
    TranscriptSelection selection;
    selection.begin(anchor);
    selection.extendTo(cursor);
    return selection;
}

} // namespace

void TestTranscriptSelection::holdsNothingAtFirst()
{
    const TranscriptSelection selection;
    TranscriptModel model;
    fill(model);
    QVERIFY(selection.isEmpty());
    QCOMPARE(selection.spanIn(0, length), TextSpan());
    QCOMPARE(selection.text(model), QString());
}

void TestTranscriptSelection::spansLines_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("count");
    QTest::newRow("nothing of the line above") << 0 << 0 << 0;
    QTest::newRow("the end of the first") << 1 << 2 << 4;
    QTest::newRow("the whole of one between") << 2 << 0 << 6;
    QTest::newRow("the beginning of the last") << 3 << 0 << 3;
    QTest::newRow("nothing of the line below") << 4 << 0 << 0;
}

void TestTranscriptSelection::spansLines()
{
    QFETCH(const int, row);
    QFETCH(const int, start);
    QFETCH(const int, count);
    const TextSpan expected{start, count};
    QCOMPARE(selectionOf({1, 2}, {3, 3}).spanIn(row, length), expected);
    QCOMPARE(selectionOf({3, 3}, {1, 2}).spanIn(row, length), expected);
}

void TestTranscriptSelection::copiesTheBareTextOfOneLine()
{
    TranscriptModel model;
    fill(model);
    QCOMPARE(selectionOf({1, 5}, {1, 6}).text(model), QStringLiteral("1"));
    QCOMPARE(selectionOf({1, 6}, {1, 0}).text(model), QStringLiteral("Line 1"));
}

void TestTranscriptSelection::copiesSeveralLinesWithTimesAndNames()
{
    TranscriptModel model;
    fill(model);
    const QStringList lines = selectionOf({1, 5}, {3, 4}).text(model).split(QLatin1Char('\n'));
    QCOMPARE(lines, QStringList({LineText::withTimeAndName(model, 1, QStringLiteral("1")),
                                 LineText::withTimeAndName(model, 2, QStringLiteral("Line 2")),
                                 LineText::withTimeAndName(model, 3, QStringLiteral("Line"))}));
}

void TestTranscriptSelection::leavesOutALineThatItOnlyTouches()
{
    TranscriptModel model;
    fill(model);
    QCOMPARE(selectionOf({0, 6}, {2, 0}).text(model), LineText::withTimeAndName(model, 1));
}

void TestTranscriptSelection::staysWithItsTextWhenLinesCome()
{
    TranscriptSelection selection = selectionOf({1, 2}, {2, 3});
    selection.noteInserted(5, 10);
    QCOMPARE(selection.from(), (TextPlace{1, 2}));
    selection.noteInserted(0, 10);
    QCOMPARE(selection.from(), (TextPlace{11, 2}));
    QCOMPARE(selection.to(), (TextPlace{12, 3}));
}

void TestTranscriptSelection::isGoneWithItsText()
{
    TranscriptSelection selection = selectionOf({3, 2}, {4, 3});
    selection.noteRemoved(0, 2);
    QCOMPARE(selection.from(), (TextPlace{1, 2}));
    selection.noteRemoved(2, 1);
    QVERIFY(selection.isEmpty());
}

QTEST_MAIN(TestTranscriptSelection)
#include "tst_transcriptselection.moc"
