// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>
#include <array>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace Greenroom::Test {

/// Two ends of a connection.
class SocketPair
{
public:
    SocketPair() { ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, m_ends.data()); }
    ~SocketPair()
    {
        closeNear();
        closeFar();
    }
    Q_DISABLE_COPY_MOVE(SocketPair)

    int near() const { return m_ends.at(0); }
    bool send() const { return ::write(m_ends.at(1), "x", 1) == 1; }
    bool receive() const
    {
        char byte = 0;
        return ::read(m_ends.at(0), &byte, 1) == 1;
    }
    void closeNear() { ::close(std::exchange(m_ends.at(0), -1)); }
    void closeFar() { ::close(std::exchange(m_ends.at(1), -1)); }

private:
    std::array<int, 2> m_ends{-1, -1};
};

} // namespace Greenroom::Test
