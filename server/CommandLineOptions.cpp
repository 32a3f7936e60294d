// SPDX-License-Identifier: MIT
#include "CommandLineOptions.h"

#include "CommandLine.h"

#include <QCommandLineParser>

namespace Greenroom::CommandLineOptions {

void addTo(QCommandLineParser &parser)
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
        {tlsCertOption,
         CommandLine::tr("Speak TLS (wss and https) with the certificate in this PEM file; clients that do "
                         "not are turned away. Needs --tls-key."),
         CommandLine::tr("file")},
        {tlsKeyOption, CommandLine::tr("The key of the certificate: a PEM file without a pass phrase."),
         CommandLine::tr("file")},
        {tlsSelfSignedOption,
         CommandLine::tr("Speak TLS with a certificate that this program makes for this machine and keeps in "
                         "the data directory; its fingerprint is printed.")},
        {QStringList{QStringLiteral("q"), quietOption}, CommandLine::tr("Write no access log.")},
        {verboseOption, CommandLine::tr("Write more than the access log: why requests are refused.")},
        {QStringList{QStringLiteral("h"), helpOption}, CommandLine::tr("Show this help.")},
        {QStringList{QStringLiteral("v"), versionOption}, CommandLine::tr("Show the version.")},
    });
}

QString exitCodes()
{
    return CommandLine::tr("Exit codes:\n"
                           "  0  ended as asked\n"
                           "  1  internal error\n"
                           "  2  an option, a command or the file of --config is wrong\n"
                           "  3  cannot listen on the address and port\n"
                           "  4  the data directory or the tables in it cannot be used, or could not be\n"
                           "     written at the end\n"
                           "  5  the certificate or its key cannot be used\n"
                           "  6  the file of users could not be read or changed, or there is no such user");
}

} // namespace Greenroom::CommandLineOptions
