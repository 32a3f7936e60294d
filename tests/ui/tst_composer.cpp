// SPDX-License-Identifier: MIT
#include "support/ComposerBench.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QInputMethodEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QToolButton>

using namespace Greenroom;
using namespace Greenroom::Test;
using Bench = ComposerBench;

/// Writing: keys, input methods, emoji, and what the field does not take.
class TestComposer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterSends();
    void enterBreaksTheLineByChoice();
    void nothingIsSentWhileAnInputMethodComposes();
    void growsToAThirdOfTheWindow();
    void upEditsTheFailedLine();
    void upCopiesTheLastLine();
    void upMovesInAText();
    void aCompleteCodeBecomesItsEmoji();
    void codesAreOfferedAndTaken();
    void escapeClosesTheOffer();
    void aTimeIsNoCode();
    void theCounterAppearsNearTheLimit();
    void aTextThatIsTooLongIsNotSent();
    void filesAndImagesAreRefused();
};

namespace {

void paste(QPlainTextEdit &field, QMimeData *data)
{
    QGuiApplication::clipboard()->setMimeData(data);
    field.paste();
}

} // namespace

void TestComposer::enterSends()
{
    Bench bench;
    bench.type("one");
    bench.press(Qt::Key_Return, Qt::ShiftModifier);
    bench.type("two");
    bench.press(Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(bench.sentTexts(), QStringList{QStringLiteral("one\ntwo")});
    QCOMPARE(bench.text(), QString());
}

void TestComposer::enterBreaksTheLineByChoice()
{
    Bench bench;
    bench.window.findChild<QAction *>(QStringLiteral("enterSends"))->trigger();
    QVERIFY(find<QToolButton>(bench.window, "send").toolTip().contains(QStringLiteral("Shift")));
    bench.type("one");
    bench.press(Qt::Key_Return);
    bench.type("two");
    QVERIFY(bench.sent().isEmpty());
    bench.press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(bench.sentTexts(), QStringList{QStringLiteral("one\ntwo")});
    // The next window does the same.
    MainWindow second(bench.ui.services());
    QVERIFY(!second.findChild<QAction *>(QStringLiteral("enterSends"))->isChecked());
}

void TestComposer::nothingIsSentWhileAnInputMethodComposes()
{
    Bench bench;
    bench.type("a");
    QInputMethodEvent composing(QStringLiteral("に"), {});
    QCoreApplication::sendEvent(&bench.field(), &composing);
    bench.press(Qt::Key_Return);
    QVERIFY(bench.sent().isEmpty());
    QInputMethodEvent done(QString(), {});
    done.setCommitString(QStringLiteral("日"));
    QCoreApplication::sendEvent(&bench.field(), &done);
    bench.field().setPlainText(QStringLiteral("a日"));
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.sentTexts(), QStringList{QStringLiteral("a日")});
}

void TestComposer::growsToAThirdOfTheWindow()
{
    Bench bench;
    const int one = bench.field().height();
    bench.field().setPlainText(QStringLiteral("1\n2\n3"));
    QTRY_VERIFY(bench.field().height() > one);
    bench.field().setPlainText(QString(200, u'\n'));
    QTRY_VERIFY(bench.field().height() > bench.window.height() / 4);
    QVERIFY(bench.field().height() <= bench.window.height() / 3);
    bench.window.resize(900, 420);
    QTRY_VERIFY(bench.field().height() <= bench.window.height() / 3);
    bench.field().clear();
    QTRY_COMPARE(bench.field().height(), one);
}

void TestComposer::upEditsTheFailedLine()
{
    Bench bench;
    bench.write("one");
    bench.clock.advance(PendingLines::timeLimit);
    bench.write("two");
    bench.press(Qt::Key_Up);
    QCOMPARE(bench.text(), QStringLiteral("one"));
    QCOMPARE(transcript(bench.window).filter(QStringLiteral("one")).size(), 0);
}

void TestComposer::upCopiesTheLastLine()
{
    Bench bench;
    bench.press(Qt::Key_Up);
    QCOMPARE(bench.text(), QString());
    bench.write("one");
    bench.write("two");
    bench.press(Qt::Key_Up);
    QCOMPARE(bench.text(), QStringLiteral("two"));
    QCOMPARE(transcript(bench.window).filter(QStringLiteral("two")).size(), 1);
}

