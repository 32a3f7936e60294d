// SPDX-License-Identifier: MIT
#include "load/Conversation.h"

namespace Greenroom::Bench {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t messageBytes = 128;
constexpr auto turnTime = 10ms;
/// What has not come after so long without any text is lost.
constexpr auto patience = 10s;

} // namespace

Conversation::Conversation(Crowd &crowd, const Options &options)
    : m_crowd(crowd),
      m_protocol(options.protocol),
      m_senders(options.senders),
      m_ledger(crowd.size(), options.senders, options.inFlight)
{
}

void Conversation::begin()
{
    for (std::uint32_t sender = 0; sender < m_senders; ++sender) {
        sendOne(sender);
        m_crowd.flush(sender);
    }
    end();
}

Conversation::Stretch Conversation::talk(Duration duration)
{
    const Time start = Clock::now();
    m_ledger.restartTimes(start);
    m_lastText = start;
    const std::uint64_t deliveries = m_ledger.deliveries();
    const std::uint64_t messages = m_ledger.messages();
    while (Clock::now() - start < duration && turn())
        sendAll();
    return {Clock::now() - start, m_ledger.deliveries() - deliveries, m_ledger.messages() - messages};
}

void Conversation::end()
{
    m_lastText = Clock::now();
    while (m_ledger.hasAnyInFlight() && turn()) {}
    // What comes twice may come after all the rest.
    m_crowd.awaitQuiet(50ms, *this);
}

void Conversation::textArrived(std::uint32_t client, std::string_view text, Time now)
{
    m_lastText = now;
    // Notices and the like have none.
    if (const auto marker = m_finder.find(text))
        m_ledger.deliver(client, *marker, now);
}

void Conversation::sendOne(std::uint32_t sender)
{
    const Marker marker = m_ledger.send(sender, Clock::now());
    m_text.clear();
    if (m_protocol == Options::Protocol::Broadcast)
        m_text = R"({"action":"sendMessage","data":")";
    else if (m_protocol == Options::Protocol::History)
        m_text = R"({"action":"sendmessage","message":")";
    marker.appendTo(m_text);
    m_text.append(messageBytes - Marker::size, '.');
    if (m_protocol != Options::Protocol::Plain)
        m_text += "\"}";
    m_crowd.sendText(sender, m_text);
}

/// All that a sender may send goes out in one write.
void Conversation::sendAll()
{
    for (std::uint32_t sender = 0; sender < m_senders; ++sender) {
        while (m_ledger.maySend(sender))
            sendOne(sender);
        m_crowd.flush(sender);
    }
}

/// Returns whether there is hope.
bool Conversation::turn()
{
    m_crowd.turn(turnTime, *this);
    return Clock::now() - m_lastText < patience;
}

} // namespace Greenroom::Bench
