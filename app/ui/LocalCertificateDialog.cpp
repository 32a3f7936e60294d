// SPDX-License-Identifier: MIT
#include "ui/LocalCertificateDialog.h"

#include "localstage/LocalStage.h"
#include "stages/OptionRules.h"
#include "ui/CaptionedValue.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Greenroom {

namespace {

constexpr int widthOfLocalCertificate = 520;
/// Digits of a fingerprint, with their colons, in one line.
constexpr qsizetype halfOfFingerprint = 48;

} // namespace

LocalCertificateDialog::LocalCertificateDialog(const LocalStage &localStage, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("localCertificateDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Certificate of the local stage"));
    const QString fingerprint = OptionRules::fingerprintText(localStage.fingerprint());
    const QString file = QDir::toNativeSeparators(localStage.certificateFile());
    auto *advice = new QLabel(
        tr("Greenroom has made this certificate for this machine and trusts it. Another client on this "
           "machine has to be told to trust it: Greenroom by the fingerprint, in the settings of the stage "
           "(F4), others by the file."),
        this);
    advice->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(advice);
    addValue(*layout, tr("Address"), "localStageAddress", localStage.address().toString());
    // In two lines, since a label breaks lines at blanks only.
    addValue(*layout, tr("SHA-256 fingerprint"), "localFingerprint",
             fingerprint.left(halfOfFingerprint) + QLatin1Char('\n') + fingerprint.mid(halfOfFingerprint));
    addValue(*layout, tr("File"), "localCertificateFile",
             file.isEmpty() ? tr("None: the next start has another certificate") : file);
    layout->addStretch();
    addButtons(*layout, fingerprint);
    resize(widthOfLocalCertificate, layout->totalHeightForWidth(widthOfLocalCertificate));
}

void LocalCertificateDialog::addValue(QBoxLayout &layout, const QString &caption, const char *name,
                                      const QString &value)
{
    auto *row = new CaptionedValue(caption, this);
    row->value().setObjectName(QLatin1String(name));
    row->value().setText(value);
    layout.addWidget(row);
}

void LocalCertificateDialog::addButtons(QBoxLayout &layout, const QString &fingerprint)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("&Copy fingerprint"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyFingerprint"));
    connect(copy, &QPushButton::clicked, this,
            [fingerprint] { QGuiApplication::clipboard()->setText(fingerprint); });
    connect(buttons, &QDialogButtonBox::rejected, this, &LocalCertificateDialog::reject);
    layout.addWidget(buttons);
}

} // namespace Greenroom
