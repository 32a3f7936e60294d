// SPDX-License-Identifier: MIT
#include "CommandLine.h"

#include "CommandLineOptions.h"
#include "gateway/DoorPolicy.h"

#include <QCommandLineParser>
#include <QLocale>
#include <QStandardPaths>
#include <algorithm>

namespace Greenroom {

namespace {

using namespace CommandLineOptions;

constexpr QLatin1String userWord("user");

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

Result<TlsOptions> tlsFrom(const QCommandLineParser &parser)
{
    using Identity = TlsOptions::Identity;
    const bool isSelfSigned = parser.isSet(tlsSelfSignedOption);
    const bool hasCertificate = parser.isSet(tlsCertOption);
    if (hasCertificate != parser.isSet(tlsKeyOption))
        return failure(CommandLine::tr("--tls-cert and --tls-key need each other; give both."));
    if (hasCertificate && isSelfSigned)
        return failure(
            CommandLine::tr("--tls-self-signed and --tls-cert exclude each other; give one of them."));
    if (isSelfSigned)
        return TlsOptions{Identity::SelfSigned};
    if (hasCertificate)
        return TlsOptions{Identity::Files, parser.value(tlsCertOption), parser.value(tlsKeyOption)};
    return TlsOptions();
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
    const auto tls = tlsFrom(parser);
    if (!tls)
        return tl::unexpected(tls.error());
    options.tls = *tls;
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

Result<CommandLine> userCommandFrom(const QCommandLineParser &parser)
{
    if (!parser.optionNames().isEmpty())
        return failure(CommandLine::tr("The command “user” takes no options; leave out --%1.")
                           .arg(parser.optionNames().constFirst()));
    const auto command = UserCommand::parse(parser.positionalArguments().mid(1));
    if (!command)
        return tl::unexpected(command.error());
    CommandLine parsed;
    parsed.task = CommandLine::Task::ChangeUsers;
    parsed.userCommand = *command;
    return parsed;
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addTo(parser);
    const bool isParsed = parser.parse(arguments);
    CommandLine parsed;
    if (parser.isSet(helpOption) || parser.isSet(versionOption)) {
        parsed.task = parser.isSet(helpOption) ? Task::ShowHelp : Task::ShowVersion;
        return parsed;
    }
    if (!isParsed)
        return failure(parser.errorText());
    const QStringList words = parser.positionalArguments();
    if (words.value(0) == userWord)
        return userCommandFrom(parser);
    if (!words.isEmpty())
        return failure(tr("“%1” is not expected; this program takes options and the command “user” only.")
                           .arg(words.constFirst()));
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
    addTo(parser);
    return parser.helpText() + u'\n' + UserCommand::helpText() + QStringLiteral("\n\n") + exitCodes() + u'\n';
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
