// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "session/Transport.h"

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Greenroom {

class Archive;
class ConnectRequests;
class LocalStage;
class LineOutbox;
class NetworkHint;
class SavedStages;
class Secrets;
class SendKey;
class ShownTimes;
class SignIns;
class StageSummaries;
class HighlightWords;
class Teller;

/// What all windows of the application share; each is owned by main() and outlives the windows.
struct Services
{
    Clock &clock;
    QSettings &settings;
    SavedStages &savedStages;
    LocalStage &localStage;
    TransportFactory makeTransport;
    LineOutbox &outbox;
    SendKey &sendKey;
    ShownTimes &shownTimes;
    StageSummaries &summaries;
    Archive &archive;
    Secrets &secrets;
    ConnectRequests &connectRequests;
    SignIns &signIns;
    /// None where nothing is to be told of, as in the demo.
    Teller *teller = nullptr;
    HighlightWords *highlightWords = nullptr;
    /// None where nothing is heard of the network, as in tests.
    NetworkHint *networkHint = nullptr;
};

} // namespace Greenroom
