// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"
#include "gateway/Gateway.h"
#include "login/UserCommand.h"

#include <QCoreApplication>
#include <QStringList>

namespace Greenroom {

/// What the command line of greenroom-server asks for.
struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::CommandLine)

public:
    enum class Task { Serve, ShowHelp, ShowVersion, ChangeUsers };
    enum class Verbosity { Quiet, Normal, Verbose };

    Task task = Task::Serve;
    Verbosity verbosity = Verbosity::Normal;
    GatewayOptions gateway;
    /// A file that says which stages there are; empty for the default ones.
    QString configFile;
    /// Of ChangeUsers.
    UserCommand userCommand = {};

    /// Reads `arguments`, the program's name first. The error says which option is wrong and how.
    static Result<CommandLine> parse(const QStringList &arguments);

    /// The text of `--help`, exit codes included.
    static QString helpText();
    static QString versionText();

    /// Where the tables are kept unless told otherwise.
    static QString defaultDataDirectory();
};

/// How greenroom-server ends.
enum class ExitCode {
    Ok = 0,
    InternalError = 1,
    BadOption = 2,
    CannotListen = 3,
    NoTables = 4,
    NoCertificate = 5,
    NoUsers = 6,
};

} // namespace Greenroom
