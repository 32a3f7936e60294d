// SPDX-License-Identifier: MIT
#include "ui/HeightIndex.h"

#include <algorithm>

namespace Greenroom {

namespace {

std::size_t lowestBit(std::size_t number)
{
    return number & (~number + 1);
}

} // namespace

int HeightIndex::count() const
{
    return static_cast<int>(m_heights.size());
}

qint64 HeightIndex::total() const
{
    return top(count());
}

int HeightIndex::height(int row) const
{
    return m_heights.at(static_cast<std::size_t>(row));
}

qint64 HeightIndex::top(int row) const
{
    qint64 sum = 0;
    for (auto node = static_cast<std::size_t>(row); node > 0; node -= lowestBit(node))
        sum += m_sums[node];
    return sum;
}

int HeightIndex::rowAt(qint64 position) const
{
    std::size_t step = 1;
    while (step * 2 <= m_heights.size())
        step *= 2;
    std::size_t before = 0;
    for (qint64 left = position; step > 0; step /= 2) {
        const std::size_t node = before + step;
        if (node > m_heights.size() || m_sums[node] > left)
            continue;
        left -= m_sums[node];
        before = node;
    }
    return std::min(static_cast<int>(before), count() - 1);
}

void HeightIndex::setHeight(int row, int height)
{
    const auto index = static_cast<std::size_t>(row);
    const int difference = height - m_heights.at(index);
    if (difference == 0)
        return;
    m_heights[index] = height;
    for (std::size_t node = index + 1; node < m_sums.size(); node += lowestBit(node))
        m_sums[node] += difference;
}

void HeightIndex::reset(int count, int height)
{
    m_heights.assign(static_cast<std::size_t>(count), height);
    rebuild();
}

void HeightIndex::append(int height)
{
    m_heights.push_back(height);
    const std::size_t node = m_heights.size();
    qint64 sum = height;
    for (std::size_t child = node - 1; child > node - lowestBit(node); child -= lowestBit(child))
        sum += m_sums[child];
    m_sums.push_back(sum);
}

void HeightIndex::insert(int first, const std::vector<int> &heights)
{
    m_heights.insert(m_heights.begin() + first, heights.begin(), heights.end());
    rebuild();
}

void HeightIndex::remove(int first, int count)
{
    m_heights.erase(m_heights.begin() + first, m_heights.begin() + first + count);
    rebuild();
}

void HeightIndex::clear()
{
    reset(0, 0);
}

void HeightIndex::rebuild()
{
    m_sums.assign(m_heights.size() + 1, 0);
    for (std::size_t node = 1; node < m_sums.size(); ++node) {
        m_sums[node] += m_heights[node - 1];
        const std::size_t parent = node + lowestBit(node);
        if (parent < m_sums.size())
            m_sums[parent] += m_sums[node];
    }
}

} // namespace Greenroom
