// SPDX-License-Identifier: MIT
#include "ui/StageEntries.h"

#include "common/Redaction.h"
#include "localstage/LocalStage.h"
#include "session/PersonName.h"
#include "stages/SavedStages.h"
#include "ui/ConversationPage.h"
#include "ui/SessionDeck.h"
#include "ui/Words.h"

#include <QCoreApplication>
#include <algorithm>

namespace Greenroom {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(StageEntries)
};

} // namespace

StageEntries::StageEntries(Services &services, SessionDeck &deck) : m_services(services), m_deck(deck) {}

QList<StageEntry> StageEntries::all() const
{
    QList<StageEntry> ungrouped;
    QList<StageEntry> grouped;
    QList<StageEntry> local;
    const QList<SavedStage> stages = m_services.savedStages.all();
    for (const SavedStage &saved : stages)
        append(saved.group.isEmpty() ? ungrouped : grouped, saved);
    QHash<QUrl, int> sessions;
    const QList<ConversationPage *> pages = m_deck.pages();
    for (ConversationPage *page : pages) {
        const QUrl stage = page->stage();
        if (m_services.savedStages.find(stage))
            continue;
        const int ordinal = stage.isEmpty() ? 1 : ++sessions[stage];
        (isLocal(stage) ? local : ungrouped).append(describe(*page, ordinal));
    }
    return ungrouped + grouped + local;
}

QList<StageEntry> StageEntries::byUse() const
{
    QList<StageEntry> entries = all();
    QList<ConversationPage *> recent = m_deck.recentPages();
    recent.append(recent.takeFirst());
    const auto lastUse = [this](const StageEntry &entry) {
        const auto saved = m_services.savedStages.find(entry.stage);
        return saved ? saved->lastUse : 0;
    };
    const auto place = [&](const StageEntry &entry) {
        const qsizetype at = recent.indexOf(entry.page);
        const bool isCurrent = at == recent.size() - 1;
        // Those without a session stand before the present one.
        return std::tuple(isCurrent, at < 0, at < 0 ? -lastUse(entry) : static_cast<int>(at));
    };
    std::stable_sort(entries.begin(), entries.end(), [&](const StageEntry &one, const StageEntry &other) {
        return place(one) < place(other);
    });
    return entries;
}

void StageEntries::append(QList<StageEntry> &entries, const SavedStage &saved) const
{
    const QList<ConversationPage *> pages = m_deck.pagesOf(saved.address);
    const StageSummary known = m_services.summaries.of(saved.address);
    StageEntry closed;
    closed.title = title(saved.address, 1);
    closed.stage = saved.address;
    closed.unread = known.unread;
    QList<StageEntry> found;
    for (ConversationPage *page : pages)
        found.append(describe(*page, static_cast<int>(found.size()) + 1));
    if (found.isEmpty())
        found.append(closed);
    // A conversation that has only just been opened again has nothing to tell yet.
    if (StageEntry &first = found.front(); first.lastLine.isEmpty()) {
        first.lastLine = known.lastLine;
        first.lastAt = known.lastAt;
    }
    for (StageEntry &entry : found) {
        entry.isSaved = true;
        entry.section = StageSection::ofGroup(saved.group);
    }
    entries.append(found);
}

StageEntry StageEntries::describe(ConversationPage &page, int ordinal) const
{
    const ChatSession::State state = page.conversation().session().state();
    const std::optional<QString> ownId = page.conversation().ownId();
    const StageSummary said = m_deck.summary(page);
    StageEntry entry;
    entry.stage = page.stage();
    entry.title = title(entry.stage, ordinal);
    entry.section = isLocal(entry.stage) ? StageSection::local() : QString();
    entry.state = state;
    entry.retryIn = page.conversation().session().retryIn();
    if (ownId && state == ChatSession::State::Connected)
        entry.person = PersonName::fromId(*ownId);
    entry.unread = page.unread();
    entry.lastLine = said.lastLine;
    entry.lastAt = said.lastAt;
    entry.ordinal = ordinal;
    entry.page = &page;
    return entry;
}

QString StageEntries::title(const QUrl &stage, int ordinal) const
{
    const auto saved = m_services.savedStages.find(stage);
    QString title = stage.isEmpty()                   ? Tr::tr("New session")
                    : saved && !saved->name.isEmpty() ? saved->name
                    : !saved && isLocal(stage)        ? Tr::tr("Local stage")
                                                      : Words::stageTitle(stage);
    if (ordinal == 1)
        return title;
    return Tr::tr("%1 (%2)", "%1 is a stage's title, %2 counts its sessions").arg(title).arg(ordinal);
}

bool StageEntries::isLocal(const QUrl &stage) const
{
    return !stage.isEmpty() && stage == Redaction::withoutSecrets(m_services.localStage.address());
}

} // namespace Greenroom
