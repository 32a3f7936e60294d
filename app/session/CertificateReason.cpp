// SPDX-License-Identifier: MIT
#include "session/CertificateReason.h"

#include <QCoreApplication>
#include <algorithm>
#include <initializer_list>

namespace Greenroom::CertificateReason {

namespace {

bool hasAny(const QList<QSslError> &errors, std::initializer_list<QSslError::SslError> kinds)
{
    return std::any_of(errors.begin(), errors.end(), [kinds](const QSslError &error) {
        return std::find(kinds.begin(), kinds.end(), error.error()) != kinds.end();
    });
}

/// With the host to be filled in, and perhaps with a detail.
QString pattern(const QList<QSslError> &errors)
{
    if (hasAny(errors, {QSslError::SelfSignedCertificate}))
        return QCoreApplication::translate(
            "CertificateReason", "The certificate of %1 is self-signed, so nobody vouches that this is the "
                                 "stage that it says it is; trust it only if you know its fingerprint.");
    if (hasAny(errors, {QSslError::CertificateExpired}))
        return QCoreApplication::translate("CertificateReason",
                                           "The certificate of %1 has expired; tell the stage's owner, and "
                                           "check the date and time of this computer.");
    if (hasAny(errors, {QSslError::CertificateNotYetValid}))
        return QCoreApplication::translate(
            "CertificateReason",
            "The certificate of %1 is not valid yet; check the date and time of this computer.");
    if (hasAny(errors, {QSslError::HostNameMismatch}))
        return QCoreApplication::translate(
            "CertificateReason", "The certificate that %1 shows was made for another host; check the address "
                                 "for mistakes.");
    // An authority's own certificate, where the stage shows it as well, is self-signed, as all of them are.
    if (hasAny(errors, {QSslError::SelfSignedCertificateInChain, QSslError::UnableToGetIssuerCertificate,
                        QSslError::UnableToGetLocalIssuerCertificate,
                        QSslError::UnableToVerifyFirstCertificate, QSslError::CertificateUntrusted}))
        return QCoreApplication::translate(
            "CertificateReason", "The certificate of %1 is signed by an authority that is not trusted here; "
                                 "choose that authority's file if you trust it.");
    return QCoreApplication::translate("CertificateReason", "The certificate of %1 is not trusted (%2).");
}

} // namespace

QString sentence(const QList<QSslError> &errors, const QString &host)
{
    const QString text = pattern(errors);
    if (!text.contains(QLatin1String("%2")))
        return text.arg(host);
    return text.arg(host, errors.isEmpty() ? QString() : errors.constFirst().errorString());
}

QString otherCertificate(const QString &host)
{
    return QCoreApplication::translate("CertificateReason",
                                       "%1 shows another certificate than the one that you trust: either it "
                                       "was renewed, or somebody stands in between. Ask the stage's owner "
                                       "for its fingerprint before you trust it.")
        .arg(host);
}

} // namespace Greenroom::CertificateReason
