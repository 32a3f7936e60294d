// SPDX-License-Identifier: MIT
#pragma once

#include "tables/Write.h"

#include <chrono>

namespace Greenroom {

/// How much is committed at once, so that nobody waits long for his row because of the others in its group.
/// Learns from each commit what the disk can do: halves after one that took long, grows slowly while all are
/// quick. Pure.
class BatchLimit
{
public:
    /// What no commit shall last beyond, on a disk that can write one message in that time.
    static constexpr std::chrono::milliseconds longestCommit{20};
    /// A batch's rows, however light they are.
    static constexpr std::size_t mostWrites = 1000;

    /// What a write costs beside others, about the bytes that are moved for it.
    static qsizetype weightOf(const Write &write);

    /// The weight at which a batch is full; a single write may be heavier.
    qsizetype weight() const { return m_weight; }

    /// Learns from a batch of `weight` that took so long from its first row to the end of its commit.
    void note(qsizetype weight, std::chrono::nanoseconds took);

private:
    static constexpr qsizetype initialWeight = 2'000'000;

    qsizetype m_weight = initialWeight;
};

} // namespace Greenroom
