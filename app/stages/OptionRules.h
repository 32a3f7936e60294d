// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <chrono>

/// What may be set for a stage. Each error is a sentence that names what is wrong and what to do.
namespace Greenroom::OptionRules {

/// API Gateway closes a connection that is idle for ten minutes.
constexpr std::chrono::seconds shortestInterval{5};
constexpr std::chrono::seconds longestInterval{600};
constexpr int largestPort = 65535;

/// A token of RFC 9110, 5.6.2, and none of the headers that the handshake itself sets.
Result<void> checkHeaderName(const QString &name);
/// Something in printable ASCII, without blanks around it.
Result<void> checkHeaderValue(const QString &value);
Result<void> checkQueryName(const QString &name);
/// Anything without control characters; it is encoded as UTF-8.
Result<void> checkQueryValue(const QString &value);
/// A token of RFC 9110, 5.6.2.
Result<void> checkSubprotocol(const QString &name);
/// The `action` of the heartbeat's message.
Result<void> checkRoute(const QString &route);
/// The `message` of the heartbeat's message; empty stands for the usual one.
Result<void> checkHeartbeatText(const QString &text);
/// A host's name or address without scheme and port.
Result<void> checkProxyHost(const QString &host);
/// Who one is to a proxy, as far as RFC 7617 allows it; nobody is right too.
Result<void> checkProxyLogin(const QString &user, const QString &password);

/// The 32 bytes of a SHA-256 fingerprint that is written in hexadecimal digits, in pairs with colons, blanks
/// or nothing between them.
Result<QByteArray> parseFingerprint(const QString &typed);
/// `AB:CD:…`
QString fingerprintText(const QByteArray &fingerprint);

/// Whether what goes by this name, a header or a query item, is a secret whatever the user says.
bool isSecretName(const QString &name);

} // namespace Greenroom::OptionRules
