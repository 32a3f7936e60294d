// SPDX-License-Identifier: MIT
#include "load/Start.h"

#include "wire/GiveUp.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <fcntl.h>
#include <poll.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>

namespace Greenroom::Bench {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 30s;
// Short beside what is measured, and long enough not to take the processor from the server.
constexpr auto retryAfter = 100us;

void silenceOutput()
{
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
}

pid_t start(const std::vector<std::string> &command)
{
    std::vector<char *> words;
    words.reserve(command.size() + 1);
    for (const std::string &word : command)
        words.push_back(
            const_cast<char *>(word.c_str())); // NOLINT(cppcoreguidelines-pro-type-const-cast): execvp
    words.push_back(nullptr);
    const pid_t child = ::fork();
    if (child < 0)
        giveUpAfter("fork");
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        silenceOutput();
        ::execvp(words.front(), words.data());
        std::_Exit(127);
    }
    return child;
}

void end(pid_t child)
{
    ::kill(child, SIGTERM);
    for (const Time start = Clock::now(); ::waitpid(child, nullptr, WNOHANG) == 0;) {
        if (Clock::now() - start > 5s)
            ::kill(child, SIGKILL);
        std::this_thread::sleep_for(1ms);
    }
}

bool await(const Descriptor &socket, short what)
{
    pollfd awaited{socket.number(), what, 0};
    return ::poll(&awaited, 1, 1000) > 0 && (awaited.revents & what) != 0;
}

/// Whether the server is there and answers.
bool shakeHands(const Sockets::Address &address, const std::string &request)
{
    const auto socket = Sockets::connectTo(address);
    if (!socket || !await(*socket, POLLOUT))
        return false;
    if (::send(socket->number(), request.data(), request.size(), MSG_NOSIGNAL) < 0)
        return false;
    std::array<char, 1024> answer{};
    if (!await(*socket, POLLIN))
        return false;
    const ssize_t size = ::recv(socket->number(), answer.data(), answer.size(), 0);
    constexpr std::string_view hoped = "HTTP/1.1 101";
    return size > 0
           && std::string_view(answer.data(), static_cast<std::size_t>(size)).substr(0, hoped.size())
                  == hoped;
}

} // namespace

Duration timeToFirstHandshake(const std::vector<std::string> &command, const Sockets::Address &address)
{
    if (command.empty())
        giveUp("first-handshake needs a command");
    const std::string request = Sockets::upgradeRequest(address);
    const Time started = Clock::now();
    const pid_t child = start(command);
    while (!shakeHands(address, request)) {
        if (Clock::now() - started > patience || ::waitpid(child, nullptr, WNOHANG) != 0)
            giveUp("no handshake from " + command.front());
        std::this_thread::sleep_for(retryAfter);
    }
    const Duration took = Clock::now() - started;
    end(child);
    return took;
}

} // namespace Greenroom::Bench
