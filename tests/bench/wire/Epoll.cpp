// SPDX-License-Identifier: MIT
#include "wire/Epoll.h"

#include "wire/GiveUp.h"

#include <cerrno>

namespace Greenroom::Bench {

namespace {

void control(int epoll, int operation, int descriptor, std::uint32_t token, Epoll::Interest interest)
{
    epoll_event event{};
    event.events = EPOLLIN;
    if (interest == Epoll::Interest::ReadAndWrite)
        event.events |= EPOLLOUT;
    event.data.u32 = token; // NOLINT(cppcoreguidelines-pro-type-union-access): the system's own type.
    if (::epoll_ctl(epoll, operation, descriptor, &event) != 0)
        giveUpAfter("epoll_ctl");
}

} // namespace

Epoll::Epoll(std::size_t eventsPerTurn) : m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_raw(eventsPerTurn)
{
    if (!m_epoll.isOpen())
        giveUpAfter("epoll_create1");
    m_events.reserve(eventsPerTurn);
}

void Epoll::add(int descriptor, std::uint32_t token, Interest interest)
{
    control(m_epoll.number(), EPOLL_CTL_ADD, descriptor, token, interest);
}

void Epoll::change(int descriptor, std::uint32_t token, Interest interest)
{
    control(m_epoll.number(), EPOLL_CTL_MOD, descriptor, token, interest);
}

const std::vector<Epoll::Event> &Epoll::wait(std::chrono::milliseconds atMost)
{
    m_events.clear();
    const int count = ::epoll_wait(m_epoll.number(), m_raw.data(), static_cast<int>(m_raw.size()),
                                   static_cast<int>(atMost.count()));
    if (count < 0 && errno != EINTR)
        giveUpAfter("epoll_wait");
    for (std::size_t i = 0; static_cast<int>(i) < count; ++i) {
        const epoll_event &raw = m_raw[i];
        const bool hasEnded = (raw.events & (EPOLLHUP | EPOLLERR)) != 0;
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-union-access): the system's own type.
        const std::uint32_t token = raw.data.u32;
        m_events.push_back({token, hasEnded || (raw.events & EPOLLIN) != 0, (raw.events & EPOLLOUT) != 0});
    }
    return m_events;
}

} // namespace Greenroom::Bench
