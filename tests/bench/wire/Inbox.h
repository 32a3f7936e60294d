// SPDX-License-Identifier: MIT
#pragma once

#include <cerrno>
#include <cstddef>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <vector>

namespace Greenroom::Bench {

/// Reads sockets through one buffer, so that a connection keeps only what was not whole yet.
class Inbox
{
public:
    enum class Connection { Open, Ended };

    /// Reads once and hands `rest` and what came to `take`, which returns how many bytes of it it used; the
    /// others become the new `rest`.
    template <typename Take>
    Connection read(int socket, std::string &rest, Take &&take)
    {
        if (rest.size() >= m_buffer.size() / 2)
            m_buffer.resize(2 * m_buffer.size());
        rest.copy(m_buffer.data(), rest.size());
        const ssize_t count =
            ::recv(socket, m_buffer.data() + rest.size(), m_buffer.size() - rest.size(), MSG_DONTWAIT);
        if (count < 0 && (errno == EAGAIN || errno == EINTR))
            return Connection::Open;
        if (count <= 0)
            return Connection::Ended;
        const std::string_view bytes(m_buffer.data(), rest.size() + static_cast<std::size_t>(count));
        const std::size_t used = take(bytes);
        rest.assign(bytes.substr(used));
        return Connection::Open;
    }

private:
    // Fits the processor's second cache.
    static constexpr std::size_t firstSize = std::size_t{128} * 1024;

    std::vector<char> m_buffer = std::vector<char>(firstSize);
};

} // namespace Greenroom::Bench
