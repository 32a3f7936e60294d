// SPDX-License-Identifier: MIT
#pragma once

#include <QLatin1String>
#include <QString>

QT_BEGIN_NAMESPACE
class QCommandLineParser;
QT_END_NAMESPACE

/// The options of greenroom-server: their names and what `--help` says of them.
namespace Greenroom::CommandLineOptions {

inline constexpr QLatin1String portOption("port");
inline constexpr QLatin1String addressOption("address");
inline constexpr QLatin1String allowOriginOption("allow-origin");
inline constexpr QLatin1String allowHostOption("allow-host");
inline constexpr QLatin1String requireSignatureOption("require-signature");
inline constexpr QLatin1String noFaultsOption("no-faults");
inline constexpr QLatin1String dataDirectoryOption("data-dir");
inline constexpr QLatin1String inMemoryOption("in-memory");
inline constexpr QLatin1String durabilityOption("durability");
inline constexpr QLatin1String configOption("config");
inline constexpr QLatin1String timeScaleOption("time-scale");
inline constexpr QLatin1String tlsCertOption("tls-cert");
inline constexpr QLatin1String tlsKeyOption("tls-key");
inline constexpr QLatin1String tlsSelfSignedOption("tls-self-signed");
inline constexpr QLatin1String quietOption("quiet");
inline constexpr QLatin1String verboseOption("verbose");
inline constexpr QLatin1String helpOption("help");
inline constexpr QLatin1String versionOption("version");

void addTo(QCommandLineParser &parser);
/// What `--help` says of the exit codes.
QString exitCodes();

} // namespace Greenroom::CommandLineOptions
