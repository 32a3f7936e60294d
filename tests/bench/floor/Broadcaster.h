// SPDX-License-Identifier: MIT
#pragma once

#include "wire/Descriptor.h"
#include "wire/Epoll.h"
#include "wire/Frame.h"
#include "wire/Inbox.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Greenroom::Bench {

/// The least that a WebSocket server can do: every text that comes goes to everybody, the sender included.
/// Nothing is routed, stored, limited or answered. Its figures are the floor that others are compared with.
class Broadcaster
{
public:
    /// PerTurn gathers what the clients get in one turn of the loop and writes it once to each.
    enum class Writing { PerTurn, PerFrame };
    /// Whether everybody is told of a new client.
    enum class Joins { Silent, Announced };

    Broadcaster(Descriptor listener, Writing writing, Joins joins);

    [[noreturn]] void run();

private:
    struct Client
    {
        Descriptor socket;
        bool isUpgraded = false;
        /// The index in m_upgraded.
        std::size_t place = 0;
        std::string unread;
        std::string unsent;
    };

    void acceptAll();
    void handle(const Epoll::Event &event);
    std::size_t take(int number, std::string_view bytes);
    std::size_t upgrade(int number, std::string_view bytes);
    std::size_t takeFrames(std::string_view bytes);
    void post(const Frame &frame);
    void flush();
    void send(int number, std::string_view bytes);
    void drop(int number);

    Client &client(int number) { return m_clients[static_cast<std::size_t>(number)]; }

    Descriptor m_listener;
    Writing m_writing;
    Joins m_joins;
    Epoll m_epoll;
    Inbox m_inbox;
    /// By descriptor.
    std::vector<Client> m_clients;
    std::vector<int> m_upgraded;
    /// The frames of this turn.
    std::string m_turn;
    std::string m_text;
};

} // namespace Greenroom::Bench
