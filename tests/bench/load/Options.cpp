// SPDX-License-Identifier: MIT
#include "load/Options.h"

#include "wire/GiveUp.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <string_view>

namespace Greenroom::Bench {

namespace {

constexpr const char *usage =
    R"(greenroom_bench_load MODE [options] [-- COMMAND...]: load for a WebSocket server

  throughput        one sender, as many messages in flight as --in-flight says
  one-in-flight     the next message when everybody has the last one
  senders           several senders, --in-flight each
  connects          opens --clients, after --base others that are not counted
  first-handshake   starts COMMAND and connects until it answers 101
  idle-memory       what a connection adds to the memory of the process --pid
  check             tests itself

  --url URL --protocol plain|broadcast|history --clients N --base N --connecting N --connects-per-second N
  --senders N --in-flight N --warm-up SECONDS --seconds SECONDS --pid NUMBER

Prints one JSON object. Exit codes: 0 all well, 1 a message was lost, doubled or out of order, or no result.)";

const std::map<std::string, Options::Mode> &modes()
{
    static const std::map<std::string, Options::Mode> all{
        {"throughput", Options::Mode::Throughput},
        {"one-in-flight", Options::Mode::OneInFlight},
        {"senders", Options::Mode::Senders},
        {"connects", Options::Mode::Connects},
        {"idle-memory", Options::Mode::IdleMemory},
        {"check", Options::Mode::Check},
        {"first-handshake", Options::Mode::FirstHandshake},
    };
    return all;
}

const std::map<std::string, Options::Protocol> &protocols()
{
    static const std::map<std::string, Options::Protocol> all{
        {"plain", Options::Protocol::Plain},
        {"broadcast", Options::Protocol::Broadcast},
        {"history", Options::Protocol::History},
    };
    return all;
}

template <typename Value>
Value named(const std::map<std::string, Value> &names, const std::string &name)
{
    const auto found = names.find(name);
    if (found == names.end())
        giveUp(usage);
    return found->second;
}

template <typename Number>
void setNumber(Number &number, std::string_view text)
{
    const auto read = std::from_chars(text.begin(), text.end(), number);
    if (read.ec != std::errc() || read.ptr != text.end())
        giveUp(usage);
}

void setUrl(Options &options, const std::string &url)
{
    const auto address = Sockets::Address::fromUrl(url);
    if (!address)
        giveUp("not an address such as ws://127.0.0.1:3001/dev: " + url);
    options.address = *address;
}

using Setter = std::function<void(Options &, const std::string &)>;

const std::map<std::string, Setter> &setters()
{
    static const std::map<std::string, Setter> all{
        {"--url", setUrl},
        {"--protocol", [](auto &options, auto &text) { options.protocol = named(protocols(), text); }},
        {"--clients", [](auto &options, auto &text) { setNumber(options.clients, text); }},
        {"--base", [](auto &options, auto &text) { setNumber(options.base, text); }},
        {"--connecting", [](auto &options, auto &text) { setNumber(options.connecting, text); }},
        {"--connects-per-second",
         [](auto &options, auto &text) { setNumber(options.connectsPerSecond, text); }},
        {"--senders", [](auto &options, auto &text) { setNumber(options.senders, text); }},
        {"--in-flight", [](auto &options, auto &text) { setNumber(options.inFlight, text); }},
        {"--warm-up", [](auto &options, auto &text) { setNumber(options.warmUpSeconds, text); }},
        {"--seconds", [](auto &options, auto &text) { setNumber(options.seconds, text); }},
        {"--pid", [](auto &options, auto &text) { setNumber(options.pid, text); }},
    };
    return all;
}

/// What the modes say themselves goes before options.
void settle(Options &options)
{
    if (options.mode != Options::Mode::Senders)
        options.senders = 1;
    if (options.mode == Options::Mode::OneInFlight)
        options.inFlight = 1;
    const bool makesSense = options.clients > 0 && options.senders > 0 && options.inFlight > 0
                            && options.connecting > 0 && options.senders <= options.clients;
    if (!makesSense)
        giveUp(usage);
}

} // namespace

Options Options::read(const std::vector<std::string> &words)
{
    if (words.empty())
        giveUp(usage);
    Options options;
    options.mode = named(modes(), words.front());
    auto word = words.begin() + 1;
    for (; word != words.end() && *word != "--"; word += 2) {
        const Setter set = named(setters(), *word);
        if (word + 1 == words.end())
            giveUp(usage);
        set(options, *(word + 1));
    }
    if (word != words.end())
        options.command.assign(word + 1, words.end());
    settle(options);
    return options;
}

} // namespace Greenroom::Bench
