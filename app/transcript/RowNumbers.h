// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>
#include <vector>

namespace Greenroom {

/// Which line is in which row. A line's number is its own for good; rows close up when one of them is
/// removed, which happens to few.
class RowNumbers
{
public:
    int count() const;
    /// The number of the line that comes next.
    qint64 end() const { return m_end; }
    qint64 numberOf(int row) const;
    /// The row of the first line from `number` on; count() if there is none.
    int rowFrom(qint64 number) const;
    /// -1 if there is no such line.
    int rowOf(qint64 number) const;

    /// All numbers from 0 to below `end` but `removed`, which is in order.
    void reset(qint64 end = 0, std::vector<qint64> removed = {});
    /// Returns the number of a line after all others.
    qint64 append();
    /// Makes room for so many lines before all others.
    void prepend(int count);
    void remove(qint64 number);

private:
    qint64 m_first = 0;
    qint64 m_end = 0;
    std::vector<qint64> m_removed;
};

} // namespace Greenroom
