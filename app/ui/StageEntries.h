// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Services.h"
#include "ui/StageEntry.h"

#include <QList>

namespace Greenroom {

class SessionDeck;
struct SavedStage;

/// All that a window's list of stages can show: each saved stage with its sessions in this window, and the
/// sessions of no saved stage.
class StageEntries
{
public:
    /// Borrows both.
    StageEntries(Services &services, SessionDeck &deck);

    /// In the order of the list: without a group, group by group, the local stage.
    QList<StageEntry> all() const;
    /// As above, but those that one is likely to look for first: the last in sight, the last connected to;
    /// the present one comes last.
    QList<StageEntry> byUse() const;

private:
    void append(QList<StageEntry> &entries, const SavedStage &saved) const;
    StageEntry describe(ConversationPage &page, int ordinal) const;
    QString title(const QUrl &stage, int ordinal) const;
    bool isLocal(const QUrl &stage) const;

    Services &m_services;
    SessionDeck &m_deck;
};

} // namespace Greenroom
