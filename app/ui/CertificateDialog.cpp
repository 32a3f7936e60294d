// SPDX-License-Identifier: MIT
#include "ui/CertificateDialog.h"

#include "stages/OptionRules.h"
#include "ui/CaptionedValue.h"
#include "ui/HintLine.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace Greenroom {

namespace {

constexpr int usualWidth = 520;
constexpr qsizetype longestShown = 300;
/// Digits of a fingerprint, with their colons, in one line.
constexpr qsizetype half = 48;

/// A stranger has written it: in one line, without what cannot be seen, not too long.
QString tidied(const QString &text)
{
    QString tidy;
    const QString simple = text.simplified();
    for (const QChar c : simple) {
        if (c.isPrint() && c.category() != QChar::Other_Format)
            tidy.append(c);
    }
    return tidy.size() <= longestShown ? tidy : tidy.first(longestShown) + u'…';
}

QString nameOf(const QStringList &commonName, const QStringList &organization)
{
    QStringList parts = commonName + organization;
    parts.removeAll(QString());
    parts.removeDuplicates();
    return tidied(parts.join(QStringLiteral(", ")));
}

QString hostsOf(const QSslCertificate &certificate)
{
    const auto names = certificate.subjectAlternativeNames();
    return tidied(QStringList(names.values()).join(QStringLiteral(", ")));
}

QString shownTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::LongFormat);
}

} // namespace

CertificateDialog::CertificateDialog(const QSslCertificate &certificate, const QString &reason,
                                     QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("certificateDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Certificate of the stage"));
    auto *why = new HintLine(this);
    why->setObjectName(QStringLiteral("certificateReason"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(why);
    addValues(*layout, certificate);
    auto *advice =
        new QLabel(tr("Compare the fingerprint with one that you have from the stage's owner by another "
                      "way. If you trust a certificate that you have not compared, somebody may read "
                      "and change everything that you send and receive."),
                   this);
    advice->setWordWrap(true);
    layout->addWidget(advice);
    layout->addStretch();
    addButtons(*layout);
    why->showError(reason);
    resize(usualWidth, layout->totalHeightForWidth(usualWidth));
}

void CertificateDialog::addValues(QBoxLayout &layout, const QSslCertificate &certificate)
{
    const auto add = [&](const QString &caption, const char *name, const QString &value) {
        auto *row = new CaptionedValue(caption, this);
        row->value().setObjectName(QLatin1String(name));
        row->value().setText(value.isEmpty() ? tr("Not given") : value);
        layout.addWidget(row);
    };
    const QString fingerprint = OptionRules::fingerprintText(certificate.digest(QCryptographicHash::Sha256));
    add(tr("Subject"), "certificateSubject",
        nameOf(certificate.subjectInfo(QSslCertificate::CommonName),
               certificate.subjectInfo(QSslCertificate::Organization)));
    add(tr("Hosts"), "certificateHosts", hostsOf(certificate));
    add(tr("Issuer"), "certificateIssuer",
        nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
               certificate.issuerInfo(QSslCertificate::Organization)));
    add(tr("Valid"), "certificateValidity",
        tr("from %1 until %2", "%1 and %2 are dates with times")
            .arg(shownTime(certificate.effectiveDate()), shownTime(certificate.expiryDate())));
    // In two lines, since a label breaks lines at blanks only.
    add(tr("SHA-256 fingerprint"), "certificateFingerprint",
        fingerprint.left(half) + QLatin1Char('\n') + fingerprint.mid(half));
}

void CertificateDialog::addButtons(QBoxLayout &layout)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *trust =
        buttons->addButton(tr("&Trust exactly this certificate"), QDialogButtonBox::ActionRole);
    trust->setObjectName(QStringLiteral("trustThis"));
    // Enter must not do it by accident.
    trust->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setFocus();
    connect(trust, &QPushButton::clicked, this, &CertificateDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &CertificateDialog::reject);
    layout.addWidget(buttons);
}

} // namespace Greenroom
