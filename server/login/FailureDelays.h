// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QHash>
#include <QString>
#include <list>
#include <unordered_map>

namespace Greenroom {

/// Makes those wait who guess: whoever has failed often has to wait before the next try, each time twice as
/// long. Knows a bounded number of keys; of more it forgets those that have tried least lately.
class FailureDelays
{
public:
    struct Limits
    {
        /// Tries that cost nothing.
        int freeTries = 5;
        /// The first wait, and the longest.
        std::chrono::milliseconds firstWait = std::chrono::seconds(1);
        std::chrono::milliseconds longestWait = std::chrono::minutes(1);
        /// Who has not tried for so long begins anew.
        std::chrono::milliseconds memory = std::chrono::minutes(15);
        std::size_t keys = 10'000;
    };

    /// Borrows `clock`.
    FailureDelays(const Clock &clock, Limits limits) : m_clock(clock), m_limits(limits) {}

    /// How long `key` has to wait from now on; zero where it may try.
    std::chrono::milliseconds wait(const QString &key) const;
    /// A try begins. It counts as failed until it is taken back, so that many at once gain nothing.
    void note(const QString &key);
    /// The last try was none.
    void takeBack(const QString &key);
    /// Whoever it was has shown to be in the right.
    void forget(const QString &key);

    std::size_t size() const { return m_entries.size(); }

private:
    struct Entry
    {
        int tries = 0;
        std::chrono::milliseconds triedAt{0};
        std::list<QString>::iterator place;
    };

    std::chrono::milliseconds waitAfter(int tries) const;
    bool isOver(const Entry &entry) const;
    void dropOld();

    const Clock &m_clock;
    Limits m_limits;
    std::unordered_map<QString, Entry> m_entries;
    /// Whoever tried last is last.
    std::list<QString> m_order;
};

} // namespace Greenroom
