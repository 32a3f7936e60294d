// SPDX-License-Identifier: MIT
#include "support/ArchiveBench.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>

using namespace Greenroom;

namespace {

QString key()
{
    return QStringLiteral("wss://example.com/dev");
}

QStringList rows(const ArchivedConversation &conversation)
{
    return Test::texts(conversation.lines(0, conversation.end()));
}

void say(ArchivedConversation &conversation, qint64 number, const char *text)
{
    conversation.put(number, Test::ArchiveBench::line(QString::fromUtf8(text)), false);
}

} // namespace

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
        const auto conversation = bench.archive->open(key());
        for (int number = 0; number < 3000; ++number)
            say(*conversation, number, secret.constData());
        say(*bench.archive->open(QStringLiteral("other")), 0, "stays");
    }
    bench.reopen();
    QVERIFY(bench.archive->forget(key()));
    QVERIFY(bench.archive->summary(key()).messages == 0);
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
    QCOMPARE(rows(*bench.archive->open(key())), QStringList());
    QCOMPARE(rows(*bench.archive->open(QStringLiteral("other"))), QStringList{QStringLiteral("stays")});
}

void TestArchiveForget::forgetsWhatSomebodyHasOpen()
{
    Test::ArchiveBench bench;
    {
        const auto conversation = bench.archive->open(key());
        const QSignalSpy forgotten(conversation.get(), &ArchivedConversation::forgotten);
        say(*conversation, 0, "old");
        QVERIFY(bench.archive->forget(key()));
        QCOMPARE(forgotten.count(), 1);
        QCOMPARE(conversation->end(), qint64(0));
        say(*conversation, 0, "new");
    }
    bench.reopen();
    QCOMPARE(rows(*bench.archive->open(key())), QStringList{QStringLiteral("new")});
}

QTEST_GUILESS_MAIN(TestArchiveForget)
#include "tst_archive_forget.moc"
