// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

#include <QStringList>

namespace Greenroom {

/// What the command line of `greenroom` asks for.
struct AppOptions
{
    enum class Task { OpenWindow, StartLocalStage, PlayDemo, ShowHelp, ShowVersion };

    Task task = Task::OpenWindow;
    /// The address to connect to; empty to take the saved one.
    QString address;
    /// Where to leave a picture of the demo before ending; empty to go on without one.
    QString screenshot;
    /// The local stage speaks TLS this time, whatever is chosen in the window.
    bool encryptsLocalStage = false;
};

namespace AppCommandLine {

/// Exit codes, as --help lists them.
constexpr int success = 0;
constexpr int demoFailed = 1;
constexpr int badOption = 2;

/// Reads `arguments`, the program's name first; the error is one sentence.
Result<AppOptions> parse(const QStringList &arguments);

/// What --help prints.
QString helpText();

} // namespace AppCommandLine

} // namespace Greenroom
