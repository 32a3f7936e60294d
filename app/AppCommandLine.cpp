// SPDX-License-Identifier: MIT
#include "AppCommandLine.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace Greenroom::AppCommandLine {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(AppCommandLine)
};

struct Options
{
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")},
                            Tr::tr("Show this text and exit.")};
    QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")},
                               Tr::tr("Show the version and exit.")};
    QCommandLineOption localStage{QStringLiteral("local-stage"),
                                  Tr::tr("Start the local stage and connect to it.")};
    QCommandLineOption localStageTls{
        QStringLiteral("local-stage-tls"),
        Tr::tr("The same with encryption (wss) and a certificate that Greenroom makes for this machine and "
               "keeps.")};
    QCommandLineOption demo{
        QStringLiteral("demo"),
        Tr::tr("Play a short conversation between two windows on the local stage, and print it.")};
    QCommandLineOption screenshot{
        QStringLiteral("screenshot"),
        Tr::tr("With --demo: save a picture of the screen to <file> after the last line, "
               "then exit."),
        Tr::tr("file")};

    void addTo(QCommandLineParser &parser) const
    {
        parser.setApplicationDescription(
            Tr::tr("Desktop chat for serverless WebSocket backends, with the backend in the box."));
        parser.addOptions({help, version, localStage, localStageTls, demo, screenshot});
        parser.addPositionalArgument(
            QStringLiteral("address"),
            Tr::tr("The stage to connect to, such as wss://example.com/dev; the saved one unless given."),
            QStringLiteral("[address]"));
    }
};

AppOptions::Task taskOf(const QCommandLineParser &parser, const Options &options)
{
    if (parser.isSet(options.help))
        return AppOptions::Task::ShowHelp;
    if (parser.isSet(options.version))
        return AppOptions::Task::ShowVersion;
    if (parser.isSet(options.demo))
        return AppOptions::Task::PlayDemo;
    const bool isLocal = parser.isSet(options.localStage) || parser.isSet(options.localStageTls);
    return isLocal ? AppOptions::Task::StartLocalStage : AppOptions::Task::OpenWindow;
}

} // namespace

Result<AppOptions> parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    const Options options;
    options.addTo(parser);
    if (!parser.parse(arguments))
        return failure(parser.errorText());
    const QStringList positional = parser.positionalArguments();
    if (positional.size() > 1)
        return failure(
            Tr::tr("Only one address can be given, not %n.", nullptr, static_cast<int>(positional.size())));
    const AppOptions::Task task = taskOf(parser, options);
    if (parser.isSet(options.screenshot) && task != AppOptions::Task::PlayDemo)
        return failure(Tr::tr("--screenshot works only together with --demo."));
    const bool isEncrypted = parser.isSet(options.localStageTls);
    if (isEncrypted && task == AppOptions::Task::PlayDemo)
        return failure(Tr::tr("--local-stage-tls cannot be combined with --demo."));
    if (!positional.isEmpty() && task != AppOptions::Task::OpenWindow)
        return failure(Tr::tr("An address cannot be combined with --local-stage or --demo."));
    return AppOptions{task, positional.value(0), parser.value(options.screenshot), isEncrypted};
}

QString helpText()
{
    QCommandLineParser parser;
    Options().addTo(parser);
    return parser.helpText() + QLatin1Char('\n')
           + Tr::tr(
               "Exit codes:\n  0  success\n  1  the demo could not be played to its end\n  2  bad option\n");
}

} // namespace Greenroom::AppCommandLine
