// SPDX-License-Identifier: MIT
#include "ui/StageSecurityTab.h"

#include "stages/OptionRules.h"
#include "stages/TlsFiles.h"
#include "ui/FileField.h"
#include "ui/HintLine.h"

#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace Greenroom {

namespace {

/// So that a field stands below its button's words.
constexpr int inset = 24;

QLabel *headline(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    label->setWordWrap(true);
    return label;
}

void addInset(QBoxLayout &layout, QWidget &field)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(inset, 0, 0, 0);
    row->addWidget(&field);
    layout.addLayout(row);
}

} // namespace

StageSecurityTab::StageSecurityTab(Use use, QWidget *parent)
    : QWidget(parent),
      m_system(new QRadioButton(tr("&trusted by this system"), this)),
      m_authorities(new QRadioButton(tr("signed by the &authorities in this file:"), this)),
      m_oneCertificate(new QRadioButton(tr("&exactly the one with this fingerprint:"), this)),
      m_caFile(new FileField(tr("File with the authorities that are trusted"), "caFile", this)),
      m_fingerprint(new QLineEdit(this)),
      m_trustHint(new HintLine(this)),
      m_certificateFile(new FileField(tr("File with your certificate"), "certificateFile", this)),
      m_keyFile(new FileField(tr("File with the certificate's key"), "keyFile", this)),
      m_passphrase(new QLineEdit(this)),
      m_ownHint(new HintLine(this))
{
    build(use);
    for (QRadioButton *button : {m_system, m_authorities, m_oneCertificate})
        connect(button, &QRadioButton::toggled, this, &StageSecurityTab::updateFields);
    connect(m_caFile, &FileField::changed, m_trustHint, &HintLine::clear);
    connect(m_fingerprint, &QLineEdit::textChanged, m_trustHint, &HintLine::clear);
    connect(m_certificateFile, &FileField::changed, m_ownHint, &HintLine::clear);
    connect(m_keyFile, &FileField::changed, m_ownHint, &HintLine::clear);
    connect(m_passphrase, &QLineEdit::textChanged, m_ownHint, &HintLine::clear);
}

void StageSecurityTab::show(const TlsChoice &choice)
{
    m_system->setChecked(choice.trust == TlsChoice::Trust::System);
    m_authorities->setChecked(choice.trust == TlsChoice::Trust::Authorities);
    m_oneCertificate->setChecked(choice.trust == TlsChoice::Trust::OneCertificate);
    m_caFile->setPath(choice.caFile);
    m_fingerprint->setText(OptionRules::fingerprintText(choice.fingerprint));
    m_fingerprint->setCursorPosition(0);
    m_certificateFile->setPath(choice.certificateFile);
    m_keyFile->setPath(choice.keyFile);
    updateFields();
}

void StageSecurityTab::showPassphrase(const QString &passphrase)
{
    m_passphrase->setText(passphrase);
    m_passphrase->setEnabled(true);
}

bool StageSecurityTab::take(TlsChoice &choice, QString &passphrase)
{
    choice = {};
    return takeTrust(choice) && takeOwn(choice, passphrase);
}

void StageSecurityTab::build(Use use)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    if (use == Use::NotEncrypted) {
        auto *note = new HintLine(this);
        note->setObjectName(QStringLiteral("notEncrypted"));
        layout->addWidget(note);
        note->showWarning(tr("This address is not encrypted (ws://), so nothing of this is used with it."));
    }
    buildTrust(*layout);
    layout->addSpacing(12);
    buildOwn(*layout);
    layout->addStretch();
}

