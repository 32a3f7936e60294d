// SPDX-License-Identifier: MIT
#include "tables/BatchLimit.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

class TestBatchLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLongMessageWeighsMore();
    void whatTookLongIsHalved();
    void aSlowSmallBatchIsTakenAtItsWord();
    void whatIsQuickGrowsSlowly();
    void aSmallBatchSaysNothingOfLargerOnes();
    void thereAreBounds();
    void aSlowDiskIsFoundOutSoon_data();
    void aSlowDiskIsFoundOutSoon();
};

void TestBatchLimit::aLongMessageWeighsMore()
{
    MessageRow row;
    const auto empty = BatchLimit::weightOf(PutMessage{row});
    QVERIFY(empty > 0);
    QCOMPARE(BatchLimit::weightOf(CloseSession{}), empty);
    row.message = QString(128'000, u'x');
    QCOMPARE(BatchLimit::weightOf(PutMessage{row}), empty + 128'000);
}

void TestBatchLimit::whatTookLongIsHalved()
{
    BatchLimit limit;
    const auto before = limit.weight();
    limit.note(before, BatchLimit::longestCommit + 1ms);
    QCOMPARE(limit.weight(), before / 2);
    // Not only when it is too late.
    limit.note(limit.weight(), BatchLimit::longestCommit - 1ms);
    QCOMPARE(limit.weight(), before / 4);
}

void TestBatchLimit::aSlowSmallBatchIsTakenAtItsWord()
{
    BatchLimit limit;
    const auto before = limit.weight();
    limit.note(before / 4, BatchLimit::longestCommit);
    QCOMPARE(limit.weight(), before / 8);
}

void TestBatchLimit::whatIsQuickGrowsSlowly()
{
    BatchLimit limit;
    const auto before = limit.weight();
    limit.note(before, 1ms);
    QVERIFY(limit.weight() > before);
    QVERIFY(limit.weight() <= before + before / 4);
    const auto grown = limit.weight();
    limit.note(grown, BatchLimit::longestCommit / 2);
    QCOMPARE(limit.weight(), grown);
}

void TestBatchLimit::aSmallBatchSaysNothingOfLargerOnes()
{
    BatchLimit limit;
    const auto before = limit.weight();
    for (int count = 0; count < 100; ++count)
        limit.note(before / 4, 1ms);
    QCOMPARE(limit.weight(), before);
}

void TestBatchLimit::thereAreBounds()
{
    BatchLimit limit;
    for (int count = 0; count < 1000; ++count)
        limit.note(limit.weight(), 0ms);
    const auto heaviest = limit.weight();
    limit.note(heaviest, 0ms);
    QCOMPARE(limit.weight(), heaviest);
    for (int count = 0; count < 1000; ++count)
        limit.note(limit.weight(), 1h);
    QVERIFY(limit.weight() > BatchLimit::weightOf(CloseSession{}));
    QVERIFY(limit.weight() < heaviest);
}

void TestBatchLimit::aSlowDiskIsFoundOutSoon_data()
{
    QTest::addColumn<int>("bytesPerMillisecond");
    QTest::newRow("much slower than thought") << 20'000;
    QTest::newRow("somewhat slower") << 150'000;
    QTest::newRow("faster") << 2'000'000;
}

/// On a disk whose commits take as long as they are heavy: after a few commits all keep the promise, and none
/// is needlessly small.
void TestBatchLimit::aSlowDiskIsFoundOutSoon()
{
    QFETCH(const int, bytesPerMillisecond);
    BatchLimit limit;
    std::chrono::nanoseconds longest{0};
    for (int commit = 0; commit < 1000; ++commit) {
        const std::chrono::nanoseconds took{limit.weight() * 1'000'000 / bytesPerMillisecond};
        if (commit >= 5)
            longest = std::max(longest, took);
        limit.note(limit.weight(), took);
    }
    QVERIFY(longest <= BatchLimit::longestCommit);
    QVERIFY(longest >= BatchLimit::longestCommit / 5);
}

QTEST_APPLESS_MAIN(TestBatchLimit)
#include "tst_batchlimit.moc"
