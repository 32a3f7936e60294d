// SPDX-License-Identifier: MIT
#pragma once

#include "wire/Sockets.h"

#include <cstdint>
#include <string>
#include <vector>

namespace Greenroom::Bench {

/// What the load generator is asked to do.
struct Options
{
    enum class Mode { Throughput, OneInFlight, Senders, Connects, FirstHandshake, IdleMemory, Check };
    /// What a message is sent as: bare text, or a JSON object of the backend `broadcast` or `history`.
    enum class Protocol { Plain, Broadcast, History };

    Mode mode = Mode::Check;
    Protocol protocol = Protocol::Plain;
    Sockets::Address address;
    std::uint32_t clients = 1000;
    /// Clients that are there before connects are counted.
    std::uint32_t base = 0;
    std::uint32_t connecting = 64;
    double connectsPerSecond = 0;
    std::uint32_t senders = 1;
    /// Messages of one sender.
    std::uint32_t inFlight = 1;
    double warmUpSeconds = 0.3;
    double seconds = 2;
    int pid = 0;
    /// What FirstHandshake starts.
    std::vector<std::string> command;

    /// From the words of the command line; ends the program where they make no sense.
    static Options read(const std::vector<std::string> &words);
};

} // namespace Greenroom::Bench
