// SPDX-License-Identifier: MIT
#include "transcript/RowNumbers.h"

#include <algorithm>
#include <ranges>

namespace Greenroom {

int RowNumbers::count() const
{
    return static_cast<int>(m_end - m_first - std::ssize(m_removed));
}

qint64 RowNumbers::numberOf(int row) const
{
    // The removed numbers before it are those that would stand in this row or above it without the ones
    // removed before them.
    std::size_t low = 0;
    std::size_t high = m_removed.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (m_removed[middle] - m_first - static_cast<qint64>(middle) <= row)
            low = middle + 1;
        else
            high = middle;
    }
    return m_first + row + static_cast<qint64>(low);
}

int RowNumbers::rowFrom(qint64 number) const
{
    const qint64 within = std::clamp(number, m_first, m_end);
    const auto next = std::ranges::lower_bound(m_removed, within);
    return static_cast<int>(within - m_first - (next - m_removed.begin()));
}

int RowNumbers::rowOf(qint64 number) const
{
    const bool isThere =
        number >= m_first && number < m_end && !std::ranges::binary_search(m_removed, number);
    return isThere ? rowFrom(number) : -1;
}

void RowNumbers::reset(qint64 end, std::vector<qint64> removed)
{
    m_first = 0;
    m_end = end;
    m_removed = std::move(removed);
}

qint64 RowNumbers::append()
{
    return m_end++;
}

void RowNumbers::prepend(int count)
{
    m_first -= count;
}

void RowNumbers::remove(qint64 number)
{
    m_removed.insert(std::ranges::lower_bound(m_removed, number), number);
}

} // namespace Greenroom
