// SPDX-License-Identifier: MIT
#include "archive/ArchiveMigrations.h"
#include "common/SystemClock.h"
#include "support/ArchiveBench.h"
#include "support/FileSizeLimit.h"
#include "transcript/TranscriptModel.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QSqlQuery>
#include <iostream>

using namespace Greenroom;

namespace {

QString key()
{
    return QStringLiteral("wss://example.com/dev");
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("could not write a file");
}

void execute(const QString &path, const QString &sql)
{
    const auto database = ArchiveDatabase::open(path, ArchiveDatabase::Use::Write);
    if (!database || !(*database)->execute(sql))
        qFatal("could not prepare a database");
}

std::optional<ArchiveTrouble::Kind> troubleOf(const Archive &archive)
{
    if (!archive.trouble())
        return {};
    return archive.trouble()->kind;
}

void fill(ArchivedConversation &conversation, qint64 first, qint64 end)
{
    for (qint64 number = first; number < end; ++number)
        conversation.put(number, Test::ArchiveBench::line(QStringLiteral("line %1").arg(number)), false);
}

} // namespace

class TestArchiveFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }
    void cleanup() { Test::FileSizeLimit::lift(); }

    void refusesWhatIsNoArchive_data();
    void refusesWhatIsNoArchive();
    void refusesANewerFile();
    void bringsOlderFilesUpToDate();
    void aDamagedFileIsSetAside();
    void damageMetLaterStopsTheWriting();
    void aFileInUseIsReadOnly();
    void aDirectoryThatCannotBeMade();
    void aFullDiskIsToldAndRecoveredFrom();
    void nothingAcknowledgedIsLostByAKill();
};

void TestArchiveFailures::refusesWhatIsNoArchive_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("Dear diary, ").repeated(500);
    QTest::newRow("a header and nonsense") << QByteArray("SQLite format 3\0nonsense", 24).repeated(300);
    QTest::newRow("a few bytes") << QByteArray("x");
}

void TestArchiveFailures::refusesWhatIsNoArchive()
{
    QFETCH(const QByteArray, bytes);
    Test::ArchiveBench bench;
    bench.close();
    QFile::remove(bench.file());
    write(bench.file(), bytes);
    bench.reopen();
    QCOMPARE(troubleOf(*bench.archive), ArchiveTrouble::Kind::Damaged);
    QVERIFY(bench.archive->trouble()->sentence.contains(QStringLiteral("conversations.sqlite")));
    QVERIFY(!bench.archive->open(key())->isOnDisk());
    fill(*bench.archive->open(key()), 0, 10);
    bench.close();
    QCOMPARE(contents(bench.file()), bytes);
}

void TestArchiveFailures::refusesANewerFile()
{
    Test::ArchiveBench bench;
    fill(*bench.archive->open(key()), 0, 10);
    bench.close();
    execute(bench.file(),
            QStringLiteral("PRAGMA user_version = %1").arg(ArchiveMigrations::currentVersion() + 1));
    const QByteArray before = contents(bench.file());
    bench.reopen();
    QCOMPARE(troubleOf(*bench.archive), ArchiveTrouble::Kind::Newer);
    fill(*bench.archive->open(key()), 0, 10);
    bench.close();
    QCOMPARE(contents(bench.file()), before);
}

void TestArchiveFailures::bringsOlderFilesUpToDate()
{
    // Version 0 is an empty file.
    Test::ArchiveBench bench;
    bench.close();
    write(bench.file(), {});
    bench.reopen();
    QVERIFY(!bench.archive->trouble());
    fill(*bench.archive->open(key()), 0, 1);
    bench.reopen();
    QCOMPARE(bench.archive->summary(key()).messages, qint64(1));
}

void TestArchiveFailures::aDamagedFileIsSetAside()
{
    Test::ArchiveBench bench;
    bench.close();
    const QByteArray bytes = QByteArray("not a database ").repeated(100);
    write(bench.file(), bytes);
    bench.reopen();
    TranscriptModel model;
    model.show(bench.archive->open(key()));
    model.append(Test::ArchiveBench::line(QStringLiteral("in memory")));
    const QSignalSpy told(bench.archive.get(), &Archive::troubleChanged);
    const Result<QString> aside = bench.archive->setAside();
    QVERIFY(aside.has_value());
    QCOMPARE(contents(*aside), bytes);
    QCOMPARE(told.count(), 1);
    QVERIFY(!bench.archive->trouble());
    model.append(Test::ArchiveBench::line(QStringLiteral("later")));
    QCOMPARE(model.rowCount(), 2);
    QTRY_VERIFY(bench.archive->isWritten());
    QCOMPARE(Test::texts(model.conversation()->lines(0, 9)),
             QStringList({QStringLiteral("in memory"), QStringLiteral("later")}));
}

