// SPDX-License-Identifier: MIT
#pragma once

#include <cerrno>
#include <cstddef>
#include <string>
#include <string_view>
#include <sys/socket.h>

namespace Greenroom::Bench {

/// Writes `bytes` at once and keeps in `unsent` what the socket did not take. Returns whether all is sent.
/// An error is left to the next read, which meets it too.
inline bool write(int socket, std::string &unsent, std::string_view bytes)
{
    if (!unsent.empty()) {
        unsent.append(bytes);
        return false;
    }
    const ssize_t count = ::send(socket, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (count < 0 && errno != EAGAIN && errno != EINTR)
        return true;
    unsent.assign(bytes.substr(count < 0 ? 0 : static_cast<std::size_t>(count)));
    return unsent.empty();
}

/// Writes once more what was left.
inline bool writeRest(int socket, std::string &unsent)
{
    std::string bytes;
    bytes.swap(unsent);
    return bytes.empty() || write(socket, unsent, bytes);
}

} // namespace Greenroom::Bench
