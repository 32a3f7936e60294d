// SPDX-License-Identifier: MIT
#pragma once

#include "support/FakeClock.h"
#include "support/FakeNotifier.h"
#include "support/FakeTellerSource.h"
#include "transcript/HighlightWords.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

namespace Greenroom::Test {

/// A teller on fakes, with one session that it tells of.
struct TellerBench
{
    // Made in this order, and gone in the other.
    QTemporaryDir directory;
    QSettings settings{directory.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    FakeClock clock;
    FakeNotifier notifier;
    HighlightWords words{settings};
    Teller teller{notifier, clock, settings, words};
    std::unique_ptr<FakeSource> dev =
        std::make_unique<FakeSource>(teller, "wss://dev.example/a?token=hunter2");
};

} // namespace Greenroom::Test
