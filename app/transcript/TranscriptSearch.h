// SPDX-License-Identifier: MIT
#pragma once

#include "archive/LineFinder.h"
#include "transcript/TextSpan.h"

#include <QBasicTimer>
#include <QObject>
#include <deque>
#include <optional>

namespace Greenroom {

class TranscriptModel;

/// Looks for a text in a transcript, in capitals or not, the newest line first. Long transcripts are searched
/// a piece at a turn of the event loop; what comes while one searches is searched too.
class TranscriptSearch : public QObject
{
    Q_OBJECT

public:
    /// A place where the text was found.
    struct Hit
    {
        int row = 0;
        TextSpan span;

        bool operator==(const Hit &other) const = default;
    };

    /// Borrows `transcript`.
    explicit TranscriptSearch(const TranscriptModel &transcript, QObject *parent = nullptr);

    /// Where `wanted` stands in `text`, in order; nowhere if it is empty.
    static QList<TextSpan> spansIn(const QString &text, const QString &wanted);

    QString wanted() const;
    int count() const;
    /// Not all lines were searched yet.
    bool isSearching() const;
    std::optional<Hit> current() const;
    /// The current hit counted from the newest, which is 1; 0 if there is none.
    int currentNumber() const;

    void setWanted(const QString &wanted);
    /// Goes to the hit above the current one, from the oldest to the newest.
    void goToNext();
    /// Goes to the hit below the current one, from the newest to the oldest.
    void goToPrevious();

Q_SIGNALS:
    /// There are more or fewer hits.
    void hitsChanged();
    void currentChanged();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void restart();
    void searchAPiece();
    void searchRowsInMemory();
    void searchRowsOnDisk();
    void take(int row, const Message &line);
    void setCurrent(int index);
    void noteInserted(const QModelIndex &parent, int first, int last);

    const TranscriptModel &m_transcript;
    QString m_wanted;
    /// The newest first.
    std::deque<Hit> m_hits;
    int m_current = -1;
    /// The rows before this one are still to be searched.
    int m_toSearch = 0;
    /// For those of them that are on the disk.
    std::unique_ptr<LineFinder> m_finder;
    QBasicTimer m_turns;
};

} // namespace Greenroom
