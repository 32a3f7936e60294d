// SPDX-License-Identifier: MIT
#include "support/FakeClock.h"
#include "support/FakeTransport.h"
#include "support/Ui.h"
#include "ui/ArchiveBar.h"
#include "ui/ConversationPage.h"
#include "ui/TranscriptPane.h"
#include "ui/TranscriptView.h"

#include <QDir>
#include <QFile>
#include <QPushButton>

using namespace Greenroom;

namespace {

QUrl stage()
{
    return QUrl(QStringLiteral("wss://example.com/dev"));
}

/// A run of the program, up to its window.
struct Run
{
    Test::FakeClock clock;
    Test::FakeTransports transports;
    Test::UiServices ui;
    MainWindow window{ui.services()};

    explicit Run(const QString &archive) : ui(transports.factory(), &clock, archive) { window.show(); }

    ConversationPage &page() { return window.currentPage(); }
    void connectToStage()
    {
        page().connectTo(stage());
        Q_EMIT transports.transport().opened();
    }
    void hear(const char *text) const
    {
        Q_EMIT transports.transport().textReceived(
            QStringLiteral(R"({"message": "[2026-01-31T12:00:00Z - UTC]\n ann=  %1\n"})")
                .arg(QString::fromUtf8(text)));
    }
};

} // namespace

/// What a window shows of what was kept.
class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void isThereAgainAfterARestart();
    void beginsWhereOneHadRead();
    void eachStageHasItsOwn();
    void aDamagedFileIsToldAndSetAside();
    void noBarWhereAllIsWell();

private:
    QString file() const { return m_directory->filePath(QStringLiteral("conversations.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestHistory::isThereAgainAfterARestart()
{
    QStringList before;
    {
        Run run(file());
        run.connectToStage();
        run.hear("one");
        before = Test::transcript(run.window);
    }
    Run run(file());
    run.page().prepare(stage());
    QCOMPARE(Test::transcript(run.window), before);
    run.connectToStage();
    QCOMPARE(Test::transcript(run.window).size(), before.size() + 1);
}

void TestHistory::beginsWhereOneHadRead()
{
    int unread = -1;
    {
        Run run(file());
        run.connectToStage();
        run.hear("read");
        run.page().markRead();
        run.window.hide();
        run.hear("unread");
        run.hear("unread too");
        unread = run.page().transcriptPane().view().unreadRow();
        QVERIFY(unread >= 0);
        QCOMPARE(run.page().unread(), 2);
    }
    Run run(file());
    run.page().prepare(stage());
    QCOMPARE(run.page().unread(), 2);
    QCOMPARE(run.page().transcriptPane().view().unreadRow(), unread);
    run.page().markRead();
    QCOMPARE(run.ui.services().archive.summary(stage().toString()).unread, 0);
}

void TestHistory::eachStageHasItsOwn()
{
    Run run(file());
    run.connectToStage();
    run.hear("one");
    const QStringList before = Test::transcript(run.window);
    run.page().prepare(QUrl(QStringLiteral("wss://example.com/other")));
    QVERIFY(Test::transcript(run.window).isEmpty());
    run.page().prepare(stage());
    // Whoever turns to another stage leaves the first, which that one's conversation tells.
    const QStringList after = Test::transcript(run.window);
    QCOMPARE(after.size(), before.size() + 1);
    QCOMPARE(after.first(before.size()), before);
}

void TestHistory::aDamagedFileIsToldAndSetAside()
{
    {
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("Dear diary") > 0);
    }
    {
        Run run(file());
        const auto &bar = Test::find<ArchiveBar>(run.window, "archiveBar");
        QVERIFY(bar.isVisible());
        run.connectToStage();
        run.hear("one");
        QTest::mouseClick(&Test::find<QPushButton>(run.window, "answer0"), Qt::LeftButton);
        QVERIFY(!run.ui.services().archive.trouble());
        QVERIFY(bar.isVisible());
        QTest::mouseClick(&Test::find<QPushButton>(run.window, "answer0"), Qt::LeftButton);
        QVERIFY(!bar.isVisible());
    }
    Run run(file());
    run.page().prepare(stage());
    QVERIFY(Test::lastLine(run.window).endsWith(QStringLiteral("one")));
    const QDir directory(m_directory->path());
    QCOMPARE(directory.entryList({QStringLiteral("*-damaged-*")}, QDir::Files).size(), 1);
}

void TestHistory::noBarWhereAllIsWell()
{
    Run run(file());
    QVERIFY(!Test::find<ArchiveBar>(run.window, "archiveBar").isVisible());
}

QTEST_MAIN(TestHistory)
#include "tst_history.moc"
