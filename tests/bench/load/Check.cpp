// SPDX-License-Identifier: MIT
#include "load/Check.h"

#include "load/Ledger.h"
#include "load/Marker.h"
#include "wire/AcceptKey.h"
#include "wire/Frame.h"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace Greenroom::Bench {

namespace {

constexpr Frame::Mask mask{1, 2, 3, 4};

bool keysAreAnswered()
{
    return acceptKey(exampleKey) == exampleAccept;
}

/// Each length is the first or last of a way to write lengths.
bool framesSurvive()
{
    for (const unsigned length : {0U, 1U, 125U, 126U, 65'535U, 65'536U}) {
        const std::string text(length, 'x');
        std::string bytes;
        appendTextFrame(bytes, text);
        appendMaskedTextFrame(bytes, text, mask);
        const auto bare = readFrame(bytes);
        if (!bare || bare->isMasked || bare->payload != text || !bare->isFinal)
            return false;
        const auto masked = readFrame(std::string_view(bytes).substr(bare->size));
        if (!masked || !masked->isMasked || bare->size + masked->size != bytes.size())
            return false;
        std::string payload;
        appendPayload(payload, *masked);
        if (payload != text)
            return false;
    }
    return true;
}

bool partsOfFramesAreNone()
{
    std::string bytes;
    appendMaskedTextFrame(bytes, std::string(200, 'x'), mask);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        if (readFrame(std::string_view(bytes).substr(0, size)))
            return false;
    }
    return true;
}

bool markersAreFound()
{
    MarkerFinder finder;
    for (const char *before : {"", R"({"message": ")", "", "~gr"}) {
        std::string text = before;
        Marker{321, 7'654'321}.appendTo(text);
        const auto marker = finder.find(text);
        if (!marker || marker->sender != 321 || marker->sequence != 7'654'321)
            return false;
    }
    return !finder.find("A new user has joined the chat") && !finder.find("~gr:aaa");
}

Ledger::Faults faultsAfter(std::initializer_list<std::uint32_t> arrivals)
{
    constexpr std::uint32_t sent = 3;
    Ledger ledger(1, 1, sent);
    while (ledger.maySend(0))
        ledger.send(0, Time());
    for (const std::uint32_t sequence : arrivals)
        ledger.deliver(0, {0, sequence}, Time());
    return ledger.faults();
}

bool is(const Ledger::Faults &faults, std::uint64_t lost, std::uint64_t doubled, std::uint64_t reordered)
{
    return faults.lost == lost && faults.doubled == doubled && faults.reordered == reordered;
}

bool faultsAreSeen()
{
    return is(faultsAfter({0, 1, 2}), 0, 0, 0) && is(faultsAfter({0, 1}), 1, 0, 0)
           && is(faultsAfter({0, 2}), 1, 0, 0) && is(faultsAfter({0, 1, 1, 2}), 0, 1, 0)
           && is(faultsAfter({0, 2, 1}), 0, 0, 1) && is(faultsAfter({2, 1, 0, 0}), 0, 1, 2)
           && is(faultsAfter({0, 1, 2, 3}), 0, 1, 0);
}

bool ledgerWaitsForAll()
{
    Ledger ledger(2, 1, 1);
    const Marker marker = ledger.send(0, Time());
    ledger.deliver(0, marker, Time());
    const bool waits = !ledger.maySend(0) && ledger.hasAnyInFlight();
    ledger.deliver(1, marker, Time());
    return waits && ledger.maySend(0) && !ledger.hasAnyInFlight() && ledger.messages() == 1;
}

bool percentilesAreRight()
{
    Latencies latencies;
    for (int i = 1; i <= 100; ++i)
        latencies.add(std::chrono::microseconds(100 * i) - std::chrono::nanoseconds(1));
    return latencies.percentile(0.5) == std::chrono::milliseconds(5)
           && latencies.percentile(0.99) == std::chrono::microseconds(9900);
}

} // namespace

int checkAll()
{
    struct Test
    {
        const char *name;
        bool (*passes)();
    };
    int status = EXIT_SUCCESS;
    for (const Test &test :
         {Test{"keys are answered", keysAreAnswered}, Test{"frames survive", framesSurvive},
          Test{"parts of frames are none", partsOfFramesAreNone}, Test{"markers are found", markersAreFound},
          Test{"faults are seen", faultsAreSeen}, Test{"the ledger waits for all", ledgerWaitsForAll},
          Test{"percentiles are right", percentilesAreRight}}) {
        if (test.passes())
            continue;
        std::fprintf(stderr, "not so: %s\n", test.name);
        status = EXIT_FAILURE;
    }
    return status;
}

} // namespace Greenroom::Bench
