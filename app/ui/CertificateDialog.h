// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QSslCertificate>

QT_BEGIN_NAMESPACE
class QBoxLayout;
QT_END_NAMESPACE

namespace Greenroom {

/// Shows a certificate that is not trusted, and why, and lets the user trust exactly this one: accepted() if
/// so. Deletes itself when it is closed.
class CertificateDialog : public QDialog
{
    Q_OBJECT

public:
    /// `reason` is a sentence.
    CertificateDialog(const QSslCertificate &certificate, const QString &reason, QWidget *parent = nullptr);

private:
    void addValues(QBoxLayout &layout, const QSslCertificate &certificate);
    void addButtons(QBoxLayout &layout);
};

} // namespace Greenroom
