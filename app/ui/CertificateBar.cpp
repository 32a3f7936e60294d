// SPDX-License-Identifier: MIT
#include "ui/CertificateBar.h"

#include "session/ChatSession.h"
#include "stages/SavedStages.h"
#include "ui/CertificateDialog.h"

#include <QCryptographicHash>

namespace Greenroom {

CertificateBar::CertificateBar(ChatSession &session, SavedStages &stages, QWidget *parent)
    : AskBar(parent), m_session(session), m_stages(stages)
{
    setObjectName(QStringLiteral("certificateBar"));
    connect(&session, &ChatSession::stateChanged, this, &CertificateBar::noteState);
    connect(this, &AskBar::answered, this, &CertificateBar::showCertificate);
}

void CertificateBar::noteState()
{
    const auto failure = m_session.failure();
    if (m_session.state() == ChatSession::State::Failed && failure
        && failure->cause == TransportFailure::Cause::Certificate && !failure->certificate.isNull())
        offer();
    else
        withdraw();
}

void CertificateBar::offer()
{
    ask(tr("The stage shows a certificate that is not trusted, so there is no connection."),
        {tr("Show certificate…")});
}

void CertificateBar::showCertificate()
{
    const auto failure = m_session.failure();
    if (!failure)
        return;
    // The page may have gone on to another stage when the user has read it.
    const QUrl stage = m_session.address();
    const QSslCertificate certificate = failure->certificate;
    auto *dialog = new CertificateDialog(certificate, failure->message, window());
    connect(dialog, &CertificateDialog::accepted, this,
            [this, stage, certificate] { trust(stage, certificate); });
    connect(dialog, &CertificateDialog::rejected, this, &CertificateBar::noteState);
    dialog->open();
}

void CertificateBar::trust(const QUrl &stage, const QSslCertificate &certificate)
{
    SavedStage kept = m_stages.find(stage).value_or(SavedStage{stage});
    kept.options.tls.trust = TlsChoice::Trust::OneCertificate;
    kept.options.tls.fingerprint = certificate.digest(QCryptographicHash::Sha256);
    m_stages.put({kept});
    if (m_session.address() == stage && m_session.state() == ChatSession::State::Failed)
        Q_EMIT trusted();
}

} // namespace Greenroom
