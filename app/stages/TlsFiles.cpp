// SPDX-License-Identifier: MIT
#include "stages/TlsFiles.h"

#include "session/PrivateKey.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSslCertificate>

namespace Greenroom::TlsFiles {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(TlsFiles)
};

constexpr qint64 largestFile = qint64(4) * 1024 * 1024;

Result<QByteArray> contentsOf(const QString &path)
{
    QFile file(path);
    if (path.isEmpty())
        return failure(Tr::tr("No file is chosen; choose one."));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Tr::tr("%1 can't be read: %2.", "%1 is the path of a file, %2 the system's reason")
                           .arg(QDir::toNativeSeparators(path), file.errorString()));
    return file.read(largestFile);
}

/// Why the key in a file, whose contents are `pem`, is of no use; with a place for its path.
QString keyMistake(const QByteArray &pem, const QString &passphrase)
{
    if (!PrivateKey::isProtected(pem))
        return Tr::tr("%1 holds no private key in PEM that can be read; choose another file.",
                      "%1 is the path of a file");
    return passphrase.isEmpty()
               ? Tr::tr("%1 is protected by a passphrase; type it below.", "%1 is the path of a file")
               : Tr::tr("The passphrase does not open %1; type it again.", "%1 is the path of a file");
}

} // namespace

Result<void> checkCertificates(const QString &path)
{
    const Result<QByteArray> pem = contentsOf(path);
    if (!pem)
        return failure(pem.error().message);
    if (QSslCertificate::fromData(*pem, QSsl::Pem).isEmpty())
        return failure(Tr::tr("%1 holds no certificate in PEM (-----BEGIN CERTIFICATE-----); choose another "
                              "file.",
                              "%1 is the path of a file")
                           .arg(QDir::toNativeSeparators(path)));
    return {};
}

Result<void> checkKey(const QString &path, const QString &passphrase)
{
    const Result<QByteArray> pem = contentsOf(path);
    if (!pem)
        return failure(pem.error().message);
    if (PrivateKey::read(*pem, passphrase).isNull())
        return failure(keyMistake(*pem, passphrase).arg(QDir::toNativeSeparators(path)));
    return {};
}

} // namespace Greenroom::TlsFiles
