// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Services.h"

#include <QObject>

namespace Greenroom {

class CertificateBar;
class ConversationPage;

/// Lets a page's session follow the options of its stage: what each attempt to connect takes, the heartbeat,
/// and which certificate is trusted.
class PageOptions : public QObject
{
    Q_OBJECT

public:
    /// `page`'s child; borrows `services`.
    PageOptions(ConversationPage &page, Services &services);

    /// The page has to lay it out.
    CertificateBar &certificateBar();

private:
    void applyHeartbeat();

    ConversationPage &m_page;
    Services &m_services;
    CertificateBar *m_certificateBar;
};

} // namespace Greenroom