void TestComposer::upMovesInAText()
{
    Bench bench;
    bench.write("one");
    bench.type("two");
    bench.press(Qt::Key_Up);
    QCOMPARE(bench.text(), QStringLiteral("two"));
}

void TestComposer::aCompleteCodeBecomesItsEmoji()
{
    Bench bench;
    bench.type("Done :tada:!");
    QCOMPARE(bench.text(), QStringLiteral("Done 🎉!"));
    for (int step = 0; step < 5 && !bench.text().contains(QStringLiteral(":tada")); ++step)
        bench.field().undo();
    QVERIFY(bench.text().contains(QStringLiteral(":tada:")));
}

void TestComposer::codesAreOfferedAndTaken()
{
    Bench bench;
    auto &codes = find<QListWidget>(bench.window, "codes");
    bench.type("Hi :t");
    QVERIFY(!codes.isVisible());
    bench.field().clear();
    bench.type("Hi :smil");
    QVERIFY(codes.isVisible());
    QCOMPARE(codes.currentItem()->text(), QStringLiteral("😄  :smile:"));
    bench.press(Qt::Key_Down);
    QCOMPARE(codes.currentItem()->text(), QStringLiteral("😃  :smiley:"));
    bench.press(Qt::Key_Return);
    QVERIFY(!codes.isVisible());
    QCOMPARE(bench.text(), QStringLiteral("Hi 😃 "));
    QVERIFY(bench.sent().isEmpty());
}

void TestComposer::escapeClosesTheOffer()
{
    Bench bench;
    auto &codes = find<QListWidget>(bench.window, "codes");
    bench.type(":smi");
    QVERIFY(codes.isVisible());
    bench.press(Qt::Key_Escape);
    QVERIFY(!codes.isVisible());
    bench.type("l");
    QVERIFY(!codes.isVisible());
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.sentTexts(), QStringList{QStringLiteral(":smil")});
}

void TestComposer::aTimeIsNoCode()
{
    Bench bench;
    bench.write("at 10:30:100:");
    QCOMPARE(bench.sentTexts(), QStringList{QStringLiteral("at 10:30:100:")});
}

void TestComposer::theCounterAppearsNearTheLimit()
{
    Bench bench;
    const auto &counter = find<QLabel>(bench.window, "counter");
    QVERIFY(!counter.isVisible());
    bench.field().setPlainText(QString(ChatSession::largestMessage - 100, u'x'));
    QVERIFY(counter.isVisible());
    QVERIFY(find<QToolButton>(bench.window, "send").isEnabled());
    bench.field().clear();
    QVERIFY(!counter.isVisible());
}

void TestComposer::aTextThatIsTooLongIsNotSent()
{
    Bench bench;
    bench.field().setPlainText(QString(ChatSession::largestMessage / 2, u'"'));
    QVERIFY(!find<QToolButton>(bench.window, "send").isEnabled());
    bench.press(Qt::Key_Return);
    QVERIFY(bench.sent().isEmpty());
    QVERIFY(bench.hint().contains(QStringLiteral("too long")));
    QVERIFY(!bench.text().isEmpty());
}

void TestComposer::filesAndImagesAreRefused()
{
    Bench bench;
    auto *image = new QMimeData;
    image->setImageData(QImage(4, 4, QImage::Format_RGB32));
    paste(bench.field(), image);
    QVERIFY(bench.hint().contains(QStringLiteral("Images")));
    auto *files = new QMimeData;
    files->setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.txt"))});
    files->setText(QStringLiteral("/tmp/a.txt"));
    paste(bench.field(), files);
    QVERIFY(bench.hint().contains(QStringLiteral("Files")));
    QCOMPARE(bench.text(), QString());
    auto *link = new QMimeData;
    link->setUrls({QUrl(QStringLiteral("https://example.com/"))});
    link->setText(QStringLiteral("https://example.com/"));
    link->setHtml(QStringLiteral("<b>markup</b>"));
    paste(bench.field(), link);
    QCOMPARE(bench.text(), QStringLiteral("https://example.com/"));
}

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
