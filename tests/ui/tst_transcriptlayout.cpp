// SPDX-License-Identifier: MIT
#include "support/TranscriptBench.h"

#include <QAbstractButton>

using namespace Greenroom;
using namespace Greenroom::Test;

/// What stays where it is while lines come and the window changes, and what is kept of rows out of sight.
class TestTranscriptLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowStaysPutWhenOlderOnesComeBeforeIt();
    void theEndStaysInSightWhenOlderOnesCome();
    void aRowStaysPutWhenTheWidthChanges();
    void everyRowCanBeScrolledTo();
    void scrollingByAWheelMovesRowsByAsMuch();
    void keepsFewRowsLaidOut();
    void countsNewLinesBelow();
    void saysWhatIsUnread();
    void goesBackToWhatIsUnread();
};

namespace {

QList<Message> older(int count)
{
    QList<Message> lines;
    for (int line = 0; line < count; ++line)
        lines << chat(QStringLiteral("An older line, long enough to need more than one in a narrow view: %1")
                          .arg(line));
    return lines;
}

/// Lines of very different heights.
void fillUnevenly(TranscriptModel &model, int lines)
{
    for (int line = 0; line < lines; ++line)
        model.append(chat(QStringLiteral("word ").repeated(1 + line * 37 % 101)));
}

} // namespace

void TestTranscriptLayout::aRowStaysPutWhenOlderOnesComeBeforeIt()
{
    TranscriptBench bench;
    bench.fill(60);
    for (const int row : {0, 20}) {
        bench.view.showRow(row, TranscriptView::Where::Top);
        bench.view.scrollBy(row == 0 ? 0 : 7);
        const int bottom = bench.view.rowRect(row).bottom();
        bench.model.prepend(older(500));
        QTRY_COMPARE(bench.view.rowRect(row + 500).bottom(), bottom);
        QVERIFY(!bench.view.followsEnd());
    }
}

void TestTranscriptLayout::theEndStaysInSightWhenOlderOnesCome()
{
    TranscriptBench bench;
    bench.fill(60);
    QTRY_VERIFY(bench.isInSight(59));
    bench.model.prepend(older(500));
    QTRY_VERIFY(bench.isInSight(559));
    QVERIFY(bench.isAtEnd());
}

void TestTranscriptLayout::aRowStaysPutWhenTheWidthChanges()
{
    TranscriptBench bench({700, 300});
    fillUnevenly(bench.model, 300);
    bench.view.showRow(150, TranscriptView::Where::Top);
    for (const int width : {500, 300, 640, 350}) {
        bench.view.resize(width, 300);
        QTRY_COMPARE(bench.view.rowRect(150).top(), 0);
    }
}

void TestTranscriptLayout::everyRowCanBeScrolledTo()
{
    TranscriptBench bench;
    fillUnevenly(bench.model, 400);
    for (const int row : {399, 0, 200, 201, 3, 398, 100}) {
        bench.view.showRow(row);
        const QRect rect = bench.view.rowRect(row);
        QVERIFY2(rect.top() == 0 || bench.isInSight(row), qPrintable(QString::number(row)));
    }
    bench.view.verticalScrollBar()->setValue(bench.view.verticalScrollBar()->maximum());
    QVERIFY(bench.view.followsEnd());
    bench.view.verticalScrollBar()->setValue(0);
    QCOMPARE(bench.view.rowRect(0).top(), 0);
}

void TestTranscriptLayout::scrollingByAWheelMovesRowsByAsMuch()
{
    TranscriptBench bench;
    fillUnevenly(bench.model, 400);
    bench.view.showRow(200, TranscriptView::Where::Top);
    // The rows above were never laid out: that they are of another height than estimated must not be seen.
    for (int step = 1; step <= 20; ++step) {
        bench.view.verticalScrollBar()->setValue(bench.view.verticalScrollBar()->value() - 10);
        QCOMPARE(bench.view.rowRect(200).top(), 10 * step);
    }
}

void TestTranscriptLayout::keepsFewRowsLaidOut()
{
    TranscriptBench bench;
    bench.fill(3000);
    QTRY_VERIFY(bench.isInSight(2999));
    for (int row = 2999; row >= 0; row -= 5)
        bench.view.showRow(row);
    QVERIFY(bench.view.rowsAtHand() < 400);
}

void TestTranscriptLayout::countsNewLinesBelow()
{
    TranscriptBench bench;
    auto *pill = bench.view.findChild<QAbstractButton *>(QStringLiteral("newLines"));
    bench.fill(60);
    QTRY_VERIFY(bench.isInSight(59));
    QVERIFY(!pill->isVisible());
    bench.view.showRow(5, TranscriptView::Where::Top);
    bench.fill(2);
    bench.model.append({Message::Kind::Notice, {}, QStringLiteral("Not written by anybody"), WallTime(), {}});
    QTRY_VERIFY(pill->isVisible());
    QCOMPARE(bench.view.newLines(), 2);
    QCOMPARE(pill->text(), QStringLiteral("2 new message(s)"));
    QTest::mouseClick(pill, Qt::LeftButton);
    QVERIFY(bench.isInSight(62));
    QVERIFY(!pill->isVisible());
    QCOMPARE(bench.view.newLines(), 0);
}

void TestTranscriptLayout::saysWhatIsUnread()
{
    TranscriptBench bench({400, 600});
    bench.fill(5);
    const int height = bench.view.rowRect(3).height();
    bench.view.setUnreadRow(3);
    QTRY_VERIFY(bench.view.rowRect(3).height() > height);
    bench.model.prepend(older(2));
    QCOMPARE(bench.view.unreadRow(), 5);
    bench.view.setUnreadRow(-1);
    QTRY_COMPARE(bench.view.rowRect(5).height(), height);
}

void TestTranscriptLayout::goesBackToWhatIsUnread()
{
    TranscriptBench bench;
    bench.fill(60);
    bench.view.setUnreadRow(59);
    bench.view.showUnread();
    // It is in sight as it is.
    QVERIFY(bench.view.followsEnd());
    bench.view.setUnreadRow(20);
    bench.view.showUnread();
    QCOMPARE(bench.view.rowRect(20).top(), 0);
    QVERIFY(!bench.view.followsEnd());
    QVERIFY(bench.view.newLines() > 20 && bench.view.newLines() < 40);
}

QTEST_MAIN(TestTranscriptLayout)
#include "tst_transcriptlayout.moc"
