// SPDX-License-Identifier: MIT
#include "stages/StageSummaries.h"

#include "archive/Archive.h"
#include "archive/ConversationKey.h"
#include "common/Redaction.h"
#include "transcript/LineText.h"

namespace Greenroom {

void StageSummaries::setAll(const Archive &archive)
{
    const QList<ConversationSummary> kept = archive.summaries();
    for (const ConversationSummary &conversation : kept) {
        // The local stage has another address each time.
        if (conversation.key != ConversationKey::ofLocalStage())
            set(QUrl(conversation.key),
                {LineText::inBrief(conversation), conversation.lastAt, conversation.unread});
    }
}

StageSummary StageSummaries::of(const QUrl &stage) const
{
    return m_summaries.value(Redaction::withoutSecrets(stage));
}

void StageSummaries::set(const QUrl &stage, const StageSummary &summary)
{
    const QUrl clean = Redaction::withoutSecrets(stage);
    m_summaries.insert(clean, summary);
    Q_EMIT changed(clean);
}

void StageSummaries::markRead(const QUrl &stage)
{
    StageSummary summary = of(stage);
    if (std::exchange(summary.unread, 0) != 0)
        set(stage, summary);
}

void StageSummaries::forget(const QUrl &stage)
{
    const QUrl clean = Redaction::withoutSecrets(stage);
    if (m_summaries.remove(clean))
        Q_EMIT changed(clean);
}

} // namespace Greenroom
