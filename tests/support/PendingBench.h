// SPDX-License-Identifier: MIT
#pragma once

#include "support/FakeClock.h"
#include "transcript/PendingLines.h"

#include <QSignalSpy>

namespace Greenroom::Test {

inline Outgoing chat(const char *text)
{
    return {Outgoing::Form::Chat, QString::fromUtf8(text), {}};
}

/// Lines under way, and what is said of them.
struct PendingBench
{
    FakeClock clock;
    PendingLines lines{clock};
    QSignalSpy changes{&lines, &PendingLines::changed};
    QSignalSpy probes{&lines, &PendingLines::probeWanted};

    /// The stage has got everything that was sent before the last ping.
    void answerProbe() { lines.takePong(probes.last().at(0).toByteArray()); }
    Delivery stateOf(quint64 key) const
    {
        Delivery state = Delivery::Sending;
        for (const auto &change : changes) {
            if (change.at(0).value<quint64>() == key)
                state = change.at(1).value<Delivery>();
        }
        return state;
    }
};

} // namespace Greenroom::Test
