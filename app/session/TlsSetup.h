// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"
#include "session/ConnectRequest.h"

#include <QSslConfiguration>

/// What a TlsChoice means to TLS.
namespace Greenroom::TlsSetup {

/// Reads the files that `choice` names. The error says which of them is missing, is no PEM, or is protected
/// by another passphrase. Whether a key belongs to its certificate is found out only when connecting.
Result<QSslConfiguration> configurationFor(const TlsChoice &choice, const QString &keyPassphrase = {});

/// Whether `certificate` is the one that `choice` trusts alone; false where it trusts others.
bool isTrustedAlone(const QSslCertificate &certificate, const TlsChoice &choice);

} // namespace Greenroom::TlsSetup
