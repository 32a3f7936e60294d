// SPDX-License-Identifier: MIT
#include "floor/Broadcaster.h"
#include "wire/GiveUp.h"
#include "wire/Sockets.h"

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>

namespace {

using namespace Greenroom::Bench;

constexpr const char *usage = "greenroom_bench_floor [--port NUMBER] [--write-per turn|frame] [--announce]: "
                              "a bare WebSocket broadcaster";

struct Options
{
    std::uint16_t port = 0;
    Broadcaster::Writing writing = Broadcaster::Writing::PerTurn;
    Broadcaster::Joins joins = Broadcaster::Joins::Silent;
};

std::uint16_t portFrom(std::string_view text)
{
    std::uint16_t port = 0;
    const auto read = std::from_chars(text.begin(), text.end(), port);
    if (read.ec != std::errc() || read.ptr != text.end())
        giveUp(usage);
    return port;
}

Broadcaster::Writing writingFrom(std::string_view text)
{
    if (text != "turn" && text != "frame")
        giveUp(usage);
    return text == "turn" ? Broadcaster::Writing::PerTurn : Broadcaster::Writing::PerFrame;
}

Options read(std::span<char *> arguments)
{
    Options options;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view name = arguments[i];
        if (name == "--announce")
            options.joins = Broadcaster::Joins::Announced;
        else if (name == "--port" && i + 1 < arguments.size())
            options.port = portFrom(arguments[++i]);
        else if (name == "--write-per" && i + 1 < arguments.size())
            options.writing = writingFrom(arguments[++i]);
        else
            giveUp(usage);
    }
    return options;
}

} // namespace

int main(int argc, char *argv[])
{
    const Options options = read({argv, static_cast<std::size_t>(argc)});
    Sockets::raiseFileLimit();
    Descriptor listener = Sockets::listenOn(options.port);
    std::printf("Listening on ws://127.0.0.1:%d/\n", Sockets::portOf(listener));
    std::fflush(stdout);
    Broadcaster(std::move(listener), options.writing, options.joins).run();
}
