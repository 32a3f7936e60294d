// SPDX-License-Identifier: MIT
#include "tables/BatchLimit.h"

#include <algorithm>

namespace Greenroom {

namespace {

/// Halved from half of the promise on, as the next commit may meet a busier disk.
constexpr auto halvedFrom = BatchLimit::longestCommit / 2;
constexpr auto grownUpTo = BatchLimit::longestCommit / 4;

constexpr qsizetype heaviest = 16'000'000;
constexpr qsizetype lightest = 64'000;
/// A row with its index entries, however short its texts: measured beside rows of 128 KB.
constexpr qsizetype weightOfRow = 4'000;

} // namespace

qsizetype BatchLimit::weightOf(const Write &write)
{
    const auto *put = std::get_if<PutMessage>(&write);
    return put == nullptr ? weightOfRow : weightOfRow + put->row.message.size();
}

void BatchLimit::note(qsizetype weight, std::chrono::nanoseconds took)
{
    // A small batch says nothing of larger ones unless it was slow, and then of itself.
    const bool wasFull = weight >= m_weight / 2;
    if (took > halvedFrom)
        m_weight = std::max(std::min(weight, m_weight) / 2, lightest);
    else if (took < grownUpTo && wasFull)
        m_weight = std::min(m_weight + m_weight / 8, heaviest);
}

} // namespace Greenroom
