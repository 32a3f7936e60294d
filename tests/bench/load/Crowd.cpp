// SPDX-License-Identifier: MIT
#include "load/Crowd.h"

#include "wire/AcceptKey.h"
#include "wire/Frame.h"
#include "wire/GiveUp.h"
#include "wire/Outbox.h"

namespace Greenroom::Bench {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t eventsPerTurn = 512;
constexpr std::string_view endOfHead = "\r\n\r\n";
// Servers may not take a mask for granted, so it is not 0; that it is always the same is no matter here.
constexpr Frame::Mask mask{0x12, 0x34, 0x56, 0x78};
/// Nothing is as slow as this.
constexpr auto patience = 20s;

} // namespace

Crowd::Crowd(Sockets::Address address, std::uint32_t largestSize)
    : m_address(std::move(address)),
      m_request(Sockets::upgradeRequest(m_address)),
      m_epoll(eventsPerTurn),
      m_clients(largestSize)
{
}

void Crowd::open(std::uint32_t count, ConnectPace pace, Listener &listener)
{
    const Time start = Clock::now();
    const std::uint32_t before = m_begun;
    Time lastProgress = start;
    while (m_open < before + count) {
        const std::uint32_t openBefore = m_open;
        beginConnects(before + count, pace, start, before);
        turn(1ms, listener);
        if (m_open > openBefore)
            lastProgress = Clock::now();
        else if (Clock::now() - lastProgress > patience)
            giveUp("no handshake is answered; open so far: " + std::to_string(m_open));
    }
}

void Crowd::beginConnects(std::uint32_t target, ConnectPace pace, Time start, std::uint32_t before)
{
    const double due = pace.perSecond * seconds(Clock::now() - start);
    while (m_begun < target && m_begun - m_open < pace.inFlight
           && (pace.perSecond == 0 || m_begun - before < due)) {
        auto socket = Sockets::connectTo(m_address);
        if (!socket)
            giveUpAfter("connect");
        Sockets::resetAtClose(*socket);
        m_epoll.add(socket->number(), m_begun, Epoll::Interest::ReadAndWrite);
        m_clients[m_begun++].socket = std::move(*socket);
    }
}

bool Crowd::turn(std::chrono::milliseconds atMost, Listener &listener)
{
    const auto &events = m_epoll.wait(atMost);
    for (const Epoll::Event &event : events)
        handle(event, listener);
    return !events.empty();
}

void Crowd::awaitQuiet(std::chrono::milliseconds quiet, Listener &listener)
{
    while (turn(quiet, listener)) {}
}

void Crowd::handle(const Epoll::Event &event, Listener &listener)
{
    Client &client = m_clients[event.token];
    const int socket = client.socket.number();
    if (event.canWrite) {
        if (!client.hasAsked)
            ask(event.token);
        if (writeRest(socket, client.unsent))
            m_epoll.change(socket, event.token, Epoll::Interest::Read);
    }
    if (!event.canRead)
        return;
    const auto state = m_inbox.read(
        socket, client.unread, [&](std::string_view bytes) { return take(event.token, bytes, listener); });
    if (state == Inbox::Connection::Ended)
        giveUp("the server ended client " + std::to_string(event.token) + " of " + std::to_string(m_begun));
}

void Crowd::ask(std::uint32_t number)
{
    Client &client = m_clients[number];
    client.hasAsked = true;
    client.unsent = m_request;
}

/// Returns how many bytes were whole.
std::size_t Crowd::take(std::uint32_t number, std::string_view bytes, Listener &listener)
{
    std::size_t used = m_clients[number].isOpen ? 0 : takeAnswer(number, bytes);
    if (!m_clients[number].isOpen)
        return 0;
    const Time now = Clock::now();
    while (const auto frame = readFrame(bytes.substr(used))) {
        used += frame->size;
        if (frame->opcode == Frame::Text)
            listener.textArrived(number, frame->payload, now);
        else if (frame->opcode == Frame::Close)
            giveUp("the server closes client " + std::to_string(number));
    }
    return used;
}

std::size_t Crowd::takeAnswer(std::uint32_t number, std::string_view bytes)
{
    const std::size_t end = bytes.find(endOfHead);
    if (end == std::string_view::npos)
        return 0;
    const std::string_view head = bytes.substr(0, end);
    if (head.find(" 101 ") == std::string_view::npos || head.find(exampleAccept) == std::string_view::npos)
        giveUp("a handshake is answered so: " + std::string(head.substr(0, head.find('\r'))));
    m_clients[number].isOpen = true;
    ++m_open;
    return end + endOfHead.size();
}

void Crowd::sendText(std::uint32_t client, std::string_view text)
{
    appendMaskedTextFrame(m_clients[client].queued, text, mask);
}

void Crowd::flush(std::uint32_t client)
{
    Client &from = m_clients[client];
    if (from.queued.empty())
        return;
    const bool wasWaiting = !from.unsent.empty();
    if (!write(from.socket.number(), from.unsent, from.queued) && !wasWaiting)
        m_epoll.change(from.socket.number(), client, Epoll::Interest::ReadAndWrite);
    from.queued.clear();
}

} // namespace Greenroom::Bench
