// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "tell/MutedStages.h"
#include "tell/Notifier.h"

#include <QHash>
#include <QStringList>

namespace Greenroom {

class HighlightWords;
class TellerSource;

/// Tells the desktop what others wrote while nobody looked: one notification for each stage, which grows
/// while more comes, and a number for the task bar. One for the application.
///
/// For a muted stage nothing pops up, and only direct messages and lines with a highlight word are counted.
class Teller : public QObject
{
    Q_OBJECT

public:
    /// The least time between two notifications, whatever their stages; what comes meanwhile goes into the
    /// next.
    static constexpr std::chrono::milliseconds pause{1000};

    /// Borrows all.
    Teller(Notifier &notifier, Clock &clock, QSettings &settings, const HighlightWords &highlightWords,
           QObject *parent = nullptr);

    MutedStages &mutedStages() { return m_muted; }
    /// Whether notifications show what was written; else only how much and where.
    bool showsText() const;
    void setShowsText(bool shows);
    /// What the task bar shows.
    int unread() const;
    bool isUrgent() const;

    /// From now until remove(), `source` counts among those that may be looked at.
    void add(TellerSource &source);
    void remove(TellerSource &source);
    /// These rows have come to its transcript. Those that came above others are old, and not told.
    void noteLines(TellerSource &source, int first, int last);
    /// Its connection has ended and nobody had asked for that; `reason` is a sentence.
    void noteEnd(TellerSource &source, const QString &reason);
    /// It is being looked at.
    void noteRead(TellerSource &source);

Q_SIGNALS:
    /// unread() or isUrgent() is another.
    void unreadChanged();

private:
    /// What is to be told of one stage.
    struct Group
    {
        QUrl stage;
        QString title;
        TellerSource *latest = nullptr;
        /// Of each session that the stage has here, since each gets every line.
        QHash<TellerSource *, int> lines;
        QHash<TellerSource *, int> important;
        QString lastLine;
        QString end;
    };

    static QString keyOf(const TellerSource &source);
    static int most(const QHash<TellerSource *, int> &counts);
    bool isLookedAt(const QString &key) const;
    Group &groupOf(TellerSource &source);
    bool noteLine(TellerSource &source, int row);
    void tellSoon(const QString &key);
    void tellNext();
    void tell(const QString &key);
    Notification notificationOf(const Group &group) const;
    void forget(const QString &key);
    void noteMuting(const QUrl &stage);
    void lead(const QString &key);

    Notifier &m_notifier;
    Clock &m_clock;
    QSettings &m_settings;
    const HighlightWords &m_highlightWords;
    MutedStages m_muted;
    QList<TellerSource *> m_sources;
    QHash<QString, Group> m_groups;
    QStringList m_toTell;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace Greenroom
