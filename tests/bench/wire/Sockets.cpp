// SPDX-License-Identifier: MIT
#include "wire/Sockets.h"

#include "wire/AcceptKey.h"
#include "wire/GiveUp.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>

namespace Greenroom::Bench::Sockets {

namespace {

// As greenroom-server has it.
constexpr int backlog = 1024;

sockaddr_in systemAddress(std::uint32_t ip, std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = ip;
    address.sin_port = htons(port);
    return address;
}

const sockaddr *generic(const sockaddr_in &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

void setFlag(int socket, int level, int option)
{
    const int on = 1;
    ::setsockopt(socket, level, option, &on, sizeof on);
}

Descriptor newSocket()
{
    return Descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
}

} // namespace

std::optional<Address> Address::fromUrl(std::string_view url)
{
    constexpr std::string_view scheme = "ws://";
    if (url.substr(0, scheme.size()) != scheme)
        return std::nullopt;
    url.remove_prefix(scheme.size());
    const std::size_t slash = std::min(url.find('/'), url.size());
    const std::string_view host = url.substr(0, slash);
    const std::size_t colon = host.find(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    Address address;
    address.host = host;
    address.path = slash < url.size() ? url.substr(slash) : "/";
    address.ip = ::inet_addr(std::string(host.substr(0, colon)).c_str());
    const auto read = std::from_chars(host.data() + colon + 1, host.data() + host.size(), address.port);
    if (address.ip == INADDR_NONE || read.ec != std::errc() || read.ptr != host.data() + host.size())
        return std::nullopt;
    return address;
}

Descriptor listenOn(std::uint16_t port)
{
    Descriptor listener = newSocket();
    setFlag(listener.number(), SOL_SOCKET, SO_REUSEADDR);
    const sockaddr_in address = systemAddress(htonl(INADDR_LOOPBACK), port);
    if (::bind(listener.number(), generic(address), sizeof address) != 0
        || ::listen(listener.number(), backlog) != 0)
        giveUpAfter("cannot listen");
    return listener;
}

std::uint16_t portOf(const Descriptor &listener)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(listener.number(), reinterpret_cast<sockaddr *>(&address), &size);
    return ntohs(address.sin_port);
}

std::optional<Descriptor> acceptFrom(const Descriptor &listener)
{
    Descriptor socket(::accept4(listener.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!socket.isOpen())
        return std::nullopt;
    setFlag(socket.number(), IPPROTO_TCP, TCP_NODELAY);
    return socket;
}

std::optional<Descriptor> connectTo(const Address &address)
{
    Descriptor socket = newSocket();
    if (!socket.isOpen())
        giveUpAfter("socket");
    setFlag(socket.number(), IPPROTO_TCP, TCP_NODELAY);
    const sockaddr_in to = systemAddress(address.ip, address.port);
    if (::connect(socket.number(), generic(to), sizeof to) != 0 && errno != EINPROGRESS)
        return std::nullopt;
    return socket;
}

void resetAtClose(const Descriptor &socket)
{
    const linger atOnce{1, 0};
    ::setsockopt(socket.number(), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
}

std::string upgradeRequest(const Address &address)
{
    return "GET " + address.path + " HTTP/1.1\r\nHost: " + address.host
           + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: "
             "13\r\nSec-WebSocket-Key: "
           + std::string(exampleKey) + "\r\n\r\n";
}

void raiseFileLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace Greenroom::Bench::Sockets