void TestArchiveFailures::damageMetLaterStopsTheWriting()
{
    Test::ArchiveBench bench;
    fill(*bench.archive->open(key()), 0, 5000);
    bench.close();
    QByteArray bytes = contents(bench.file());
    // The schema stays; of what follows much is gone.
    constexpr qsizetype kept = qsizetype{20} * 4096;
    for (qsizetype at = kept; at < bytes.size(); at += 4096)
        std::fill_n(bytes.begin() + at, 4000, '\xff');
    write(bench.file(), bytes);
    bench.reopen();
    if (!bench.archive->trouble()) {
        TranscriptModel model;
        model.show(bench.archive->open(key()));
        for (int row = 0; row < model.rowCount(); row += 50)
            QVERIFY(!model.message(row).text.isEmpty());
        model.append(Test::ArchiveBench::line(QStringLiteral("goes on")));
        QCOMPARE(model.message(model.rowCount() - 1).text, QStringLiteral("goes on"));
    }
    QCOMPARE(troubleOf(*bench.archive), ArchiveTrouble::Kind::Damaged);
}

void TestArchiveFailures::aFileInUseIsReadOnly()
{
    Test::ArchiveBench bench;
    const auto conversation = bench.archive->open(key());
    fill(*conversation, 0, 3);
    QTRY_VERIFY(bench.archive->isWritten());
    Archive second(bench.clock, bench.file());
    QCOMPARE(troubleOf(second), ArchiveTrouble::Kind::InUse);
    const auto read = second.open(key());
    QCOMPARE(read->lines(0, 9).size(), 3);
    fill(*read, 3, 10);
    QVERIFY(!second.forget(key()));
    QCOMPARE(read->lines(0, 20).size(), 3);
}

void TestArchiveFailures::aDirectoryThatCannotBeMade()
{
    const QTemporaryDir directory;
    write(directory.filePath(QStringLiteral("file")), "x");
    Test::FakeClock clock;
    const Archive archive(clock, directory.filePath(QStringLiteral("file/conversations.sqlite")));
    QCOMPARE(troubleOf(archive), ArchiveTrouble::Kind::Unreachable);
    QVERIFY(!archive.trouble()->sentence.isEmpty());
}

void TestArchiveFailures::aFullDiskIsToldAndRecoveredFrom()
{
    Test::ArchiveBench bench;
    auto model = std::make_unique<TranscriptModel>();
    model->show(bench.archive->open(key()));
    const QSignalSpy told(bench.archive.get(), &Archive::troubleChanged);
    QStringList expected;
    {
        const Test::FileSizeLimit limit(600'000);
        for (int number = 0; number < 20'000; ++number) {
            expected << QStringLiteral("line %1").arg(number);
            model->append(Test::ArchiveBench::line(expected.constLast()));
        }
        QTRY_VERIFY(bench.archive->trouble().has_value());
        QCOMPARE(troubleOf(*bench.archive), ArchiveTrouble::Kind::Unwritten);
        QTRY_COMPARE(bench.clock.pendingAlarms(), std::size_t(1));
        bench.clock.advance(Archive::retryPause);
        QTRY_COMPARE(bench.clock.pendingAlarms(), std::size_t(1));
        QCOMPARE(told.count(), 1);
        QVERIFY(!bench.archive->isWritten());
    }
    bench.clock.advance(Archive::retryPause);
    QTRY_VERIFY(!bench.archive->trouble());
    QTRY_VERIFY(bench.archive->isWritten());
    model.reset();
    bench.reopen();
    QCOMPARE(Test::texts(bench.archive->open(key())->lines(0, 99'999)), expected);
}

void TestArchiveFailures::nothingAcknowledgedIsLostByAKill()
{
    for (int run = 0; run < 3; ++run) {
        Test::ArchiveBench bench;
        bench.close();
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write"), bench.file()});
        qint64 acknowledged = 0;
        while (acknowledged < 3000LL * (run + 1)) {
            QVERIFY(program.waitForReadyRead());
            while (program.canReadLine())
                acknowledged = program.readLine().trimmed().toLongLong();
        }
        program.kill();
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        bench.reopen();
        QVERIFY(!bench.archive->trouble());
        const auto conversation = bench.archive->open(key());
        QVERIFY(conversation->end() >= acknowledged);
        const QList<NumberedLine> lines = conversation->lines(0, conversation->end());
        QCOMPARE(lines.size(), conversation->end());
        for (const NumberedLine &line : lines)
            QCOMPARE(line.line.text, QStringLiteral("line %1").arg(line.number));
        QVERIFY(!Test::found(conversation->find(QStringLiteral("line 2999"), conversation->end()).get())
                     .isEmpty());
    }
}

/// Called anew by nothingAcknowledgedIsLostByAKill(): writes without end and tells what is written.
int writeOn(const QString &file)
{
    SystemClock clock;
    Archive archive(clock, file);
    const auto conversation = archive.open(key());
    qint64 put = 0;
    const auto more = [&conversation, &put] {
        fill(*conversation, put, put + 500);
        put += 500;
    };
    // The number of a write is that of its line and one for the conversation.
    QObject::connect(conversation.get(), &ArchivedConversation::written, &archive, [more](quint64 number) {
        std::cout << number - 1 << std::endl;
        more();
    });
    more();
    return QCoreApplication::exec();
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--write"))
        return writeOn(arguments.value(2));
    TestArchiveFailures test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_archive_failures.moc"
