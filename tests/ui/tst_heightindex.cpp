// SPDX-License-Identifier: MIT
#include "ui/HeightIndex.h"

#include <QRandomGenerator>
#include <QTest>
#include <numeric>

using namespace Greenroom;

/// Where rows of different heights begin and which one is where.
class TestHeightIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst();
    void findsTheRowAtAPlace_data();
    void findsTheRowAtAPlace();
    void skipsRowsWithoutHeight();
    void agreesWithAPlainList();
};

namespace {

HeightIndex indexOf(const std::vector<int> &heights)
{
    HeightIndex index;
    for (const int height : heights)
        index.append(height);
    return index;
}

/// The same by adding up, which cannot be wrong.
void compare(const HeightIndex &index, const std::vector<int> &heights)
{
    QCOMPARE(index.count(), static_cast<int>(heights.size()));
    qint64 top = 0;
    for (int row = 0; row < index.count(); ++row) {
        const int height = heights[static_cast<std::size_t>(row)];
        QCOMPARE(index.height(row), height);
        QCOMPARE(index.top(row), top);
        QCOMPARE(index.rowAt(top), row);
        QCOMPARE(index.rowAt(top + height - 1), row);
        top += height;
    }
    QCOMPARE(index.total(), top);
}

std::vector<int> randomHeights(QRandomGenerator &random, int count)
{
    std::vector<int> heights(static_cast<std::size_t>(count));
    std::generate(heights.begin(), heights.end(), [&random] { return random.bounded(1, 100); });
    return heights;
}

} // namespace

void TestHeightIndex::isEmptyAtFirst()
{
    const HeightIndex index;
    QCOMPARE(index.count(), 0);
    QCOMPARE(index.total(), 0);
    QCOMPARE(index.rowAt(0), -1);
}

void TestHeightIndex::findsTheRowAtAPlace_data()
{
    QTest::addColumn<qint64>("position");
    QTest::addColumn<int>("row");
    QTest::newRow("above all rows") << qint64(-5) << 0;
    QTest::newRow("the first pixel") << qint64(0) << 0;
    QTest::newRow("the first row's last pixel") << qint64(9) << 0;
    QTest::newRow("the second row's first pixel") << qint64(10) << 1;
    QTest::newRow("the last row's last pixel") << qint64(59) << 2;
    QTest::newRow("below all rows") << qint64(1000) << 2;
}

void TestHeightIndex::findsTheRowAtAPlace()
{
    QFETCH(const qint64, position);
    QFETCH(const int, row);
    QCOMPARE(indexOf({10, 20, 30}).rowAt(position), row);
}

void TestHeightIndex::skipsRowsWithoutHeight()
{
    const HeightIndex index = indexOf({10, 0, 0, 5});
    QCOMPARE(index.rowAt(9), 0);
    QCOMPARE(index.rowAt(10), 3);
    QCOMPARE(index.top(3), 10);
}

void TestHeightIndex::agreesWithAPlainList()
{
    QRandomGenerator random(1);
    std::vector<int> heights;
    HeightIndex index;
    for (int round = 0; round < 200; ++round) {
        const int row = random.bounded(static_cast<int>(heights.size()) + 1);
        const std::vector<int> some = randomHeights(random, random.bounded(1, 5));
        switch (random.bounded(4)) {
        case 0:
            index.insert(row, some);
            heights.insert(heights.begin() + row, some.begin(), some.end());
            break;
        case 1:
            index.append(some[0]);
            heights.push_back(some[0]);
            break;
        case 2:
            if (row < index.count()) {
                index.setHeight(row, some[0]);
                heights[static_cast<std::size_t>(row)] = some[0];
            }
            break;
        default:
            if (row < index.count()) {
                index.remove(row, 1);
                heights.erase(heights.begin() + row);
            }
        }
        compare(index, heights);
        if (QTest::currentTestFailed())
            return;
    }
    index.clear();
    compare(index, {});
}

QTEST_MAIN(TestHeightIndex)
#include "tst_heightindex.moc"
