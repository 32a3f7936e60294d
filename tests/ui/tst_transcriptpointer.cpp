// SPDX-License-Identifier: MIT
#include "support/TranscriptBench.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace Greenroom;
using namespace Greenroom::Test;

/// The mouse in the transcript: what it selects, where it leads.
class TestTranscriptPointer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selectsAPartOfALine();
    void selectsOverLinesInBothDirections();
    void aClickSelectsNothing();
    void aDoubleClickSelectsAWord();
    void aTripleClickSelectsALine();
    void shiftExtendsTheSelection();
    void scrollsWhileDraggedBeyondTheEdge();
    void followsALinkOnClick();
    void doesNotFollowALinkThatIsBeingSelected();
    void showsWhatIsUnderIt();
};

void TestTranscriptPointer::selectsAPartOfALine()
{
    TranscriptBench bench;
    bench.fill(3);
    bench.drag(bench.pointOf({1, 5}), bench.pointOf({1, 6}));
    QCOMPARE(bench.view.textCursor().selectedText(), QStringLiteral("1"));
}

void TestTranscriptPointer::selectsOverLinesInBothDirections()
{
    TranscriptBench bench;
    bench.fill(3);
    const QPoint upper = bench.pointOf({0, 2});
    const QPoint lower = bench.pointOf({2, 4});
    bench.drag(upper, lower);
    QCOMPARE(bench.view.textCursor().selection().from(), (TextPlace{0, 2}));
    QCOMPARE(bench.view.textCursor().selection().to(), (TextPlace{2, 4}));
    bench.drag(lower, upper);
    QCOMPARE(bench.view.textCursor().selection().from(), (TextPlace{0, 2}));
    QCOMPARE(bench.view.textCursor().selection().to(), (TextPlace{2, 4}));
    QCOMPARE(bench.view.textCursor().selection().cursor(), (TextPlace{0, 2}));
}

void TestTranscriptPointer::aClickSelectsNothing()
{
    TranscriptBench bench;
    bench.fill(3);
    bench.view.textCursor().selectAll();
    QTest::mouseClick(bench.view.viewport(), Qt::LeftButton, {}, bench.pointOf({1, 3}));
    QVERIFY(bench.view.textCursor().selection().isEmpty());
    QCOMPARE(bench.view.textCursor().row(), 1);
}

void TestTranscriptPointer::aDoubleClickSelectsAWord()
{
    TranscriptBench bench;
    bench.model.append(chat(QStringLiteral("one second three")));
    QTest::mouseDClick(bench.view.viewport(), Qt::LeftButton, {}, bench.pointOf({0, 6}));
    QCOMPARE(bench.view.textCursor().selectedText(), QStringLiteral("second"));
}

void TestTranscriptPointer::aTripleClickSelectsALine()
{
    TranscriptBench bench;
    bench.model.append(chat(QStringLiteral("one second three")));
    const QPoint point = bench.pointOf({0, 6});
    QTest::mouseDClick(bench.view.viewport(), Qt::LeftButton, {}, point);
    QTest::mousePress(bench.view.viewport(), Qt::LeftButton, {}, point);
    QTest::mouseRelease(bench.view.viewport(), Qt::LeftButton, {}, point);
    QCOMPARE(bench.view.textCursor().selectedText(), QStringLiteral("one second three"));
}

void TestTranscriptPointer::shiftExtendsTheSelection()
{
    TranscriptBench bench;
    bench.fill(3);
    QTest::mouseClick(bench.view.viewport(), Qt::LeftButton, {}, bench.pointOf({0, 1}));
    QTest::mouseClick(bench.view.viewport(), Qt::LeftButton, Qt::ShiftModifier, bench.pointOf({2, 3}));
    QCOMPARE(bench.view.textCursor().selection().from(), (TextPlace{0, 1}));
    QCOMPARE(bench.view.textCursor().selection().to(), (TextPlace{2, 3}));
}

void TestTranscriptPointer::scrollsWhileDraggedBeyondTheEdge()
{
    TranscriptBench bench;
    bench.fill(200);
    bench.view.showRow(0, TranscriptView::Where::Top);
    QTest::mousePress(bench.view.viewport(), Qt::LeftButton, {}, bench.pointOf({0, 0}));
    bench.moveTo(QPoint(200, bench.view.viewport()->height() + 300));
    QTRY_VERIFY(bench.view.textCursor().selection().to().row > 40);
    QVERIFY(bench.view.verticalScrollBar()->value() > 300);
    bench.moveTo(QPoint(200, -300));
    QTRY_COMPARE(bench.view.verticalScrollBar()->value(), 0);
    QTRY_COMPARE(bench.view.textCursor().selection().to().row, 0);
    QTest::mouseRelease(bench.view.viewport(), Qt::LeftButton, {}, QPoint(200, -300));
}

void TestTranscriptPointer::followsALinkOnClick()
{
    TranscriptBench bench;
    QSignalSpy activated(&bench.view, &TranscriptView::linkActivated);
    bench.model.append(chat(QStringLiteral("See https://example.com/x.")));
    QTest::mouseClick(bench.view.viewport(), Qt::LeftButton, {}, bench.pointOf({0, 1}));
    QCOMPARE(activated.count(), 0);
    QTest::mouseClick(bench.view.viewport(), Qt::LeftButton, {}, bench.pointOf({0, 10}));
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.at(0).at(0).toUrl(), QUrl(QStringLiteral("https://example.com/x")));
}

void TestTranscriptPointer::doesNotFollowALinkThatIsBeingSelected()
{
    TranscriptBench bench;
    QSignalSpy activated(&bench.view, &TranscriptView::linkActivated);
    bench.model.append(chat(QStringLiteral("See https://example.com/x.")));
    bench.drag(bench.pointOf({0, 6}), bench.pointOf({0, 12}));
    QCOMPARE(bench.view.textCursor().selectedText(), QStringLiteral("tps://"));
    QCOMPARE(activated.count(), 0);
}

void TestTranscriptPointer::showsWhatIsUnderIt()
{
    TranscriptBench bench;
    bench.model.append(chat(QStringLiteral("See https://example.com/x.")));
    QWidget *viewport = bench.view.viewport();
    QTest::mouseMove(viewport, bench.pointOf({0, 1}));
    QTRY_COMPARE(viewport->cursor().shape(), Qt::IBeamCursor);
    QTest::mouseMove(viewport, bench.pointOf({0, 10}));
    QTRY_COMPARE(viewport->cursor().shape(), Qt::PointingHandCursor);
    QTest::mouseMove(viewport, viewport->rect().bottomRight() - QPoint(5, 5));
    QTRY_COMPARE(viewport->cursor().shape(), Qt::ArrowCursor);
}

QTEST_MAIN(TestTranscriptPointer)
#include "tst_transcriptpointer.moc"
