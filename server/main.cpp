// SPDX-License-Identifier: MIT
#include "AccessLog.h"
#include "CommandLine.h"
#include "common/StandardStreams.h"
#include "common/SystemClock.h"
#include "common/Translations.h"
#include "common/UnixSignals.h"
#include "gateway/FileLimit.h"
#include "gateway/Gateway.h"

#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>
#include <csignal>
#include <cstdio>

using namespace Greenroom;

namespace {

void print(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

int fail(ExitCode code, const QString &sentence)
{
    print(stderr, QStringLiteral("greenroom-server: ") + sentence + u'\n');
    return static_cast<int>(code);
}

void setUpLogging(CommandLine::Verbosity verbosity)
{
    qSetMessagePattern(QStringLiteral("greenroom-server: %{message}"));
    if (verbosity == CommandLine::Verbosity::Verbose)
        QLoggingCategory::setFilterRules(QStringLiteral("greenroom.*.debug=true"));
    else if (verbosity == CommandLine::Verbosity::Quiet)
        QLoggingCategory::setFilterRules(QStringLiteral("greenroom.*.info=false"));
}

int serve(const CommandLine &commandLine)
{
    setUpLogging(commandLine.verbosity);
    const UnixSignals signalHandlers;
    SystemClock clock;
    Gateway gateway(commandLine.gateway, clock);
    QFile standardError;
    if (!standardError.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return static_cast<int>(ExitCode::InternalError);
    AccessLog accessLog(standardError);
    if (commandLine.verbosity != CommandLine::Verbosity::Quiet)
        QObject::connect(&gateway, &Gateway::accessLogged, &accessLog, &AccessLog::write);
    QObject::connect(&signalHandlers, &UnixSignals::terminationRequested, &gateway, &Gateway::shutDown);
    QObject::connect(&gateway, &Gateway::stopped, qApp, &QCoreApplication::quit);

    if (const auto started = gateway.start(); !started) {
        const bool isTables = gateway.startFailure() == Gateway::StartFailure::Tables;
        return fail(isTables ? ExitCode::NoTables : ExitCode::CannotListen, started.error().message);
    }
    const QUrl address = gateway.stageAddress(QStringLiteral("dev"));
    // Not translated: scripts wait for this line.
    print(stdout, QStringLiteral("Listening on %1\n").arg(address.toString()));
    const int code = QCoreApplication::exec();
    return gateway.stopFailure().isEmpty() ? code : fail(ExitCode::NoTables, gateway.stopFailure());
}

} // namespace

int main(int argc, char *argv[])
{
    openClosedStandardStreams();
    // Whoever reads our output may go before us.
    std::signal(SIGPIPE, SIG_IGN);
    FileLimit::raise();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("greenroom-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GREENROOM_VERSION));
    installTranslations(application);

    const auto commandLine = CommandLine::parse(QCoreApplication::arguments());
    if (!commandLine)
        return fail(ExitCode::BadOption, commandLine.error().message);
    switch (commandLine->task) {
    case CommandLine::Task::ShowHelp:
        print(stdout, CommandLine::helpText());
        return static_cast<int>(ExitCode::Ok);
    case CommandLine::Task::ShowVersion:
        print(stdout, CommandLine::versionText());
        return static_cast<int>(ExitCode::Ok);
    case CommandLine::Task::Serve:
        break;
    }
    return serve(*commandLine);
}
