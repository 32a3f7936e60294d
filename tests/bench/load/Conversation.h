// SPDX-License-Identifier: MIT
#pragma once

#include "load/Crowd.h"
#include "load/Ledger.h"
#include "load/Marker.h"
#include "load/Options.h"

#include <cstdint>
#include <string>
#include <vector>

namespace Greenroom::Bench {

/// The first clients of a crowd talk and all listen.
class Conversation : public Listener
{
public:
    /// What a stretch of it came to.
    struct Stretch
    {
        Duration duration{};
        std::uint64_t deliveries = 0;
        std::uint64_t messages = 0;
    };

    Conversation(Crowd &crowd, const Options &options);

    /// A message of each sender, waited for: what the server had to say before comes before these.
    void begin();
    /// Talks as fast as may be.
    Stretch talk(Duration duration);
    /// Waits for what is still on its way, and no longer than there is hope.
    void end();

    const Ledger &ledger() const { return m_ledger; }

    void textArrived(std::uint32_t client, std::string_view text, Time now) override;

private:
    void sendOne(std::uint32_t sender);
    void sendAll();
    bool turn();

    Crowd &m_crowd;
    Options::Protocol m_protocol;
    std::uint32_t m_senders;
    Ledger m_ledger;
    /// Servers may put the text elsewhere for each sender, but not for each message.
    MarkerFinder m_finder;
    Time m_lastText;
    std::string m_text;
};

} // namespace Greenroom::Bench
