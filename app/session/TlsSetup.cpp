// SPDX-License-Identifier: MIT
#include "session/TlsSetup.h"

#include "session/PrivateKey.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace Greenroom::TlsSetup {

namespace {

Result<QByteArray> contentsOf(const QString &path)
{
    // Nobody has a larger one, and a device file has no end.
    constexpr qint64 largestFile = qint64(16) * 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(QCoreApplication::translate("TlsSetup",
                                                   "The file %1 cannot be read (%2); choose another, or "
                                                   "see to it that you may read it.")
                           .arg(path, file.errorString()));
    return file.read(largestFile);
}

Result<QList<QSslCertificate>> certificatesIn(const QString &path)
{
    const Result<QByteArray> contents = contentsOf(path);
    if (!contents)
        return tl::unexpected(contents.error());
    QList<QSslCertificate> certificates = QSslCertificate::fromData(*contents, QSsl::Pem);
    if (certificates.isEmpty())
        return failure(QCoreApplication::translate(
                           "TlsSetup", "The file %1 holds no certificate in PEM form; choose another.")
                           .arg(path));
    return certificates;
}

/// Why the key in `path`, whose contents are `pem`, is of no use.
QString keyTrouble(const QString &path, const QByteArray &pem, const QString &passphrase)
{
    const char *sentence =
        !PrivateKey::isProtected(pem) ? QT_TRANSLATE_NOOP(
            "TlsSetup", "The file %1 holds no private key in PEM form that can be used; choose another.")
        : passphrase.isEmpty()
            ? QT_TRANSLATE_NOOP("TlsSetup",
                                "The key in %1 is protected by a passphrase; type it in the settings of this "
                                "stage (F4), under Security.")
            : QT_TRANSLATE_NOOP("TlsSetup",
                                "The passphrase that is set does not open the key in %1; correct it in the "
                                "settings of this stage (F4), under Security.");
    return QCoreApplication::translate("TlsSetup", sentence).arg(path);
}

Result<QSslKey> keyIn(const QString &path, const QString &passphrase)
{
    const Result<QByteArray> contents = contentsOf(path);
    if (!contents)
        return tl::unexpected(contents.error());
    QSslKey key = PrivateKey::read(*contents, passphrase);
    if (key.isNull())
        return failure(keyTrouble(path, *contents, passphrase));
    return key;
}

Result<void> addAuthorities(QSslConfiguration &configuration, const TlsChoice &choice)
{
    if (choice.trust != TlsChoice::Trust::Authorities)
        return {};
    const auto authorities = certificatesIn(choice.caFile);
    if (!authorities)
        return tl::unexpected(authorities.error());
    configuration.setCaCertificates(*authorities);
    return {};
}

Result<void> addOwnCertificate(QSslConfiguration &configuration, const TlsChoice &choice,
                               const QString &keyPassphrase)
{
    if (choice.certificateFile.isEmpty() && choice.keyFile.isEmpty())
        return {};
    if (choice.certificateFile.isEmpty() || choice.keyFile.isEmpty())
        return failure(QCoreApplication::translate(
            "TlsSetup", "A client certificate takes two files, the certificate and its key; choose both or "
                        "neither."));
    const auto chain = certificatesIn(choice.certificateFile);
    if (!chain)
        return tl::unexpected(chain.error());
    const auto key = keyIn(choice.keyFile, keyPassphrase);
    if (!key)
        return tl::unexpected(key.error());
    configuration.setLocalCertificateChain(*chain);
    configuration.setPrivateKey(*key);
    return {};
}

} // namespace

Result<QSslConfiguration> configurationFor(const TlsChoice &choice, const QString &keyPassphrase)
{
    if (!QSslSocket::supportsSsl())
        return failure(QCoreApplication::translate(
            "TlsSetup", "This system has no library for TLS that works with Greenroom, so no wss:// address "
                        "can be reached; install OpenSSL."));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (const auto added = addAuthorities(configuration, choice); !added)
        return tl::unexpected(added.error());
    if (const auto added = addOwnCertificate(configuration, choice, keyPassphrase); !added)
        return tl::unexpected(added.error());
    return configuration;
}

bool isTrustedAlone(const QSslCertificate &certificate, const TlsChoice &choice)
{
    return choice.trust == TlsChoice::Trust::OneCertificate && !certificate.isNull()
           && certificate.digest(QCryptographicHash::Sha256) == choice.fingerprint;
}

} // namespace Greenroom::TlsSetup
