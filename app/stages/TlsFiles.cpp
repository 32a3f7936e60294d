// SPDX-License-Identifier: MIT
#include "stages/TlsFiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <algorithm>

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

bool isKey(const QByteArray &pem)
{
    const auto algorithms = {QSsl::Rsa, QSsl::Ec, QSsl::Dsa};
    return std::any_of(algorithms.begin(), algorithms.end(), [&pem](QSsl::KeyAlgorithm algorithm) {
        return !QSslKey(pem, algorithm, QSsl::Pem, QSsl::PrivateKey).isNull();
    });
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

Result<void> checkKey(const QString &path)
{
    const Result<QByteArray> pem = contentsOf(path);
    if (!pem)
        return failure(pem.error().message);
    if (!isKey(*pem))
        return failure(
            Tr::tr("%1 holds no private key in PEM that can be read; a key with a passphrase can't "
                   "be used.",
                   "%1 is the path of a file")
                .arg(QDir::toNativeSeparators(path)));
    return {};
}

} // namespace Greenroom::TlsFiles
