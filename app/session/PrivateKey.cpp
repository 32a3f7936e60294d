// SPDX-License-Identifier: MIT
#include "session/PrivateKey.h"

namespace Greenroom::PrivateKey {

QSslKey read(const QByteArray &pem, const QString &passphrase)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey, passphrase.toUtf8());
        if (!key.isNull())
            return key;
    }
    return {};
}

bool isProtected(const QByteArray &pem)
{
    // `BEGIN ENCRYPTED PRIVATE KEY`, and `Proc-Type: 4,ENCRYPTED` in the older form.
    // https://www.rfc-editor.org/rfc/rfc7468#section-11, https://www.rfc-editor.org/rfc/rfc1421#section-4.6
    return pem.contains("ENCRYPTED");
}

} // namespace Greenroom::PrivateKey
