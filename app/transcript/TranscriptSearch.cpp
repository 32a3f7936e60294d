// SPDX-License-Identifier: MIT
#include "transcript/TranscriptSearch.h"

#include "transcript/LineText.h"
#include "transcript/TranscriptModel.h"

#include <QTimerEvent>

namespace Greenroom {

namespace {

/// In UTF-16 units: some milliseconds of searching.
constexpr qsizetype pieceLength = 200'000;
/// What a line costs beside its text.
constexpr qsizetype lineCost = 20;

} // namespace

TranscriptSearch::TranscriptSearch(const TranscriptModel &transcript, QObject *parent)
    : QObject(parent), m_transcript(transcript)
{
    connect(&transcript, &QAbstractItemModel::rowsInserted, this, &TranscriptSearch::noteInserted);
    connect(&transcript, &QAbstractItemModel::rowsRemoved, this, &TranscriptSearch::restart);
    connect(&transcript, &QAbstractItemModel::modelReset, this, &TranscriptSearch::restart);
}

QList<TextSpan> TranscriptSearch::spansIn(const QString &text, const QString &wanted)
{
    QList<TextSpan> spans;
    if (wanted.isEmpty())
        return spans;
    qsizetype at = text.indexOf(wanted, 0, Qt::CaseInsensitive);
    while (at >= 0) {
        spans.append({static_cast<int>(at), static_cast<int>(wanted.size())});
        at = text.indexOf(wanted, at + wanted.size(), Qt::CaseInsensitive);
    }
    return spans;
}

QString TranscriptSearch::wanted() const
{
    return m_wanted;
}

int TranscriptSearch::count() const
{
    return static_cast<int>(m_hits.size());
}

bool TranscriptSearch::isSearching() const
{
    return m_toSearch > 0;
}

std::optional<TranscriptSearch::Hit> TranscriptSearch::current() const
{
    if (m_current < 0)
        return {};
    return m_hits.at(static_cast<std::size_t>(m_current));
}

int TranscriptSearch::currentNumber() const
{
    return m_current + 1;
}

void TranscriptSearch::setWanted(const QString &wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    restart();
}

void TranscriptSearch::goToNext()
{
    if (count() > 0)
        setCurrent((m_current + 1) % count());
}

void TranscriptSearch::goToPrevious()
{
    if (count() > 0)
        setCurrent((m_current + count() - 1) % count());
}

void TranscriptSearch::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_turns.timerId())
        searchAPiece();
}

void TranscriptSearch::restart()
{
    m_hits.clear();
    m_current = -1;
    m_finder.reset();
    m_toSearch = m_wanted.isEmpty() ? 0 : m_transcript.rowCount();
    // The first piece at once: what is in sight is marked as one types.
    searchAPiece();
    Q_EMIT currentChanged();
}

void TranscriptSearch::searchAPiece()
{
    if (m_toSearch > m_transcript.rowsOnDisk())
        searchRowsInMemory();
    else if (m_toSearch > 0)
        searchRowsOnDisk();
    if (m_toSearch > 0)
        m_turns.start(0, this);
    else
        m_turns.stop();
    const bool isFirst = m_current < 0 && count() > 0;
    if (isFirst)
        setCurrent(0);
    Q_EMIT hitsChanged();
}

void TranscriptSearch::searchRowsInMemory()
{
    for (qsizetype left = pieceLength; m_toSearch > m_transcript.rowsOnDisk() && left > 0;) {
        const Message &line = m_transcript.message(--m_toSearch);
        take(m_toSearch, line);
        left -= line.text.size() + lineCost;
    }
}

void TranscriptSearch::searchRowsOnDisk()
{
    if (!m_finder)
        m_finder = m_transcript.findOnDisk(m_wanted, m_toSearch);
    const QList<NumberedLine> found = m_finder ? m_finder->next() : QList<NumberedLine>();
    for (const NumberedLine &line : found)
        take(m_transcript.rowFrom(line.number), line.line);
    m_toSearch = m_finder ? m_transcript.rowFrom(m_finder->before()) : 0;
}

void TranscriptSearch::take(int row, const Message &line)
{
    const QList<TextSpan> spans = spansIn(LineText::shown(line), m_wanted);
    for (qsizetype index = spans.size() - 1; index >= 0; --index)
        m_hits.push_back({row, spans.at(index)});
}

void TranscriptSearch::setCurrent(int index)
{
    m_current = index;
    Q_EMIT currentChanged();
}

void TranscriptSearch::noteInserted(const QModelIndex & /*parent*/, int first, int last)
{
    if (m_wanted.isEmpty())
        return;
    const int added = last - first + 1;
    if (last + 1 < m_transcript.rowCount()) {
        // Older ones, which are searched after all others.
        for (Hit &hit : m_hits)
            hit.row += added;
        m_toSearch += added;
        m_turns.start(0, this);
        return;
    }
    const int before = count();
    for (int row = first; row <= last; ++row) {
        const QList<TextSpan> spans = spansIn(LineText::shown(m_transcript.message(row)), m_wanted);
        for (const TextSpan span : spans)
            m_hits.push_front({row, span});
    }
    if (count() == before)
        return;
    if (m_current >= 0)
        m_current += count() - before;
    Q_EMIT hitsChanged();
}

} // namespace Greenroom
