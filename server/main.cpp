// SPDX-License-Identifier: MIT
#include "AccessLog.h"
#include "CommandLine.h"
#include "LogWriter.h"
#include "common/EpollDispatcher.h"
#include "common/StandardStreams.h"
#include "common/SystemClock.h"
#include "common/Translations.h"
#include "common/UnixSignals.h"
#include "config/StageFile.h"
#include "gateway/FileLimit.h"
#include "gateway/Gateway.h"
#include "login/TerminalPassword.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace Greenroom;

namespace {

void print(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

QByteArray failureLine(const QString &sentence)
{
    return QString(QStringLiteral("greenroom-server: ") + sentence + u'\n').toLocal8Bit();
}

int fail(ExitCode code, const QString &sentence)
{
    print(stderr, failureLine(sentence));
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

void printAddresses(const Gateway &gateway)
{
    QString lines;
    const QStringList stages = gateway.stageNames();
    // Not translated, and all at once: scripts wait for the first line.
    for (const QString &stage : stages)
        lines += QStringLiteral("Listening on %1\n").arg(gateway.stageAddress(stage).toString());
    if (!gateway.certificateFingerprint().isEmpty())
        lines += QStringLiteral("Certificate SHA-256 ")
                 + QString::fromLatin1(gateway.certificateFingerprint()) + u'\n';
    print(stdout, lines.toLocal8Bit());
}

ExitCode exitCodeOf(Gateway::StartFailure failure)
{
    switch (failure) {
    case Gateway::StartFailure::None:
        break;
    case Gateway::StartFailure::Tables:
        return ExitCode::NoTables;
    case Gateway::StartFailure::Listening:
        return ExitCode::CannotListen;
    case Gateway::StartFailure::Certificate:
        return ExitCode::NoCertificate;
    }
    return ExitCode::InternalError;
}

int failWithEach(ExitCode code, const QStringList &sentences)
{
    for (const QString &sentence : sentences)
        fail(code, sentence);
    return static_cast<int>(code);
}

int serve(const CommandLine &commandLine)
{
    setUpLogging(commandLine.verbosity);
    // Outlives all that has something to say.
    LogWriter log(STDERR_FILENO);
    log.takeMessages();
    const UnixSignals signalHandlers;
    SystemClock clock;
    Gateway gateway(commandLine.gateway, clock);
    AccessLog accessLog(log);
    if (commandLine.verbosity != CommandLine::Verbosity::Quiet)
        QObject::connect(&gateway, &Gateway::accessLogged, &accessLog, &AccessLog::write);
    QObject::connect(&signalHandlers, &UnixSignals::terminationRequested, &gateway, &Gateway::shutDown);
    QObject::connect(&gateway, &Gateway::stopped, qApp, &QCoreApplication::quit);

    if (const auto started = gateway.start(); !started) {
        log.add(failureLine(started.error().message));
        return static_cast<int>(exitCodeOf(gateway.startFailure()));
    }
    printAddresses(gateway);
    const int code = QCoreApplication::exec();
    if (gateway.stopFailure().isEmpty())
        return code;
    log.add(failureLine(gateway.stopFailure()));
    return static_cast<int>(ExitCode::NoTables);
}

int serveConfigured(CommandLine commandLine)
{
    if (commandLine.configFile.isEmpty())
        return serve(commandLine);
    const auto stages = StageFile::read(commandLine.configFile);
    if (!stages)
        return failWithEach(ExitCode::BadOption, stages.error());
    commandLine.gateway.stages = *stages;
    return serve(commandLine);
}

int changeUsers(const UserCommand &command)
{
    const auto done = command.run(TerminalPassword::ask);
    if (!done)
        return fail(ExitCode::NoUsers, done.error().message);
    print(stdout, done->toLocal8Bit());
    return static_cast<int>(ExitCode::Ok);
}

} // namespace

int main(int argc, char *argv[])
{
    openClosedStandardStreams();
    // Whoever reads our output may go before us.
    std::signal(SIGPIPE, SIG_IGN);
    // A file that may not grow is a write that fails.
    std::signal(SIGXFSZ, SIG_IGN);
    FileLimit::raise();
    // The other threads have no use for GLib's, which takes long to start.
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("greenroom-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GREENROOM_VERSION));
    installTranslations(application);

    const auto commandLine = CommandLine::parse(QCoreApplication::arguments());
    if (!commandLine)
        return fail(ExitCode::BadOption, commandLine.error().message);
    switch (commandLine->task) {
    case CommandLine::Task::ShowHelp:
        print(stdout, CommandLine::helpText().toLocal8Bit());
        return static_cast<int>(ExitCode::Ok);
    case CommandLine::Task::ShowVersion:
        print(stdout, CommandLine::versionText().toLocal8Bit());
        return static_cast<int>(ExitCode::Ok);
    case CommandLine::Task::ChangeUsers:
        return changeUsers(commandLine->userCommand);
    case CommandLine::Task::Serve:
        break;
    }
    return serveConfigured(*commandLine);
}
