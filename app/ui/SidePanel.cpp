// SPDX-License-Identifier: MIT
#include "ui/SidePanel.h"

#include "ui/ConversationPage.h"
#include "ui/PeopleView.h"
#include "ui/SessionPanel.h"
#include "ui/TokenPanel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Greenroom {

SidePanel::SidePanel(ConversationPage &page, Services &services, QWidget *parent) : QWidget(parent)
{
    Conversation &conversation = page.conversation();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 16, 16, 12);
    layout->setSpacing(8);
    const auto addTitle = [&](const QString &text) {
        auto *title = new QLabel(text, this);
        QFont bold = title->font();
        bold.setBold(true);
        title->setFont(bold);
        layout->addWidget(title);
    };
    addTitle(tr("Session"));
    layout->addWidget(new SessionPanel(conversation.session(), services.clock, this));
    layout->addWidget(new TokenPanel(page, services, this));
    layout->addSpacing(16);
    addTitle(tr("People"));
    auto *people = new PeopleView(conversation.people(), this);
    connect(people, &PeopleView::chosen, &conversation, &Conversation::recipientChosen);
    layout->addWidget(people, 1);
}

} // namespace Greenroom
