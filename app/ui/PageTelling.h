// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatSession.h"
#include "tell/TellerSource.h"

#include <QObject>

namespace Greenroom {

class ConversationPage;
class Teller;

/// Lets the Teller know what happens in a conversation, and leads from a notification back to it.
class PageTelling : public QObject, public TellerSource
{
    Q_OBJECT

public:
    /// `page`'s child; borrows `teller`.
    PageTelling(ConversationPage &page, Teller &teller);
    ~PageTelling() override;
    Q_DISABLE_COPY_MOVE(PageTelling)

    QUrl stage() const override;
    QString title() const override;
    const TranscriptModel &transcript() const override;
    bool isLookedAt() const override;
    void comeForward() override;

private:
    void noteEnd(ChatSession::End end);
    void noteFailure();
    void noteRead();

    ConversationPage &m_page;
    Teller &m_teller;
};

} // namespace Greenroom
