// SPDX-License-Identifier: MIT
#include "export/CsvWriter.h"
#include "export/ExportFormat.h"
#include "export/ExportJob.h"
#include "support/FakeClock.h"
#include "support/FileSizeLimit.h"
#include "transcript/TranscriptModel.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;
using namespace Greenroom::Test;

/// A file that comes whole or not at all, of a conversation that goes on meanwhile.
class TestExportJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesEveryLine_data();
    void writesEveryLine();
    void writesAPieceATurn();
    void writesWhatThereWasAtTheStart();
    void staysWithItsLinesWhenOlderOnesCome();
    void copesWithLinesThatGo();
    void writesTheSelectedParts();
    void anEmptyConversationHasItsTitleOnly();
    void cancelLeavesTheFormerFile();
    void aFullDiskLeavesTheFormerFile();
    void saysWhereItCannotWrite_data();
    void saysWhereItCannotWrite();
    void endsWithItsConversation();
    void endsWhenTheConversationIsErased();

private:
    void fill(int lines);
    QString path() const { return m_directory->filePath(QStringLiteral("export.jsonl")); }
    std::unique_ptr<ExportJob> job(const ExportRange &range);
    std::unique_ptr<ExportJob> jobForAll() { return job(ExportRange::all(m_model->rowCount())); }
    static void start(ExportJob &job, const QString &path)
    {
        job.start(path, ExportFormats::makeWriter(ExportFormat::JsonLines), {});
    }
    void keepFormerFile();
    bool isFormerFileThere() const;
    QByteArray content() const;
    QStringList texts() const;

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TranscriptModel> m_model;
};

void TestExportJob::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_directory = std::make_unique<QTemporaryDir>();
    m_model = std::make_unique<TranscriptModel>();
}

void TestExportJob::fill(int lines)
{
    for (int line = 0; line < lines; ++line) {
        const QString text = QStringLiteral("Line %1").arg(m_model->rowCount());
        m_model->append({Message::Kind::Chat, QStringLiteral("ann="), text, m_clock.wallTime(), text});
    }
}

std::unique_ptr<ExportJob> TestExportJob::job(const ExportRange &range)
{
    return std::make_unique<ExportJob>(m_clock, *m_model, range);
}

void TestExportJob::keepFormerFile()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("what was there");
}

bool TestExportJob::isFormerFileThere() const
{
    const QStringList files = QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden);
    return files.size() == 1 && content() == "what was there";
}

QByteArray TestExportJob::content() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing");
}

QStringList TestExportJob::texts() const
{
    QStringList texts;
    const QList<QByteArray> lines = content().split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty())
            texts << QJsonDocument::fromJson(line).object().value(QStringLiteral("text")).toString();
    }
    return texts;
}

void TestExportJob::writesEveryLine_data()
{
    QTest::addColumn<int>("lines");
    QTest::newRow("one") << 1;
    QTest::newRow("exactly a turn") << ExportJob::mostRowsInATurn;
    QTest::newRow("many") << 3 * ExportJob::mostRowsInATurn + 1;
}

