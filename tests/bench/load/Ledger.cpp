// SPDX-License-Identifier: MIT
#include "load/Ledger.h"

#include <bit>

namespace Greenroom::Bench {

Ledger::Ledger(std::uint32_t clients, std::uint32_t senders, std::uint32_t inFlight)
    : m_clientCount(clients),
      m_allowedInFlight(inFlight),
      m_senders(senders),
      m_expected(std::size_t{clients} * senders)
{
    for (Sender &sender : m_senders)
        sender.window.resize(std::bit_ceil(inFlight));
}

bool Ledger::maySend(std::uint32_t sender) const
{
    const Sender &from = m_senders[sender];
    return from.sent - from.completed < m_allowedInFlight;
}

Marker Ledger::send(std::uint32_t sender, Time now)
{
    Sender &from = m_senders[sender];
    const std::uint32_t sequence = from.sent++;
    message(from, sequence) = {now, m_clientCount};
    ++m_inFlight;
    return {sender, sequence};
}

void Ledger::deliver(std::uint32_t client, Marker marker, Time now)
{
    countDelivery(now);
    if (marker.sender >= m_senders.size()) {
        ++m_faults.doubled;
        return;
    }
    std::uint32_t &expected = m_expected[std::size_t{client} * m_senders.size() + marker.sender];
    Sender &from = m_senders[marker.sender];
    if (marker.sequence != expected || marker.sequence >= from.sent) {
        deliverMisplaced(client, marker);
        return;
    }
    ++expected;
    Message &arrived = message(from, marker.sequence);
    m_latencies.add(now - arrived.sentAt);
    settle(from, arrived);
}

void Ledger::countDelivery(Time now)
{
    ++m_deliveries;
    if (now - m_lastDelivery > m_longestStall)
        m_longestStall = now - m_lastDelivery;
    m_lastDelivery = now;
}

/// One client less has to wait for it.
void Ledger::settle(Sender &from, Message &arrived)
{
    if (--arrived.missing > 0)
        return;
    --m_inFlight;
    ++m_messages;
    while (from.completed < from.sent && message(from, from.completed).missing == 0)
        ++from.completed;
}

/// What was skipped counts as lost until it comes after all; nobody waits for it any more.
void Ledger::deliverMisplaced(std::uint32_t client, Marker marker)
{
    std::uint32_t &expected = m_expected[std::size_t{client} * m_senders.size() + marker.sender];
    Sender &from = m_senders[marker.sender];
    const bool wasSent = marker.sequence < from.sent;
    if (!wasSent || marker.sequence < expected) {
        const bool wasSkipped = m_skipped.erase({client, marker.sender, marker.sequence}) > 0;
        ++(wasSkipped ? m_faults.reordered : m_faults.doubled);
        return;
    }
    for (; expected < marker.sequence; ++expected) {
        m_skipped.insert({client, marker.sender, expected});
        settle(from, message(from, expected));
    }
    ++expected;
    settle(from, message(from, marker.sequence));
}

Ledger::Faults Ledger::faults() const
{
    Faults faults = m_faults;
    faults.lost = m_skipped.size();
    for (std::size_t i = 0; i < m_expected.size(); ++i)
        faults.lost += m_senders[i % m_senders.size()].sent - m_expected[i];
    return faults;
}

void Ledger::restartTimes(Time now)
{
    m_latencies.clear();
    m_longestStall = {};
    m_lastDelivery = now;
}

} // namespace Greenroom::Bench
