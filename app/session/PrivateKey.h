// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QSslKey>
#include <QString>

/// Private keys in PEM, as files have them.
namespace Greenroom::PrivateKey {

/// The key in `pem`, whichever its algorithm; null where there is none that `passphrase` opens. A key without
/// one is opened by any.
QSslKey read(const QByteArray &pem, const QString &passphrase = {});

/// Whether the key in `pem` takes a passphrase.
bool isProtected(const QByteArray &pem);

} // namespace Greenroom::PrivateKey
