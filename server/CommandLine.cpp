// SPDX-License-Identifier: MIT
#include "CommandLine.h"

#include "gateway/DoorPolicy.h"

#include <QCommandLineParser>
#include <QLocale>
#include <QStandardPaths>
#include <algorithm>

namespace Greenroom {

namespace {

constexpr QLatin1String portOption("port");
constexpr QLatin1String addressOption("address");
constexpr QLatin1String allowOriginOption("allow-origin");
constexpr QLatin1String allowHostOption("allow-host");
constexpr QLatin1String requireSignatureOption("require-signature");
constexpr QLatin1String noFaultsOption("no-faults");
constexpr QLatin1String dataDirectoryOption("data-dir");
constexpr QLatin1String inMemoryOption("in-memory");
constexpr QLatin1String durabilityOption("durability");
constexpr QLatin1String configOption("config");
constexpr QLatin1String timeScaleOption("time-scale");
constexpr QLatin1String quietOption("quiet");
constexpr QLatin1String verboseOption("verbose");
constexpr QLatin1String helpOption("help");
constexpr QLatin1String versionOption("version");

QString exitCodes()
{
    return CommandLine::tr("Exit codes:\n"
                           "  0  ended as asked\n"
                           "  1  internal error\n"
                           "  2  an option or the file of --config is wrong\n"
                           "  3  cannot listen on the address and port\n"
                           "  4  the data directory or the tables in it cannot be used, or could not be\n"
                           "     written at the end");
}

void addOptions(QCommandLineParser &parser)
{
    const GatewayOptions defaults;
    parser.addOptions({
        {portOption,
         CommandLine::tr("Listen on this port; 0 picks a free one. Default: %1.").arg(defaults.port),
         CommandLine::tr("number")},
        {addressOption,
         CommandLine::tr("Listen on this IP address. Default: %1, which only this machine reaches.")
             .arg(defaults.address.toString()),
         CommandLine::tr("address")},
        {allowOriginOption,
         CommandLine::tr("Let in the web pages of this origin too; may be given several times. Default: only "
                         "pages of this machine, and programs, which have no origin."),
         CommandLine::tr("origin")},
        {allowHostOption,
         CommandLine::tr(
             "Let in requests that call this server by this name too; may be given several times. "
             "Default: only localhost and its addresses."),
         CommandLine::tr("name")},
        {requireSignatureOption,
         CommandLine::tr("Refuse calls to @connections that are not signed; any signature will do.")},
        {noFaultsOption,
         CommandLine::tr("Refuse calls to @faults, by which programs of this machine make things go wrong.")},
        {dataDirectoryOption,
         CommandLine::tr("Keep the tables in this directory. Default: %1.")
             .arg(CommandLine::defaultDataDirectory()),
         CommandLine::tr("directory")},
        {inMemoryOption, CommandLine::tr("Keep the tables in memory, for this run only.")},
        {durabilityOption,
         CommandLine::tr(
             "What stored rows survive: with normal, the default, a killed process, while a power "
             "cut may take the last commits; with full, which waits for the disk, a power cut too."),
         QStringLiteral("normal|full")},
        {configOption, CommandLine::tr("Open the stages that this JSON file describes."),
         CommandLine::tr("file")},
        {timeScaleOption,
         CommandLine::tr(
             "Let the time of all quotas pass so many times faster: with 60, the idle limit of ten "
             "minutes comes after ten seconds. Dates stay true."),
         CommandLine::tr("factor")},
        {QStringList{QStringLiteral("q"), quietOption}, CommandLine::tr("Write no access log.")},
        {verboseOption, CommandLine::tr("Write more than the access log: why requests are refused.")},
        {QStringList{QStringLiteral("h"), helpOption}, CommandLine::tr("Show this help.")},
        {QStringList{QStringLiteral("v"), versionOption}, CommandLine::tr("Show the version.")},
    });
}

Result<quint16> portFrom(const QString &text)
{
    // Digits only: toUShort() would let blanks and signs pass.
    const bool hasDigitsOnly =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool isNumber = false;
    const quint16 port = text.toUShort(&isNumber);
    if (isNumber && hasDigitsOnly)
        return port;
    return failure(CommandLine::tr("“%1” is no port; give a number from 0 to 65535.").arg(text));
}

Result<QHostAddress> addressFrom(const QString &text)
{
    if (text == QLatin1String("localhost"))
        return QHostAddress(QHostAddress::LocalHost);
    const QHostAddress address(text);
    if (!address.isNull())
        return address;
    return failure(
        CommandLine::tr("“%1” is no IP address; give one such as 127.0.0.1, or 0.0.0.0 for all.").arg(text));
}

Result<QString> dataDirectoryFrom(const QCommandLineParser &parser)
{
    const bool isGiven = parser.isSet(dataDirectoryOption);
    if (parser.isSet(inMemoryOption)) {
        if (isGiven)
            return failure(
                CommandLine::tr("--in-memory and --data-dir exclude each other; give one of them."));
        return QString();
    }
    const QString given = parser.value(dataDirectoryOption);
    if (isGiven && given.isEmpty())
        return failure(CommandLine::tr("--data-dir is empty; give the path of a directory."));
    return isGiven ? given : CommandLine::defaultDataDirectory();
}

Result<QStringList> originsFrom(const QStringList &texts)
{
    QStringList origins;
    for (const QString &text : texts) {
        const auto origin = DoorPolicy::originFrom(text);
        if (!origin)
            return failure(
                CommandLine::tr("“%1” is no origin; give one such as https://example.com, without a path.")
                    .arg(text));
        origins.append(*origin);
    }
    return origins;
}

Result<QStringList> hostsFrom(const QStringList &texts)
{
    QStringList hosts;
    for (const QString &text : texts) {
        const auto host = DoorPolicy::hostFrom(text);
        if (!host)
            return failure(
                CommandLine::tr("“%1” is no host name; give one such as chat.example.com.").arg(text));
        hosts.append(*host);
    }
    return hosts;
}

Result<void> readDoor(const QCommandLineParser &parser, GatewayOptions &options)
{
    const auto origins = originsFrom(parser.values(allowOriginOption));
    if (!origins)
        return tl::unexpected(origins.error());
    const auto hosts = hostsFrom(parser.values(allowHostOption));
    if (!hosts)
        return tl::unexpected(hosts.error());
    options.allowedOrigins = *origins;
    options.allowedHosts = *hosts;
    return {};
}

Result<double> timeScaleFrom(const QString &text)
{
    constexpr double slowest = 0.001;
    constexpr double fastest = 100'000;
    bool isNumber = false;
    const double scale = QLocale::c().toDouble(text, &isNumber);
    if (isNumber && scale >= slowest && scale <= fastest)
        return scale;
    return failure(CommandLine::tr("“%1” is no time scale; give a number from %2 to %3.")
                       .arg(text, QLocale::c().toString(slowest), QString::number(fastest, 'f', 0)));
}

Result<Durability> durabilityFrom(const QString &text)
{
    if (text == QLatin1String("normal"))
        return Durability::Normal;
    if (text == QLatin1String("full"))
        return Durability::Full;
    return failure(CommandLine::tr("“%1” is no durability; give normal or full.").arg(text));
}

/// What is said of the tables.
Result<void> readTables(const QCommandLineParser &parser, GatewayOptions &options)
{
    const auto dataDirectory = dataDirectoryFrom(parser);
    if (!dataDirectory)
        return tl::unexpected(dataDirectory.error());
    options.dataDirectory = *dataDirectory;
    if (!parser.isSet(durabilityOption))
        return {};
    const auto durability = durabilityFrom(parser.value(durabilityOption));
    if (!durability)
        return tl::unexpected(durability.error());
    options.durability = *durability;
    return {};
}

Result<GatewayOptions> gatewayFrom(const QCommandLineParser &parser)
{
    GatewayOptions options;
    if (parser.isSet(portOption)) {
        const auto port = portFrom(parser.value(portOption));
        if (!port)
            return tl::unexpected(port.error());
        options.port = *port;
    }
    if (parser.isSet(addressOption)) {
        const auto address = addressFrom(parser.value(addressOption));
        if (!address)
            return tl::unexpected(address.error());
        options.address = *address;
    }
    if (const auto tables = readTables(parser, options); !tables)
        return tl::unexpected(tables.error());
    if (parser.isSet(timeScaleOption)) {
        const auto scale = timeScaleFrom(parser.value(timeScaleOption));
        if (!scale)
            return tl::unexpected(scale.error());
        options.timeScale = *scale;
    }
    options.isSignatureRequired = parser.isSet(requireSignatureOption);
    options.areFaultsServed = !parser.isSet(noFaultsOption);
    if (const auto door = readDoor(parser, options); !door)
        return tl::unexpected(door.error());
    return options;
}

Result<CommandLine::Verbosity> verbosityFrom(const QCommandLineParser &parser)
{
    const bool isQuiet = parser.isSet(quietOption);
    const bool isVerbose = parser.isSet(verboseOption);
    if (isQuiet && isVerbose)
        return failure(CommandLine::tr("--quiet and --verbose exclude each other; give one of them."));
    if (isQuiet)
        return CommandLine::Verbosity::Quiet;
    return isVerbose ? CommandLine::Verbosity::Verbose : CommandLine::Verbosity::Normal;
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    const bool isParsed = parser.parse(arguments);
    CommandLine parsed;
    if (parser.isSet(helpOption) || parser.isSet(versionOption)) {
        parsed.task = parser.isSet(helpOption) ? Task::ShowHelp : Task::ShowVersion;
        return parsed;
    }
    if (!isParsed)
        return failure(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return failure(tr("“%1” is not expected; this program takes options only.")
                           .arg(parser.positionalArguments().constFirst()));
    const auto gateway = gatewayFrom(parser);
    if (!gateway)
        return tl::unexpected(gateway.error());
    if (parser.isSet(configOption) && parser.value(configOption).isEmpty())
        return failure(tr("--config is empty; give the path of a JSON file."));
    const auto verbosity = verbosityFrom(parser);
    if (!verbosity)
        return tl::unexpected(verbosity.error());
    parsed.gateway = *gateway;
    parsed.configFile = parser.value(configOption);
    parsed.verbosity = *verbosity;
    return parsed;
}

QString CommandLine::helpText()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("A local WebSocket API gateway. Without --config its stages are dev, staging and prod with every "
           "chat, production with the tutorial of AWS, and beta with the broadcast chat."));
    addOptions(parser);
    return parser.helpText() + u'\n' + exitCodes() + u'\n';
}

QString CommandLine::versionText()
{
    return QStringLiteral("greenroom-server " GREENROOM_VERSION "\n");
}

QString CommandLine::defaultDataDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
           + QStringLiteral("/greenroom/server");
}

} // namespace Greenroom
