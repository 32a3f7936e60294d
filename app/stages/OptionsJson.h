// SPDX-License-Identifier: MIT
#pragma once

#include "stages/StageOptions.h"

#include <QJsonObject>
#include <QLatin1String>

/// The form that a stage's options have in JSON, in the settings and in files of addresses.
namespace Greenroom::OptionsJson {

constexpr QLatin1String headers("headers");
constexpr QLatin1String queryItems("queryItems");
constexpr QLatin1String subprotocols("subprotocols");
constexpr QLatin1String dialect("dialect");
constexpr QLatin1String tls("tls");
constexpr QLatin1String proxy("proxy");
constexpr QLatin1String heartbeat("heartbeat");
constexpr QLatin1String signIn("signIn");

/// The members that options can have.
QStringList names();

/// A member for each option that is not as usual; without secrets, also if there are any in `options`.
QJsonObject write(const StageOptions &options);

/// The names of an enumeration's values, the first being the usual one.
template <class Value>
using Names = QList<std::pair<QLatin1String, Value>>;

const Names<DialectChoice> &dialects();
const Names<TlsChoice::Trust> &trusts();
const Names<ProxyChoice::Kind> &proxies();
const Names<SignInChoice::TokenPlace> &tokenPlaces();

} // namespace Greenroom::OptionsJson
