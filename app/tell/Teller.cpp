// SPDX-License-Identifier: MIT
#include "tell/Teller.h"

#include "common/Redaction.h"
#include "tell/TellerSource.h"
#include "transcript/HighlightWords.h"
#include "transcript/LineText.h"
#include "transcript/TranscriptModel.h"

#include <QSettings>

namespace Greenroom {

namespace {

/// More than any server shows of a line.
constexpr int longestLine = 300;

QString showsTextKey()
{
    return QStringLiteral("notifications/showText");
}

/// `text` as one line without secrets, that no server can take for anything but text.
QString harmless(const QString &text)
{
    // Cut with room, so that what is looked through stays short and no secret is cut through within what
    // stays.
    QString line = Redaction::withoutSecretsIn(text.left(qsizetype{20} * longestLine)).simplified();
    for (QChar &character : line) {
        if (!character.isPrint() && !character.isSurrogate() && character.category() != QChar::Other_Format)
            character = QLatin1Char(' ');
    }
    return line.size() > longestLine ? line.left(longestLine) + QStringLiteral("…") : line;
}

} // namespace

Teller::Teller(Notifier &notifier, Clock &clock, QSettings &settings, const HighlightWords &highlightWords,
               QObject *parent)
    : QObject(parent),
      m_notifier(notifier),
      m_clock(clock),
      m_settings(settings),
      m_highlightWords(highlightWords),
      m_muted(settings)
{
    connect(&notifier, &Notifier::activated, this, &Teller::lead);
    connect(&m_muted, &MutedStages::changed, this, &Teller::noteMuting);
}

bool Teller::showsText() const
{
    return m_settings.value(showsTextKey(), true).toBool();
}

void Teller::setShowsText(bool shows)
{
    m_settings.setValue(showsTextKey(), shows);
}

int Teller::unread() const
{
    int unread = 0;
    for (const Group &group : m_groups)
        unread += most(m_muted.isMuted(group.stage) ? group.important : group.lines);
    return unread;
}

bool Teller::isUrgent() const
{
    return std::any_of(m_groups.begin(), m_groups.end(),
                       [](const Group &group) { return most(group.important) > 0; });
}

void Teller::add(TellerSource &source)
{
    m_sources.append(&source);
}

void Teller::remove(TellerSource &source)
{
    m_sources.removeAll(&source);
    const QStringList keys = m_groups.keys();
    for (const QString &key : keys) {
        Group &group = m_groups[key];
        group.lines.remove(&source);
        group.important.remove(&source);
        // What leads nowhere any more is taken away.
        if (group.latest == &source)
            forget(key);
    }
    Q_EMIT unreadChanged();
}

void Teller::noteLines(TellerSource &source, int first, int last)
{
    const bool isNew = last + 1 == source.transcript().rowCount();
    const QString key = keyOf(source);
    if (!isNew || isLookedAt(key))
        return;
    bool isNews = false;
    for (int row = first; row <= last; ++row)
        isNews = noteLine(source, row) || isNews;
    if (!isNews)
        return;
    tellSoon(key);
    Q_EMIT unreadChanged();
}

void Teller::noteEnd(TellerSource &source, const QString &reason)
{
    const QString key = keyOf(source);
    if (isLookedAt(key))
        return;
    groupOf(source).end = harmless(reason);
    tellSoon(key);
}

void Teller::noteRead(TellerSource &source)
{
    forget(keyOf(source));
}

QString Teller::keyOf(const TellerSource &source)
{
    return Redaction::withoutSecrets(source.stage()).toString();
}

int Teller::most(const QHash<TellerSource *, int> &counts)
{
    int most = 0;
    for (const int count : counts)
        most = std::max(most, count);
    return most;
}

bool Teller::isLookedAt(const QString &key) const
{
    return std::any_of(m_sources.begin(), m_sources.end(), [&key](const TellerSource *source) {
        return source->isLookedAt() && keyOf(*source) == key;
    });
}

Teller::Group &Teller::groupOf(TellerSource &source)
{
    Group &group = m_groups[keyOf(source)];
    group.stage = Redaction::withoutSecrets(source.stage());
    group.title = source.title();
    group.latest = &source;
    return group;
}

bool Teller::noteLine(TellerSource &source, int row)
{
    const TranscriptModel &transcript = source.transcript();
    if (!transcript.isFromOthers(row))
        return false;
    const QString writer = LineText::writer(transcript, row);
    const Message line = transcript.message(row);
    const bool isImportant = line.kind == Message::Kind::Direct || m_highlightWords.areIn(line.text);
    Group &group = groupOf(source);
    ++group.lines[&source];
    group.important[&source] += isImportant ? 1 : 0;
    group.lastLine = tr("%1: %2", "%1 is a name, %2 what was written").arg(writer, harmless(line.text));
    return true;
}

void Teller::tellSoon(const QString &key)
{
    if (!m_toTell.contains(key))
        m_toTell.append(key);
    if (!m_alarm)
        tellNext();
}

void Teller::tellNext()
{
    m_alarm.reset();
    if (m_toTell.isEmpty())
        return;
    tell(m_toTell.takeFirst());
    m_alarm = m_clock.ringAfter(pause, [this] { tellNext(); });
}

void Teller::tell(const QString &key)
{
    const auto group = m_groups.constFind(key);
    if (group != m_groups.constEnd() && !m_muted.isMuted(group->stage))
        m_notifier.show(key, notificationOf(*group));
}

Notification Teller::notificationOf(const Group &group) const
{
    const int lines = most(group.lines);
    Notification notification;
    notification.summary = lines > 0 ? tr("%n message(s) in %1", "%1 names a stage", lines).arg(group.title)
                                     : tr("Disconnected from %1", "%1 names a stage").arg(group.title);
    if (!group.end.isEmpty())
        notification.body = group.end;
    else if (showsText())
        notification.body = group.lastLine;
    if (most(group.important) > 0)
        notification.urgency = Notification::Urgency::Urgent;
    return notification;
}

void Teller::forget(const QString &key)
{
    m_toTell.removeAll(key);
    if (!m_groups.remove(key))
        return;
    m_notifier.withdraw(key);
    Q_EMIT unreadChanged();
}

void Teller::noteMuting(const QUrl &stage)
{
    if (m_muted.isMuted(stage))
        m_notifier.withdraw(Redaction::withoutSecrets(stage).toString());
    Q_EMIT unreadChanged();
}

void Teller::lead(const QString &key)
{
    const auto group = m_groups.constFind(key);
    if (group != m_groups.constEnd() && group->latest != nullptr)
        group->latest->comeForward();
}

} // namespace Greenroom
