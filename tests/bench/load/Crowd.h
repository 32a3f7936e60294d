// SPDX-License-Identifier: MIT
#pragma once

#include "load/Time.h"
#include "wire/Descriptor.h"
#include "wire/Epoll.h"
#include "wire/Inbox.h"
#include "wire/Sockets.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Greenroom::Bench {

/// Hears what the clients of a Crowd get.
class Listener
{
public:
    virtual ~Listener() = default;
    virtual void textArrived(std::uint32_t client, std::string_view text, Time now) = 0;
};

/// How many connects may be on their way at once, and how many may begin in a second.
struct ConnectPace
{
    std::uint32_t inFlight = 1;
    /// 0 is as many as possible.
    double perSecond = 0;
};

/// The clients of one server, all in this process and thread. What goes wrong with one ends the program.
class Crowd
{
public:
    Crowd(Sockets::Address address, std::uint32_t largestSize);

    /// Opens so many more and returns when the last is answered 101.
    void open(std::uint32_t count, ConnectPace pace, Listener &listener);

    std::uint32_t size() const { return m_begun; }
    void sendText(std::uint32_t client, std::string_view text);
    /// Writes what was sent since.
    void flush(std::uint32_t client);
    /// Waits at most so long for something to happen, and does what there is to do. Returns whether there was
    /// anything.
    bool turn(std::chrono::milliseconds atMost, Listener &listener);
    /// Takes in what comes until nothing has come for so long.
    void awaitQuiet(std::chrono::milliseconds quiet, Listener &listener);

private:
    struct Client
    {
        Descriptor socket;
        bool hasAsked = false;
        bool isOpen = false;
        std::string unread;
        std::string queued;
        std::string unsent;
    };

    void beginConnects(std::uint32_t target, ConnectPace pace, Time start, std::uint32_t before);
    void handle(const Epoll::Event &event, Listener &listener);
    void ask(std::uint32_t number);
    std::size_t take(std::uint32_t number, std::string_view bytes, Listener &listener);
    std::size_t takeAnswer(std::uint32_t number, std::string_view bytes);

    Sockets::Address m_address;
    std::string m_request;
    Epoll m_epoll;
    Inbox m_inbox;
    std::vector<Client> m_clients;
    std::uint32_t m_begun = 0;
    std::uint32_t m_open = 0;
};

} // namespace Greenroom::Bench
