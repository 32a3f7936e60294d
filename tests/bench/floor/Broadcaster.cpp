// SPDX-License-Identifier: MIT
#include "floor/Broadcaster.h"

#include "wire/AcceptKey.h"
#include "wire/Outbox.h"
#include "wire/Sockets.h"

namespace Greenroom::Bench {

namespace {

constexpr std::size_t eventsPerTurn = 1024;
constexpr std::string_view endOfHead = "\r\n\r\n";

std::string_view keyIn(std::string_view head)
{
    constexpr std::string_view name = "\r\nSec-WebSocket-Key: ";
    const std::size_t at = head.find(name);
    if (at == std::string_view::npos)
        return {};
    const std::string_view line = head.substr(at + name.size());
    return line.substr(0, line.find('\r'));
}

} // namespace

Broadcaster::Broadcaster(Descriptor listener, Writing writing, Joins joins)
    : m_listener(std::move(listener)), m_writing(writing), m_joins(joins), m_epoll(eventsPerTurn)
{
    m_epoll.add(m_listener.number(), static_cast<std::uint32_t>(m_listener.number()), Epoll::Interest::Read);
}

void Broadcaster::run()
{
    while (true) {
        for (const Epoll::Event &event : m_epoll.wait(std::chrono::hours(1)))
            handle(event);
        flush();
    }
}

void Broadcaster::handle(const Epoll::Event &event)
{
    const int number = static_cast<int>(event.token);
    if (number == m_listener.number()) {
        acceptAll();
        return;
    }
    Client &from = client(number);
    if (event.canWrite && writeRest(number, from.unsent))
        m_epoll.change(number, event.token, Epoll::Interest::Read);
    if (!event.canRead)
        return;
    const auto state = m_inbox.read(number, from.unread,
                                    [this, number](std::string_view bytes) { return take(number, bytes); });
    if (state == Inbox::Connection::Ended)
        drop(number);
}

void Broadcaster::acceptAll()
{
    while (auto socket = Sockets::acceptFrom(m_listener)) {
        const int number = socket->number();
        if (m_clients.size() <= static_cast<std::size_t>(number))
            m_clients.resize(2 * static_cast<std::size_t>(number));
        client(number).socket = std::move(*socket);
        m_epoll.add(number, static_cast<std::uint32_t>(number), Epoll::Interest::Read);
    }
}

/// Returns how many bytes were whole.
std::size_t Broadcaster::take(int number, std::string_view bytes)
{
    const std::size_t head = client(number).isUpgraded ? 0 : upgrade(number, bytes);
    return client(number).isUpgraded ? head + takeFrames(bytes.substr(head)) : 0;
}

std::size_t Broadcaster::upgrade(int number, std::string_view bytes)
{
    const std::size_t end = bytes.find(endOfHead);
    if (end == std::string_view::npos)
        return 0;
    const std::string accept = acceptKey(keyIn(bytes.substr(0, end)));
    send(number, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                 "Sec-WebSocket-Accept: "
                     + accept + "\r\n\r\n");
    client(number).isUpgraded = true;
    client(number).place = m_upgraded.size();
    m_upgraded.push_back(number);
    if (m_joins == Joins::Announced)
        appendTextFrame(m_turn, R"({"message": "A new user has joined the chat - FHO9_cl9oAMCJCg="})");
    return end + endOfHead.size();
}

std::size_t Broadcaster::takeFrames(std::string_view bytes)
{
    std::size_t used = 0;
    while (const auto frame = readFrame(bytes.substr(used))) {
        used += frame->size;
        // A client that says good-bye closes its socket as well.
        if (frame->opcode == Frame::Text)
            post(*frame);
    }
    return used;
}

void Broadcaster::post(const Frame &frame)
{
    m_text.clear();
    appendPayload(m_text, frame);
    appendTextFrame(m_turn, m_text);
    if (m_writing == Writing::PerFrame)
        flush();
}

void Broadcaster::flush()
{
    if (m_turn.empty())
        return;
    for (const int number : m_upgraded)
        send(number, m_turn);
    m_turn.clear();
}

void Broadcaster::send(int number, std::string_view bytes)
{
    Client &to = client(number);
    const bool wasWaiting = !to.unsent.empty();
    if (!write(number, to.unsent, bytes) && !wasWaiting)
        m_epoll.change(number, static_cast<std::uint32_t>(number), Epoll::Interest::ReadAndWrite);
}

void Broadcaster::drop(int number)
{
    if (client(number).isUpgraded) {
        const std::size_t place = client(number).place;
        m_upgraded[place] = m_upgraded.back();
        client(m_upgraded[place]).place = place;
        m_upgraded.pop_back();
    }
    client(number) = {};
}

} // namespace Greenroom::Bench
