// SPDX-License-Identifier: MIT
#include "session/PersonName.h"
#include "ui/TranscriptView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QTest>

using namespace Greenroom;

/// The transcript as one reads it: it follows the end, stays put above it, and can be copied.
class TestTranscriptView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheEnd();
    void staysPutWhileOneReadsAbove();
    void keepsTheEndInSightWhenResized();
    void laysRowsOutAnewWhenOnlyTheWidthChanges();
    void keepsALineInSightThatComesWithAResize();
    void scrollsToTheEndOnRequest();
    void tellsAScreenReaderWhoSaidWhat();
    void copiesTheSelectedLines();
    void showsOddTextWithoutHarm_data();
    void showsOddTextWithoutHarm();
};

namespace {

Message spoken(const QString &text)
{
    return {Message::Kind::Chat, QStringLiteral("eHrdFcnvvHcCE-w="), text, WallTime(), {}};
}

void fill(TranscriptModel &model, int lines)
{
    for (int line = 0; line < lines; ++line)
        model.append(spoken(QStringLiteral("Line %1").arg(line)));
}

/// The room that a row has is what it takes at the view's width.
bool hasItsHeight(TranscriptView &view, int row)
{
    const TranscriptLook look{view.font(), view.palette(), view.layoutDirection(), view.viewport()->width()};
    return view.rowRect(row).height() == TranscriptRow(view.transcript(), row, look).height();
}

bool isAtEnd(const TranscriptView &view)
{
    return view.verticalScrollBar()->value() == view.verticalScrollBar()->maximum();
}

} // namespace

void TestTranscriptView::followsTheEnd()
{
    TranscriptModel model;
    TranscriptView view(model);
    view.resize(400, 300);
    view.show();
    fill(model, 100);
    QTRY_VERIFY(view.verticalScrollBar()->maximum() > 0);
    QTRY_VERIFY(isAtEnd(view));
    fill(model, 1);
    QTRY_VERIFY(view.rowRect(100).intersects(view.viewport()->rect()));
    QTRY_VERIFY(isAtEnd(view));
}

void TestTranscriptView::staysPutWhileOneReadsAbove()
{
    TranscriptModel model;
    TranscriptView view(model);
    view.resize(400, 300);
    view.show();
    fill(model, 100);
    QTRY_VERIFY(isAtEnd(view) && view.verticalScrollBar()->maximum() > 0);
    view.showRow(10, TranscriptView::Where::Top);
    const int before = view.rowRect(10).top();
    const int maximum = view.verticalScrollBar()->maximum();
    fill(model, 5);
    QTRY_VERIFY(view.verticalScrollBar()->maximum() > maximum);
    QCOMPARE(view.rowRect(10).top(), before);
}

void TestTranscriptView::keepsTheEndInSightWhenResized()
{
    TranscriptModel model;
    TranscriptView view(model);
    view.resize(600, 400);
    view.show();
    fill(model, 60);
    model.append(spoken(QString(400, QLatin1Char('w'))));
    QTRY_VERIFY(isAtEnd(view) && view.verticalScrollBar()->maximum() > 0);
    view.resize(300, 250);
    QTRY_VERIFY(isAtEnd(view));
    QTRY_VERIFY(view.rowRect(60).bottom() <= view.viewport()->height());
}

void TestTranscriptView::laysRowsOutAnewWhenOnlyTheWidthChanges()
{
    TranscriptModel model;
    TranscriptView view(model);
    view.resize(600, 300);
    view.show();
    for (int line = 0; line < 20; ++line)
        model.append(spoken(QString(150, QLatin1Char('w'))));
    QTRY_VERIFY(isAtEnd(view) && view.verticalScrollBar()->maximum() > 0);
    view.resize(250, 300);
    const auto fits = [&] {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (view.rowRect(row).intersects(view.viewport()->rect()) && !hasItsHeight(view, row))
                return false;
        }
        return true;
    };
    QTRY_VERIFY(fits());
    QTRY_VERIFY(isAtEnd(view));
}

void TestTranscriptView::keepsALineInSightThatComesWithAResize()
{
    TranscriptModel model;
    TranscriptView view(model);
    view.resize(400, 300);
    view.show();
    fill(model, 60);
    QTRY_VERIFY(isAtEnd(view) && view.verticalScrollBar()->maximum() > 0);
    model.append(spoken(QStringLiteral("The last one")));
    view.resize(400, 260);
    QCoreApplication::processEvents();
    view.resize(400, 240);
    QTRY_VERIFY(isAtEnd(view));
    QTRY_VERIFY(view.rowRect(60).bottom() <= view.viewport()->height());
}

void TestTranscriptView::scrollsToTheEndOnRequest()
{
    TranscriptModel model;
    TranscriptView view(model);
    view.resize(400, 300);
    view.show();
    fill(model, 60);
    QTRY_VERIFY(isAtEnd(view) && view.verticalScrollBar()->maximum() > 0);
    view.verticalScrollBar()->setValue(0);
    view.scrollToEnd();
    fill(model, 1);
    QTRY_VERIFY(view.rowRect(60).bottom() <= view.viewport()->height());
}

void TestTranscriptView::tellsAScreenReaderWhoSaidWhat()
{
    TranscriptModel model;
    TranscriptView view(model);
    model.append(spoken(QStringLiteral("Hello")));
    model.append({Message::Kind::Joined, QStringLiteral("eHrjDEuVPHcCWMg="), {}, WallTime(), {}});
    const QString line = model.index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(line.endsWith(QStringLiteral(": Hello")));
    QVERIFY(line.contains(PersonName::fromId(QStringLiteral("eHrdFcnvvHcCE-w="))));
    QVERIFY(
        model.index(1).data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("joined the chat")));
}

void TestTranscriptView::copiesTheSelectedLines()
{
    TranscriptModel model;
    TranscriptView view(model);
    view.show();
    fill(model, 3);
    view.textCursor().select({0, 0}, {1, 6});
    QTest::keySequence(&view, QKeySequence::Copy);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(0).endsWith(QStringLiteral(": Line 0")));
    QVERIFY(lines.at(1).endsWith(QStringLiteral(": Line 1")));
}

void TestTranscriptView::showsOddTextWithoutHarm_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a bidi override") << QString(QChar(0x202e)) + QStringLiteral("desrever");
    QTest::newRow("right to left") << QString::fromUtf8("\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d");
    QTest::newRow("combining marks") << QStringLiteral("Z") + QString(200, QChar(0x0301));
    QTest::newRow("no blank in 20,000 characters") << QString(20'000, QLatin1Char('x'));
    QTest::newRow("only line breaks") << QString(50, QLatin1Char('\n'));
    QTest::newRow("NUL and escapes") << QString(QChar(0)) + QStringLiteral("\x1b[31mred");
    QTest::newRow("half of a surrogate pair") << QString(QChar(0xd83d));
}

void TestTranscriptView::showsOddTextWithoutHarm()
{
    QFETCH(const QString, text);
    TranscriptModel model;
    TranscriptView view(model);
    view.resize(200, 200);
    view.show();
    for (const auto kind :
         {Message::Kind::Chat, Message::Kind::Backend, Message::Kind::Error, Message::Kind::Notice})
        model.append({kind, {}, text, WallTime(), {}});
    QVERIFY(!view.grab().isNull());
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(view.laidOut(row).height() > 0);
}

QTEST_MAIN(TestTranscriptView)
#include "tst_transcriptview.moc"
