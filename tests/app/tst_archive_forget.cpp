// SPDX-License-Identifier: MIT
#include "support/ArchiveBench.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>

using namespace Greenroom;

/// Conversations of which nothing shall be left.
class TestArchiveForget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void forgetsWithoutATrace();
    void forgetsWhatSomebodyHasOpen();
};

void TestArchiveForget::forgetsWithoutATrace()
{
    Test::ArchiveBench bench;
    const QByteArray secret("Xylophone");
    {
        const auto conversation = bench.archive->open(Test::conversationKey());
        for (int number = 0; number < 3000; ++number)
            Test::put(*conversation, number, secret.constData());
        Test::put(*bench.archive->open(QStringLiteral("other")), 0, "stays");
    }
    bench.reopen();
    QVERIFY(bench.archive->forget(Test::conversationKey()));
    QVERIFY(bench.archive->summary(Test::conversationKey()).messages == 0);
    QTRY_VERIFY(bench.archive->isWritten());
    const auto files = QFileInfo(bench.file()).dir().entryInfoList(QDir::Files);
    QVERIFY(files.size() >= 2);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll().toLower();
        QVERIFY2(!bytes.contains(secret.toLower()), qPrintable(info.fileName()));
        QVERIFY2(!bytes.contains("xyl"), qPrintable(info.fileName()));
        QVERIFY2(!bytes.contains("example.com"), qPrintable(info.fileName()));
    }
    bench.reopen();
    QCOMPARE(bench.archive->summaries().size(), 1);
    QCOMPARE(Test::rows(*bench.archive->open(Test::conversationKey())), QStringList());
    QCOMPARE(Test::rows(*bench.archive->open(QStringLiteral("other"))), QStringList{QStringLiteral("stays")});
}

void TestArchiveForget::forgetsWhatSomebodyHasOpen()
{
    Test::ArchiveBench bench;
    {
        const auto conversation = bench.archive->open(Test::conversationKey());
        const QSignalSpy forgotten(conversation.get(), &ArchivedConversation::forgotten);
        Test::put(*conversation, 0, "old");
        QVERIFY(bench.archive->forget(Test::conversationKey()));
        QCOMPARE(forgotten.count(), 1);
        QCOMPARE(conversation->end(), qint64(0));
        Test::put(*conversation, 0, "new");
    }
    bench.reopen();
    QCOMPARE(Test::rows(*bench.archive->open(Test::conversationKey())), QStringList{QStringLiteral("new")});
}

QTEST_GUILESS_MAIN(TestArchiveForget)
#include "tst_archive_forget.moc"
