// SPDX-License-Identifier: MIT
#include "support/TranscriptBench.h"
#include "transcript/LineText.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>

using namespace Greenroom;
using namespace Greenroom::Test;

/// The keyboard in the transcript, and its menu.
class TestTranscriptKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goesFromLineToLine();
    void goesByPages();
    void readsThroughAVeryLongLine();
    void shiftSelectsLines();
    void shiftSelectsUpwardsToo();
    void shiftSelectsSideways();
    void copiesTheCurrentLine();
    void copiesEverything();
    void escapeSelectsNothing();
    void theMenuCopies_data();
    void theMenuCopies();

private:
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&m_bench->view, Qt::Key(key), modifiers);
    }
    int current() const { return m_bench->view.textCursor().row(); }
    QString selected() const { return m_bench->view.textCursor().selectedText(); }

    std::unique_ptr<TranscriptBench> m_bench;
};

void TestTranscriptKeys::init()
{
    m_bench = std::make_unique<TranscriptBench>();
    m_bench->fill(100);
    m_bench->tabInto();
    QTRY_COMPARE(current(), 99);
}

void TestTranscriptKeys::goesFromLineToLine()
{
    press(Qt::Key_Up);
    QCOMPARE(current(), 98);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(current(), 99);
    press(Qt::Key_Home);
    QCOMPARE(current(), 0);
    QVERIFY(m_bench->isInSight(0));
    QVERIFY(!m_bench->isAtEnd());
    press(Qt::Key_Up);
    QCOMPARE(current(), 0);
    press(Qt::Key_End);
    QCOMPARE(current(), 99);
    QVERIFY(m_bench->isAtEnd());
    for (int line = 0; line < 30; ++line)
        press(Qt::Key_Up);
    QCOMPARE(current(), 69);
    QVERIFY(m_bench->isInSight(69));
}

void TestTranscriptKeys::goesByPages()
{
    press(Qt::Key_PageUp);
    const int pageUp = current();
    QVERIFY(pageUp < 97 && pageUp > 80);
    QVERIFY(m_bench->isInSight(pageUp));
    press(Qt::Key_PageUp);
    QVERIFY(current() < pageUp);
    press(Qt::Key_PageDown);
    press(Qt::Key_PageDown);
    press(Qt::Key_PageDown);
    QCOMPARE(current(), 99);
    QVERIFY(m_bench->isAtEnd());
}

void TestTranscriptKeys::readsThroughAVeryLongLine()
{
    m_bench->model.append(chat(QStringLiteral("word ").repeated(2000)));
    m_bench->fill(1);
    for (const auto &[down, up] :
         {std::pair(Qt::Key_PageDown, Qt::Key_PageUp), std::pair(Qt::Key_Down, Qt::Key_Up)}) {
        m_bench->view.textCursor().setRow(100);
        m_bench->view.showRow(100, TranscriptView::Where::Top);
        int steps = 0;
        for (int top = 0; current() == 100 && steps < 1000; ++steps) {
            press(down);
            // Every step goes on in it, and leaves nothing out.
            QVERIFY(current() != 100 || m_bench->view.rowRect(100).top() < top);
            QVERIFY(m_bench->view.rowRect(100).top() >= top - m_bench->view.viewport()->height());
            top = m_bench->view.rowRect(100).top();
        }
        QVERIFY(steps > 5);
        QCOMPARE(current(), 101);
        for (steps = 0; current() >= 100 && steps < 1000; ++steps)
            press(up);
        QVERIFY(steps > 5 && steps < 1000);
    }
}

void TestTranscriptKeys::shiftSelectsLines()
{
    press(Qt::Key_Home);
    press(Qt::Key_Down);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_bench->view.textCursor().selection().from(), (TextPlace{1, 0}));
    QCOMPARE(m_bench->view.textCursor().selection().to(), (TextPlace{3, 6}));
    press(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(m_bench->view.textCursor().selection().to(), (TextPlace{2, 6}));
}

void TestTranscriptKeys::shiftSelectsUpwardsToo()
{
    press(Qt::Key_Up);
    press(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(m_bench->view.textCursor().selection().from(), (TextPlace{97, 0}));
    QCOMPARE(m_bench->view.textCursor().selection().to(), (TextPlace{98, 7}));
    press(Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(m_bench->view.textCursor().selection().from(), (TextPlace{0, 0}));
    QCOMPARE(m_bench->view.textCursor().selection().to(), (TextPlace{98, 7}));
}

void TestTranscriptKeys::shiftSelectsSideways()
{
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(selected(), QStringLiteral("Li"));
    press(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(selected(), QStringLiteral("L"));
    press(Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(selected(), QStringLiteral("Line "));
}

void TestTranscriptKeys::copiesTheCurrentLine()
{
    press(Qt::Key_Up);
    QTest::keySequence(&m_bench->view, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), LineText::withTimeAndName(m_bench->model, 98));
}

void TestTranscriptKeys::copiesEverything()
{
    QTest::keySequence(&m_bench->view, QKeySequence::SelectAll);
    QTest::keySequence(&m_bench->view, QKeySequence::Copy);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 100);
    QCOMPARE(lines.first(), LineText::withTimeAndName(m_bench->model, 0));
    QCOMPARE(lines.last(), LineText::withTimeAndName(m_bench->model, 99));
}

void TestTranscriptKeys::escapeSelectsNothing()
{
    QTest::keySequence(&m_bench->view, QKeySequence::SelectAll);
    press(Qt::Key_Escape);
    QVERIFY(m_bench->view.textCursor().selection().isEmpty());
}

void TestTranscriptKeys::theMenuCopies_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("copied");
    QTest::newRow("the message alone") << QStringLiteral("copyMessage") << QStringLiteral("at https://a.b/c");
    QTest::newRow("the frame as it came") << QStringLiteral("copyFrame") << QStringLiteral("{\"raw\":1}");
    QTest::newRow("the link") << QStringLiteral("copyLink") << QStringLiteral("https://a.b/c");
    QTest::newRow("the selection") << QStringLiteral("copy") << QStringLiteral("Lin");
}

void TestTranscriptKeys::theMenuCopies()
{
    QFETCH(const QString, action);
    QFETCH(const QString, copied);
    Message message = chat(QStringLiteral("at https://a.b/c"));
    message.rawFrame = QStringLiteral("{\"raw\":1}");
    m_bench->model.append(message);
    m_bench->view.textCursor().select({99, 0}, {99, 3});
    const QPoint point = m_bench->pointOf({100, 8});
    QContextMenuEvent event(QContextMenuEvent::Mouse, point, m_bench->view.viewport()->mapToGlobal(point));
    QCoreApplication::sendEvent(m_bench->view.viewport(), &event);
    auto *menu = m_bench->view.findChild<QMenu *>(QStringLiteral("transcriptMenu"));
    QVERIFY(menu);
    menu->findChild<QAction *>(action)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), copied);
    menu->close();
}

QTEST_MAIN(TestTranscriptKeys)
#include "tst_transcriptkeys.moc"
