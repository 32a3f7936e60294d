// SPDX-License-Identifier: MIT
#include "support/ArchiveBench.h"
#include "transcript/TranscriptModel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace Greenroom;

namespace {

QString key()
{
    return QStringLiteral("wss://example.com/dev");
}

Message spoken(const QString &text)
{
    return Test::ArchiveBench::line(text);
}

QStringList texts(const TranscriptModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.message(row).text + model.message(row).failure;
    return list;
}

/// A transcript of the bench's archive, and what it should show.
struct Pair
{
    Test::ArchiveBench bench;
    std::unique_ptr<TranscriptModel> model;
    QStringList expected;
    QRandomGenerator random;

    explicit Pair(quint32 seed) : random(seed) { open(); }

    void open()
    {
        model = std::make_unique<TranscriptModel>();
        model->show(bench.archive->open(key()));
    }
    void restart()
    {
        model.reset();
        bench.reopen();
        open();
    }
    int row() { return random.bounded(static_cast<int>(expected.size())); }
    void append(int count)
    {
        for (int index = 0; index < count; ++index) {
            expected << QStringLiteral("line %1").arg(random.generate() % 1000);
            model->append(spoken(expected.constLast()));
        }
    }
    void replace(int at)
    {
        expected[at] = QStringLiteral("changed %1").arg(random.generate() % 1000);
        model->replace(at, spoken(expected.at(at)));
    }
    void fail(int at)
    {
        const QString reason = QStringLiteral(" because %1").arg(random.generate() % 1000);
        expected[at] = model->message(at).text + reason;
        model->setDelivery(at, Delivery::Failed, reason);
    }
    void remove(int at)
    {
        expected.removeAt(at);
        model->remove(at);
    }
    void act()
    {
        const int what = random.bounded(100);
        if (what < 40 || expected.isEmpty())
            append(random.bounded(250));
        else if (what < 55)
            replace(row());
        else if (what < 70)
            fail(row());
        else if (what < 85)
            remove(row());
        else if (what < 95)
            QTRY_VERIFY(bench.archive->isWritten());
        else
            restart();
    }
};

} // namespace

/// A transcript whose lines are kept on the disk.
class TestTranscriptModelDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void isLikeAPlainList_data();
    void isLikeAPlainList();
    void givesUpWhatIsWritten();
    void readsFramesAndOwnIds();
    void linesOfNoStageComeLast();
    void anotherConversationResetsIt();
    void forgettingEmptiesIt();
    void inMemoryAllGoesOn();
    void twoOfOneConversationStoreItOnce();
};

void TestTranscriptModelDisk::isLikeAPlainList_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestTranscriptModelDisk::isLikeAPlainList()
{
    QFETCH(const quint32, seed);
    Pair pair(seed);
    for (int step = 0; step < 40; ++step) {
        pair.act();
        QCOMPARE(texts(*pair.model), pair.expected);
    }
    pair.restart();
    QCOMPARE(texts(*pair.model), pair.expected);
}

void TestTranscriptModelDisk::givesUpWhatIsWritten()
{
    Pair pair(1);
    const QAbstractItemModelTester tester(pair.model.get(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    pair.append(2000);
    QTRY_VERIFY(pair.model->rowsOnDisk() >= 1000);
    QCOMPARE(texts(*pair.model), pair.expected);
    QVERIFY(pair.model->rawFrame(0).contains(QStringLiteral("frame")));
    pair.fail(3);
    pair.remove(5);
    QCOMPARE(texts(*pair.model), pair.expected);
    QCOMPARE(pair.model->unsettledRows(), QList<int>{3});
}

void TestTranscriptModelDisk::readsFramesAndOwnIds()
{
    Pair pair(1);
    pair.append(3);
    pair.model->noteOwnId(QStringLiteral("ann="));
    pair.restart();
    QCOMPARE(pair.model->rowsOnDisk(), 3);
    QVERIFY(pair.model->isOwn(0));
    QVERIFY(
        pair.model->index(0).data(TranscriptModel::RawFrameRole).toString().contains(QLatin1String("frame")));
}

void TestTranscriptModelDisk::linesOfNoStageComeLast()
{
    Pair pair(1);
    pair.append(2);
    pair.restart();
    TranscriptModel other;
    other.append(spoken(QStringLiteral("loose")));
    pair.model.reset();
    other.show(pair.bench.archive->open(key()));
    QCOMPARE(texts(other), pair.expected + QStringList{QStringLiteral("loose")});
}

void TestTranscriptModelDisk::anotherConversationResetsIt()
{
    Pair pair(1);
    pair.append(2);
    const QSignalSpy reset(pair.model.get(), &QAbstractItemModel::modelReset);
    pair.model->show(pair.bench.archive->open(QStringLiteral("other")));
    QCOMPARE(reset.count(), 1);
    QCOMPARE(pair.model->rowCount(), 0);
    pair.model->show(pair.bench.archive->open(key()));
    QCOMPARE(texts(*pair.model), pair.expected);
}

void TestTranscriptModelDisk::forgettingEmptiesIt()
{
    Pair pair(1);
    pair.append(500);
    QVERIFY(pair.bench.archive->forget(key()));
    QCOMPARE(pair.model->rowCount(), 0);
    pair.expected.clear();
    pair.append(2);
    pair.restart();
    QCOMPARE(texts(*pair.model), pair.expected);
}

void TestTranscriptModelDisk::inMemoryAllGoesOn()
{
    Test::FakeClock clock;
    Archive archive(clock, {});
    TranscriptModel model;
    model.append(spoken(QStringLiteral("one")));
    model.show(archive.open(key()));
    model.append(spoken(QStringLiteral("two")));
    model.show(archive.open(QStringLiteral("other")));
    model.append(spoken(QStringLiteral("three")));
    QCOMPARE(texts(model).join(QLatin1Char(' ')), QStringLiteral("one two three"));
    QCOMPARE(archive.summary(key()).messages, qint64(1));
    QCOMPARE(archive.summary(QStringLiteral("other")).lastText, QStringLiteral("three"));
}

void TestTranscriptModelDisk::twoOfOneConversationStoreItOnce()
{
    Pair pair(1);
    pair.append(3);
    auto second = std::make_unique<TranscriptModel>();
    second->show(pair.bench.archive->open(key()));
    QCOMPARE(texts(*second), pair.expected);
    for (int index = 0; index < 400; ++index)
        second->append(spoken(QStringLiteral("heard by both")));
    pair.append(1);
    QTRY_VERIFY(pair.bench.archive->isWritten());
    QCOMPARE(second->rowCount(), 403);
    QCOMPARE(texts(*second).constLast(), QStringLiteral("heard by both"));
    second.reset();
    pair.restart();
    QCOMPARE(texts(*pair.model), pair.expected);
}

QTEST_GUILESS_MAIN(TestTranscriptModelDisk)
#include "tst_transcriptmodel_disk.moc"
