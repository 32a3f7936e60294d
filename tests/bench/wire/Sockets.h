// SPDX-License-Identifier: MIT
#pragma once

#include "wire/Descriptor.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Sockets that never block, on IPv4.
namespace Greenroom::Bench::Sockets {

struct Address
{
    /// In the byte order of the network.
    std::uint32_t ip = 0;
    std::uint16_t port = 0;
    /// Begins with a slash.
    std::string path;
    /// As a request's `Host` has it.
    std::string host;

    /// From `ws://127.0.0.1:3001/dev`; nothing where it is not written so.
    static std::optional<Address> fromUrl(std::string_view url);
};

/// On 127.0.0.1; 0 picks a free port.
Descriptor listenOn(std::uint16_t port);
std::uint16_t portOf(const Descriptor &listener);
/// Nothing where nobody waits.
std::optional<Descriptor> acceptFrom(const Descriptor &listener);
/// Begins to connect. Nothing where that fails at once.
std::optional<Descriptor> connectTo(const Address &address);
/// Lets the connection end with a reset, so that thousands of ended ones do not use up the ports.
void resetAtClose(const Descriptor &socket);

/// What a WebSocket client asks with exampleKey.
std::string upgradeRequest(const Address &address);

/// As many files as the system allows.
void raiseFileLimit();

} // namespace Greenroom::Bench::Sockets
