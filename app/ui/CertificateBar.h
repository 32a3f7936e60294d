// SPDX-License-Identifier: MIT
#pragma once

#include "ui/AskBar.h"

#include <QSslCertificate>

namespace Greenroom {

class ChatSession;
class SavedStages;

/// Offers to show the certificate of a stage that could not be connected to because it is not trusted.
class CertificateBar : public AskBar
{
    Q_OBJECT

public:
    /// Borrows both.
    CertificateBar(ChatSession &session, SavedStages &stages, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The user trusts the certificate from now on.
    void trusted();

private:
    void noteState();
    void offer();
    void showCertificate();
    void trust(const QUrl &stage, const QSslCertificate &certificate);

    ChatSession &m_session;
    SavedStages &m_stages;
};

} // namespace Greenroom
