// SPDX-License-Identifier: MIT
#include "load/Check.h"
#include "load/Conversation.h"
#include "load/Crowd.h"
#include "load/Options.h"
#include "load/Report.h"
#include "load/Start.h"
#include "wire/GiveUp.h"

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace Greenroom::Bench;
using namespace std::chrono_literals;

/// Long enough for a server to have said all that it has to say of its own accord.
constexpr auto quiet = 300ms;
/// Connections that bring a server's own memory to its size.
constexpr std::uint32_t firstClients = 50;

class NobodyListens : public Listener
{
public:
    void textArrived(std::uint32_t /*client*/, std::string_view /*text*/, Time /*now*/) override {}
};

Duration fromSeconds(double count)
{
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(count));
}

double residentKilobytes(int pid)
{
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    std::string word;
    while (status >> word) {
        double kilobytes = 0;
        if (word == "VmRSS:" && status >> kilobytes)
            return kilobytes;
    }
    giveUp("there is no process " + std::to_string(pid));
}

ConnectPace paceOf(const Options &options)
{
    return {options.connecting, options.connectsPerSecond};
}

int talk(const Options &options)
{
    NobodyListens nobody;
    Crowd crowd(options.address, options.clients);
    crowd.open(options.clients, paceOf(options), nobody);
    Conversation conversation(crowd, options);
    conversation.begin();
    conversation.talk(fromSeconds(options.warmUpSeconds));
    const auto stretch = conversation.talk(fromSeconds(options.seconds));
    const Ledger &ledger = conversation.ledger();
    Report report;
    report.add("deliveriesPerSecond", static_cast<double>(stretch.deliveries) / seconds(stretch.duration));
    report.add("messagesPerSecond", static_cast<double>(stretch.messages) / seconds(stretch.duration));
    report.add("p50Ms", milliseconds(ledger.latencies().percentile(0.5)));
    report.add("p99Ms", milliseconds(ledger.latencies().percentile(0.99)));
    report.add("longestStallMs", milliseconds(ledger.longestStall()));
    conversation.end();
    const Ledger::Faults faults = ledger.faults();
    report.addCount("lost", faults.lost);
    report.addCount("doubled", faults.doubled);
    report.addCount("reordered", faults.reordered);
    report.print();
    return faults.lost + faults.doubled + faults.reordered > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}

int countConnects(const Options &options)
{
    NobodyListens nobody;
    Crowd crowd(options.address, options.base + options.clients);
    crowd.open(options.base, paceOf(options), nobody);
    crowd.awaitQuiet(options.base > 0 ? quiet : 0ms, nobody);
    const Time start = Clock::now();
    crowd.open(options.clients, paceOf(options), nobody);
    Report report;
    report.add("connectsPerSecond", options.clients / seconds(Clock::now() - start));
    report.print();
    return EXIT_SUCCESS;
}

int weigh(const Options &options)
{
    NobodyListens nobody;
    Crowd crowd(options.address, firstClients + options.clients);
    crowd.open(firstClients, paceOf(options), nobody);
    crowd.awaitQuiet(quiet, nobody);
    const double before = residentKilobytes(options.pid);
    crowd.open(options.clients, paceOf(options), nobody);
    crowd.awaitQuiet(quiet, nobody);
    Report report;
    report.add("kilobytesPerConnection", (residentKilobytes(options.pid) - before) / options.clients);
    report.print();
    return EXIT_SUCCESS;
}

int start(const Options &options)
{
    Report report;
    report.add("firstHandshakeMs", milliseconds(timeToFirstHandshake(options.command, options.address)));
    report.print();
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char *argv[])
{
    const Options options = Options::read({argv + 1, argv + argc});
    Sockets::raiseFileLimit();
    switch (options.mode) {
    case Options::Mode::Connects:
        return countConnects(options);
    case Options::Mode::FirstHandshake:
        return start(options);
    case Options::Mode::IdleMemory:
        return weigh(options);
    case Options::Mode::Check:
        return checkAll();
    case Options::Mode::Throughput:
    case Options::Mode::OneInFlight:
    case Options::Mode::Senders:
        break;
    }
    return talk(options);
}