void StageSecurityTab::buildTrust(QBoxLayout &layout)
{
    m_system->setObjectName(QStringLiteral("trustSystem"));
    m_authorities->setObjectName(QStringLiteral("trustAuthorities"));
    m_oneCertificate->setObjectName(QStringLiteral("trustCertificate"));
    m_fingerprint->setObjectName(QStringLiteral("fingerprint"));
    m_fingerprint->setAccessibleName(tr("SHA-256 fingerprint of the certificate that is trusted"));
    m_fingerprint->setPlaceholderText(tr("SHA-256: AB:CD:…"));
    m_trustHint->setObjectName(QStringLiteral("trustHint"));
    layout.addWidget(headline(tr("The stage's certificate is accepted if it is"), this));
    layout.addWidget(m_system);
    layout.addWidget(m_authorities);
    addInset(layout, *m_caFile);
    layout.addWidget(m_oneCertificate);
    addInset(layout, *m_fingerprint);
    layout.addWidget(m_trustHint);
}

void StageSecurityTab::buildOwn(QBoxLayout &layout)
{
    const auto add = [&](const QString &text, QWidget *field) {
        auto *label = new QLabel(text, this);
        label->setBuddy(field);
        layout.addWidget(label);
        layout.addWidget(field);
    };
    m_ownHint->setObjectName(QStringLiteral("ownHint"));
    layout.addWidget(headline(tr("A certificate of yours, where the stage asks for one:"), this));
    add(tr("&Certificate (PEM):"), m_certificateFile);
    add(tr("&Key (PEM):"), m_keyFile);
    m_passphrase->setObjectName(QStringLiteral("keyPassphrase"));
    m_passphrase->setAccessibleName(tr("Passphrase of the certificate's key"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setPlaceholderText(tr("none"));
    m_passphrase->setEnabled(false);
    add(tr("&Passphrase of the key, kept with the other secrets:"), m_passphrase);
    layout.addWidget(m_ownHint);
}

void StageSecurityTab::updateFields()
{
    m_caFile->setEnabled(m_authorities->isChecked());
    m_fingerprint->setEnabled(m_oneCertificate->isChecked());
    m_trustHint->clear();
}

bool StageSecurityTab::takeTrust(TlsChoice &choice)
{
    // What is not chosen now is kept as far as it makes sense, so that it can be chosen again.
    const Result<QByteArray> fingerprint = OptionRules::parseFingerprint(m_fingerprint->text());
    choice.fingerprint = fingerprint.value_or(QByteArray());
    choice.caFile = m_caFile->path();
    Result<void> checked;
    if (m_authorities->isChecked()) {
        choice.trust = TlsChoice::Trust::Authorities;
        checked = TlsFiles::checkCertificates(choice.caFile);
    } else if (m_oneCertificate->isChecked()) {
        choice.trust = TlsChoice::Trust::OneCertificate;
        if (!fingerprint)
            checked = failure(fingerprint.error().message);
    }
    if (checked)
        return true;
    m_trustHint->showError(checked.error().message);
    (m_authorities->isChecked() ? static_cast<QWidget *>(m_caFile) : m_fingerprint)
        ->setFocus(Qt::OtherFocusReason);
    return false;
}

bool StageSecurityTab::takeOwn(TlsChoice &choice, QString &passphrase)
{
    choice.certificateFile = m_certificateFile->path();
    choice.keyFile = m_keyFile->path();
    if (m_passphrase->isEnabled())
        passphrase = choice.keyFile.isEmpty() ? QString() : m_passphrase->text();
    if (choice.certificateFile.isEmpty() && choice.keyFile.isEmpty())
        return true;
    const Result<void> certificate = TlsFiles::checkCertificates(choice.certificateFile);
    const Result<void> key = TlsFiles::checkKey(choice.keyFile, passphrase);
    if (certificate && key)
        return true;
    m_ownHint->showError(certificate
                             ? tr("Key: %1", "%1 is a sentence").arg(key.error().message)
                             : tr("Certificate: %1", "%1 is a sentence").arg(certificate.error().message));
    (certificate ? m_keyFile : m_certificateFile)->setFocus(Qt::OtherFocusReason);
    return false;
}

} // namespace Greenroom
