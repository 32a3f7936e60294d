// SPDX-License-Identifier: MIT
#include "stages/StageSummaries.h"

#include "common/Redaction.h"

namespace Greenroom {

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
