// SPDX-License-Identifier: MIT
#include "ui/PageOptions.h"

#include "stages/ConnectRequests.h"
#include "stages/SavedStages.h"
#include "ui/AddressBar.h"
#include "ui/CertificateBar.h"
#include "ui/ConversationPage.h"

namespace Greenroom {

PageOptions::PageOptions(ConversationPage &page, Services &services)
    : QObject(&page),
      m_page(page),
      m_services(services),
      m_certificateBar(new CertificateBar(page.conversation().session(), services.savedStages, &page))
{
    page.conversation().session().setRequestMaker([this](const QUrl &address) {
        applyHeartbeat();
        return m_services.connectRequests.requestFor(address);
    });
    connect(&services.savedStages, &SavedStages::changed, this, &PageOptions::applyHeartbeat);
    connect(m_certificateBar, &CertificateBar::trusted, &page.addressBar(), &AddressBar::trigger);
}

CertificateBar &PageOptions::certificateBar()
{
    return *m_certificateBar;
}

void PageOptions::applyHeartbeat()
{
    ChatSession &session = m_page.conversation().session();
    const HeartbeatChoice choice = m_services.savedStages.options(session.address()).heartbeat;
    if (choice == session.heartbeat().choice())
        return;
    session.heartbeat().setChoice(choice);
    if (session.state() == ChatSession::State::Connected)
        session.heartbeat().start();
}

} // namespace Greenroom
