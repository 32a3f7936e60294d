// SPDX-License-Identifier: MIT
#include "support/ComposerBench.h"
#include "ui/TranscriptPane.h"
#include "ui/TranscriptView.h"

#include <QContextMenuEvent>
#include <QMenu>

using namespace Greenroom;
using namespace Greenroom::Test;

/// What the context menu of a transcript does with lines that have not arrived.
class TestTranscriptMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFailedLineIsSentAgain();
    void aFailedLineIsEdited();
    void aWaitingLineIsEdited();
    void whatArrivedIsLeftAlone();

private:
    static TranscriptView &view(ComposerBench &bench)
    {
        return bench.window.currentPage().transcriptPane().view();
    }
    static void fail(ComposerBench &bench, const char *text);
    static QMenu &menuOfLastLine(ComposerBench &bench);
};

void TestTranscriptMenu::fail(ComposerBench &bench, const char *text)
{
    bench.write(text);
    bench.receive(QStringLiteral(R"({"message":"Forbidden","connectionId":"own=","requestId":"r"})"));
    // The error has a row of its own, below.
    bench.window.currentPage().conversation().transcript().remove(view(bench).transcript().rowCount() - 1);
}

QMenu &TestTranscriptMenu::menuOfLastLine(ComposerBench &bench)
{
    view(bench).scrollToEnd();
    const int row = view(bench).transcript().rowCount() - 1;
    const QPoint place = view(bench).rowRect(row).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, view(bench).viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(view(bench).viewport(), &event);
    return find<QMenu>(bench.window, "transcriptMenu");
}

void TestTranscriptMenu::aFailedLineIsSentAgain()
{
    ComposerBench bench;
    fail(bench, "Hello?");
    QMenu &menu = menuOfLastLine(bench);
    // Whatever comes while the menu is open, it is about the line that it was opened on.
    bench.receive(QStringLiteral("Something else"));
    menu.findChild<QAction *>(QStringLiteral("retryLine"))->trigger();
    QCOMPARE(bench.sentTexts(), QStringList({QStringLiteral("Hello?"), QStringLiteral("Hello?")}));
    QCOMPARE(transcript(bench.window).filter(QStringLiteral("Hello?")).size(), 1);
    menu.close();
}

void TestTranscriptMenu::aFailedLineIsEdited()
{
    ComposerBench bench;
    fail(bench, "Hello?");
    menuOfLastLine(bench).findChild<QAction *>(QStringLiteral("editLine"))->trigger();
    QCOMPARE(bench.text(), QStringLiteral("Hello?"));
    QVERIFY(transcript(bench.window).filter(QStringLiteral("Hello?")).isEmpty());
}

void TestTranscriptMenu::aWaitingLineIsEdited()
{
    ComposerBench bench;
    Q_EMIT bench.transports.transport().closed(1001, {});
    bench.write("Later");
    QMenu &menu = menuOfLastLine(bench);
    QVERIFY(menu.findChild<QAction *>(QStringLiteral("retryLine")) == nullptr);
    menu.findChild<QAction *>(QStringLiteral("editLine"))->trigger();
    QCOMPARE(bench.text(), QStringLiteral("Later"));
}

void TestTranscriptMenu::whatArrivedIsLeftAlone()
{
    ComposerBench bench;
    bench.receive(QStringLiteral("Somebody else"));
    const QMenu &menu = menuOfLastLine(bench);
    QVERIFY(menu.findChild<QAction *>(QStringLiteral("copyMessage")) != nullptr);
    QVERIFY(menu.findChild<QAction *>(QStringLiteral("retryLine")) == nullptr);
    QVERIFY(menu.findChild<QAction *>(QStringLiteral("editLine")) == nullptr);
}

QTEST_MAIN(TestTranscriptMenu)
#include "tst_transcriptmenu.moc"