void TestExportJob::writesEveryLine()
{
    QFETCH(const int, lines);
    fill(lines);
    keepFormerFile();
    const auto job = jobForAll();
    QSignalSpy finished(job.get(), &ExportJob::finished);
    QSignalSpy progressed(job.get(), &ExportJob::progressed);
    start(*job, path());
    QVERIFY(finished.wait());
    QCOMPARE(finished.constLast().constFirst().toInt(), lines);
    QCOMPARE(progressed.constLast(), QVariantList({lines, lines}));
    QCOMPARE(texts().size(), lines);
    QCOMPARE(texts().constLast(), QStringLiteral("Line %1").arg(lines - 1));
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestExportJob::writesAPieceATurn()
{
    fill(2 * ExportJob::mostRowsInATurn);
    const auto job = jobForAll();
    QSignalSpy progressed(job.get(), &ExportJob::progressed);
    start(*job, path());
    QVERIFY(progressed.isEmpty());
    QVERIFY(progressed.wait());
    QCOMPARE(progressed.constFirst().constFirst().toInt(), ExportJob::mostRowsInATurn);
    QVERIFY(!QFile::exists(path()));
}

void TestExportJob::writesWhatThereWasAtTheStart()
{
    fill(ExportJob::mostRowsInATurn + 1);
    const auto job = jobForAll();
    QSignalSpy finished(job.get(), &ExportJob::finished);
    connect(job.get(), &ExportJob::progressed, this, [this] { fill(1); });
    start(*job, path());
    QVERIFY(finished.wait());
    QCOMPARE(texts().size(), ExportJob::mostRowsInATurn + 1);
}

void TestExportJob::staysWithItsLinesWhenOlderOnesCome()
{
    fill(ExportJob::mostRowsInATurn + 10);
    const auto job = jobForAll();
    QSignalSpy finished(job.get(), &ExportJob::finished);
    connect(job.get(), &ExportJob::progressed, this, [this] {
        m_model->prepend({{Message::Kind::Chat, {}, QStringLiteral("Older"), WallTime(), {}}});
    });
    start(*job, path());
    QVERIFY(finished.wait());
    QCOMPARE(texts().size(), ExportJob::mostRowsInATurn + 10);
    QVERIFY(!texts().contains(QStringLiteral("Older")));
    QStringList written = texts();
    QCOMPARE(written.removeDuplicates(), 0);
}

void TestExportJob::copesWithLinesThatGo()
{
    fill(ExportJob::mostRowsInATurn + 10);
    const auto job = jobForAll();
    QSignalSpy finished(job.get(), &ExportJob::finished);
    QSignalSpy progressed(job.get(), &ExportJob::progressed);
    start(*job, path());
    QVERIFY(progressed.wait());
    // One that was written, the next one, the last one.
    m_model->remove(3);
    m_model->remove(ExportJob::mostRowsInATurn - 1);
    m_model->remove(m_model->rowCount() - 1);
    QVERIFY(finished.wait());
    QStringList expected;
    for (int line = 0; line < ExportJob::mostRowsInATurn + 9; ++line) {
        if (line != ExportJob::mostRowsInATurn)
            expected << QStringLiteral("Line %1").arg(line);
    }
    QCOMPARE(texts(), expected);
}

void TestExportJob::writesTheSelectedParts()
{
    fill(6);
    TranscriptSelection selection;
    selection.begin({1, 5});
    selection.extendTo({4, 0});
    const auto job = this->job(ExportRange::of(selection));
    QSignalSpy finished(job.get(), &ExportJob::finished);
    start(*job, path());
    QVERIFY(finished.wait());
    QCOMPARE(texts(), QStringList({QStringLiteral("1"), QStringLiteral("Line 2"), QStringLiteral("Line 3")}));
    // The frame would hold what was not selected.
    QVERIFY(!content().split('\n').constFirst().contains("frame"));
    QVERIFY(content().split('\n').at(1).contains("frame"));
}

void TestExportJob::anEmptyConversationHasItsTitleOnly()
{
    ExportJob job(m_clock, *m_model, ExportRange::all(0));
    QSignalSpy finished(&job, &ExportJob::finished);
    job.start(path(), ExportFormats::makeWriter(ExportFormat::Csv), {});
    QVERIFY(finished.wait());
    QCOMPARE(content(), CsvWriter().header({}));
}

void TestExportJob::cancelLeavesTheFormerFile()
{
    fill(2 * ExportJob::mostRowsInATurn);
    keepFormerFile();
    const auto job = jobForAll();
    QSignalSpy finished(job.get(), &ExportJob::finished);
    QSignalSpy failed(job.get(), &ExportJob::failed);
    QSignalSpy progressed(job.get(), &ExportJob::progressed);
    connect(job.get(), &ExportJob::progressed, job.get(), &ExportJob::cancel);
    start(*job, path());
    QVERIFY(progressed.wait());
    QCoreApplication::processEvents();
    QVERIFY(isFormerFileThere());
    QCOMPARE(progressed.size(), 1);
    QVERIFY(finished.isEmpty() && failed.isEmpty());
}

void TestExportJob::aFullDiskLeavesTheFormerFile()
{
    fill(3 * ExportJob::mostRowsInATurn);
    keepFormerFile();
    const auto job = jobForAll();
    QSignalSpy failed(job.get(), &ExportJob::failed);
    const FileSizeLimit full(65'536);
    start(*job, path());
    QVERIFY(failed.wait());
    FileSizeLimit::lift();
    QVERIFY(failed.constFirst().constFirst().toString().contains(path()));
    QVERIFY(isFormerFileThere());
}

void TestExportJob::saysWhereItCannotWrite_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("no such folder") << QStringLiteral("missing/export.txt");
    QTest::newRow("a folder") << QStringLiteral(".");
    QTest::newRow("no name") << QString();
}

void TestExportJob::saysWhereItCannotWrite()
{
    QFETCH(const QString, path);
    fill(1);
    const QString whole = path.isEmpty() ? path : m_directory->filePath(path);
    const auto job = jobForAll();
    QSignalSpy failed(job.get(), &ExportJob::failed);
    start(*job, whole);
    QVERIFY(failed.isEmpty());
    QVERIFY(failed.wait());
    QVERIFY(failed.constFirst().constFirst().toString().contains(whole));
}

void TestExportJob::endsWithItsConversation()
{
    fill(2 * ExportJob::mostRowsInATurn);
    keepFormerFile();
    const auto job = jobForAll();
    QSignalSpy failed(job.get(), &ExportJob::failed);
    QSignalSpy progressed(job.get(), &ExportJob::progressed);
    start(*job, path());
    QVERIFY(progressed.wait());
    m_model.reset();
    QVERIFY(failed.wait());
    QVERIFY(isFormerFileThere());
}

void TestExportJob::endsWhenTheConversationIsErased()
{
    fill(1);
    keepFormerFile();
    const auto job = jobForAll();
    QSignalSpy failed(job.get(), &ExportJob::failed);
    start(*job, path());
    Q_EMIT m_model->modelReset({});
    QVERIFY(failed.wait());
    QVERIFY(isFormerFileThere());
}

QTEST_GUILESS_MAIN(TestExportJob)
#include "tst_exportjob.moc"
