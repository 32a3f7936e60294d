// SPDX-License-Identifier: MIT
#include "archive/ArchiveSearch.h"

#include <QTimerEvent>
#include <algorithm>

namespace Greenroom {

ArchiveSearch::ArchiveSearch(Archive &archive, QObject *parent) : QObject(parent), m_archive(archive)
{
    // What one reads from may be gone.
    connect(&archive, &Archive::troubleChanged, this, &ArchiveSearch::restart);
}

void ArchiveSearch::setWanted(const QString &wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    restart();
}

void ArchiveSearch::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_turns.timerId())
        searchAPiece();
}

void ArchiveSearch::restart()
{
    m_hits.clear();
    m_sources.clear();
    m_turns.stop();
    const QList<ConversationSummary> all =
        m_wanted.isEmpty() ? QList<ConversationSummary>() : m_archive.summaries();
    for (const ConversationSummary &summary : all) {
        if (auto finder = m_archive.find(summary.key, m_wanted))
            m_sources.push_back({summary.key, std::move(finder), {}});
    }
    if (!m_sources.empty())
        m_turns.start(0, this);
    Q_EMIT changed();
}

void ArchiveSearch::searchAPiece()
{
    // The newest of all is known when each conversation has shown its newest.
    if (Source *source = emptySource()) {
        const QList<NumberedLine> found = source->finder->next();
        source->found.assign(found.cbegin(), found.cend());
        if (emptySource() != nullptr)
            return;
    }
    Source *newest = newestSource();
    while (newest != nullptr && m_hits.size() < mostHits && emptySource() == nullptr) {
        m_hits.append({newest->key, std::move(newest->found.front())});
        newest->found.pop_front();
        newest = newestSource();
    }
    if (newest == nullptr && emptySource() == nullptr)
        m_turns.stop();
    if (m_hits.size() == mostHits)
        m_turns.stop();
    Q_EMIT changed();
}

/// One of which it is not known what it has next.
ArchiveSearch::Source *ArchiveSearch::emptySource()
{
    const auto found = std::find_if(m_sources.begin(), m_sources.end(), [](const Source &source) {
        return source.found.empty() && !source.finder->isAtEnd();
    });
    return found == m_sources.end() ? nullptr : &*found;
}

ArchiveSearch::Source *ArchiveSearch::newestSource()
{
    Source *newest = nullptr;
    for (Source &source : m_sources) {
        const bool isNewer =
            !source.found.empty()
            && (newest == nullptr || source.found.front().line.at > newest->found.front().line.at);
        if (isNewer)
            newest = &source;
    }
    return newest;
}

} // namespace Greenroom
