// SPDX-License-Identifier: MIT
#pragma once

#include "archive/Archive.h"

#include <QBasicTimer>
#include <deque>

namespace Greenroom {

/// Looks for a text in all conversations that are kept, in capitals or not, the newest line first; a piece at
/// a turn of the event loop.
class ArchiveSearch : public QObject
{
    Q_OBJECT

public:
    /// More is not shown to anybody.
    static constexpr qsizetype mostHits = 500;

    struct Hit
    {
        /// See ConversationKey.
        QString key;
        NumberedLine line;
    };

    /// Borrows `archive`.
    explicit ArchiveSearch(Archive &archive, QObject *parent = nullptr);

    QString wanted() const { return m_wanted; }
    const QList<Hit> &hits() const { return m_hits; }
    /// Not all lines were searched yet.
    bool isSearching() const { return m_turns.isActive(); }

    /// Forgets what was found and begins anew; finds nothing if `wanted` is empty.
    void setWanted(const QString &wanted);

Q_SIGNALS:
    /// There are more hits, or none any more, or the search has ended.
    void changed();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    /// What was found in one conversation and is not among the hits yet.
    struct Source
    {
        QString key;
        std::unique_ptr<LineFinder> finder;
        std::deque<NumberedLine> found;
    };

    void restart();
    void searchAPiece();
    Source *emptySource();
    Source *newestSource();

    Archive &m_archive;
    QString m_wanted;
    QList<Hit> m_hits;
    std::vector<Source> m_sources;
    QBasicTimer m_turns;
};

} // namespace Greenroom
