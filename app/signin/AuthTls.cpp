// SPDX-License-Identifier: MIT
#include "signin/AuthTls.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace Greenroom::AuthTls {

namespace {

QSslKey privateKey(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray pem = file.readAll();
    const QSslKey rsa(pem, QSsl::Rsa);
    return rsa.isNull() ? QSslKey(pem, QSsl::Ec) : rsa;
}

} // namespace

QSslConfiguration configuration(const TlsChoice &choice)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (choice.trust == TlsChoice::Trust::Authorities)
        configuration.setCaCertificates(QSslCertificate::fromPath(choice.caFile));
    if (!choice.certificateFile.isEmpty()) {
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(choice.certificateFile));
        configuration.setPrivateKey(privateKey(choice.keyFile));
    }
    return configuration;
}

bool accepts(const TlsChoice &choice, const QSslCertificate &certificate)
{
    return choice.trust != TlsChoice::Trust::OneCertificate
           || certificate.digest(QCryptographicHash::Sha256) == choice.fingerprint;
}

} // namespace Greenroom::AuthTls
