// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>
#include <vector>

namespace Greenroom {

/// The heights of rows that stand one below the other: where each begins, and which is at a place. Both take
/// logarithmic time, and so do changing a height and appending; other insertions take linear time. A Fenwick
/// tree. https://en.wikipedia.org/wiki/Fenwick_tree
class HeightIndex
{
public:
    int count() const;
    qint64 total() const;
    int height(int row) const;
    /// Where `row` begins; total() for count().
    qint64 top(int row) const;
    /// The row that covers `position`; the first one above all rows and the last one below; -1 without rows.
    int rowAt(qint64 position) const;

    void setHeight(int row, int height);
    /// So many rows of the same height, and no others.
    void reset(int count, int height);
    void append(int height);
    void insert(int first, const std::vector<int> &heights);
    void remove(int first, int count);
    void clear();

private:
    void rebuild();

    std::vector<int> m_heights;
    /// m_sums[i] has the heights of the i's lowest set bit rows that end with row i - 1; m_sums[0] is unused.
    std::vector<qint64> m_sums{0};
};

} // namespace Greenroom
