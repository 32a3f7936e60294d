// SPDX-License-Identifier: MIT
#pragma once

#include <QSslError>
#include <QString>

/// Why a stage's certificate is not trusted, in one translated sentence that says what to do.
namespace Greenroom::CertificateReason {

/// For what TLS found wrong; where that are several things, the first of: self-signed, out of date, made for
/// another host, signed by nobody that is known. `host` is where the connection was to go.
QString sentence(const QList<QSslError> &errors, const QString &host);

/// For a stage that shows another certificate than the one that is trusted.
QString otherCertificate(const QString &host);

} // namespace Greenroom::CertificateReason
