// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

/// Whether files can be used for TLS, before a connection needs them. Each error is a sentence that says what
/// is wrong and what to do.
namespace Greenroom::TlsFiles {

/// One certificate or more in PEM.
Result<void> checkCertificates(const QString &path);
/// A private key in PEM that `passphrase` opens; a key without one is opened by any.
Result<void> checkKey(const QString &path, const QString &passphrase = {});

} // namespace Greenroom::TlsFiles
