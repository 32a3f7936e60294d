// SPDX-License-Identifier: MIT
#pragma once

#include "wire/Descriptor.h"

#include <chrono>
#include <cstdint>
#include <sys/epoll.h>
#include <vector>

namespace Greenroom::Bench {

/// Which descriptors can be read or written. Each is known by a number that its owner chose.
class Epoll
{
public:
    enum class Interest { Read, ReadAndWrite };

    struct Event
    {
        std::uint32_t token = 0;
        /// Also where the other side has hung up: reading tells.
        bool canRead = false;
        bool canWrite = false;
    };

    explicit Epoll(std::size_t eventsPerTurn);

    void add(int descriptor, std::uint32_t token, Interest interest);
    void change(int descriptor, std::uint32_t token, Interest interest);

    /// What happened, at once or after waiting at most so long; valid until the next call.
    const std::vector<Event> &wait(std::chrono::milliseconds atMost);

private:
    Descriptor m_epoll;
    std::vector<epoll_event> m_raw;
    std::vector<Event> m_events;
};

} // namespace Greenroom::Bench
