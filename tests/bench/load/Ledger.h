// SPDX-License-Identifier: MIT
#pragma once

#include "load/Latencies.h"
#include "load/Marker.h"
#include "load/Time.h"

#include <cstdint>
#include <set>
#include <tuple>
#include <vector>

namespace Greenroom::Bench {

/// Which messages were sent and who has got them: each client has to get each sender's messages once and in
/// their order.
class Ledger
{
public:
    struct Faults
    {
        std::uint64_t lost = 0;
        std::uint64_t doubled = 0;
        std::uint64_t reordered = 0;
    };

    /// Each sender may have `inFlight` messages on their way.
    Ledger(std::uint32_t clients, std::uint32_t senders, std::uint32_t inFlight);

    bool maySend(std::uint32_t sender) const;
    /// Returns what the next message of `sender` says.
    Marker send(std::uint32_t sender, Time now);
    void deliver(std::uint32_t client, Marker marker, Time now);

    bool hasAnyInFlight() const { return m_inFlight > 0; }
    std::uint64_t deliveries() const { return m_deliveries; }
    std::uint64_t messages() const { return m_messages; }
    Time lastDelivery() const { return m_lastDelivery; }
    /// What was sent and has not come counts as lost.
    Faults faults() const;

    /// Forgets latencies and stalls so far.
    void restartTimes(Time now);
    const Latencies &latencies() const { return m_latencies; }
    /// The longest time in which nobody got anything.
    Duration longestStall() const { return m_longestStall; }

private:
    struct Message
    {
        Time sentAt;
        std::uint32_t missing = 0;
    };
    struct Sender
    {
        std::uint32_t sent = 0;
        /// All before this one are with everybody.
        std::uint32_t completed = 0;
        /// The last ones sent, by the low bits of their sequences: dividing would cost more than all else
        /// here.
        std::vector<Message> window;
    };

    void countDelivery(Time now);
    void settle(Sender &from, Message &arrived);
    void deliverMisplaced(std::uint32_t client, Marker marker);
    static Message &message(Sender &sender, std::uint32_t sequence)
    {
        return sender.window[sequence & (sender.window.size() - 1)];
    }

    std::uint32_t m_clientCount;
    std::uint32_t m_allowedInFlight;
    std::vector<Sender> m_senders;
    /// The sequence that comes next, by client and sender.
    std::vector<std::uint32_t> m_expected;
    /// Skipped so far: client, sender, sequence.
    std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> m_skipped;
    Faults m_faults;
    std::uint64_t m_inFlight = 0;
    std::uint64_t m_deliveries = 0;
    std::uint64_t m_messages = 0;
    Time m_lastDelivery;
    Duration m_longestStall{};
    Latencies m_latencies;
};

} // namespace Greenroom::Bench
