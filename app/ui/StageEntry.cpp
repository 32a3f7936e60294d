// SPDX-License-Identifier: MIT
#include "ui/StageEntry.h"

#include "ui/Words.h"

#include <QCoreApplication>
#include <QTextDocument>

namespace Greenroom {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(StageEntry)
};

QString groupPrefix()
{
    return QStringLiteral("group/");
}

} // namespace

QVariant StageEntry::data(int role, WallTime now) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return title;
    case Qt::ToolTipRole:
        return stage.isEmpty() ? QString() : Qt::convertFromPlainText(stage.toString());
    case Qt::AccessibleTextRole:
        return sentence(now);
    case WordsRole:
        return words();
    case StateRole:
        return static_cast<int>(state);
    case UnreadRole:
        return unread;
    case LastLineRole:
        return lastLine;
    case TimeRole:
        return lastLine.isEmpty() ? QString() : Words::shortTime(lastAt, now);
    case SessionRole:
        return page != nullptr;
    default:
        return {};
    }
}

QString StageEntry::words() const
{
    if (person.isEmpty())
        return Words::state(state, retryIn);
    return Tr::tr("%1 as %2", "%1 is the session's state, %2 our own name in it")
        .arg(Words::state(state, retryIn), person);
}

QString StageEntry::sentence(WallTime now) const
{
    QString spoken =
        unread > 0 ? Tr::tr("%1 · %n unread", "%1 is the session's state", unread).arg(words()) : words();
    if (!lastLine.isEmpty())
        spoken = Tr::tr("%1. Last message, %2: %3", "%1 is the state, %2 a time, %3 a name and a text")
                     .arg(spoken, Words::shortTime(lastAt, now), lastLine);
    return Tr::tr("%1: %2", "%1 is a stage's title, %2 its state").arg(title, spoken);
}

QString StageSection::ofGroup(const QString &group)
{
    return group.isEmpty() ? QString() : groupPrefix() + group;
}

QString StageSection::local()
{
    return QStringLiteral("local");
}

QString StageSection::group(const QString &section)
{
    return section.startsWith(groupPrefix()) ? section.mid(groupPrefix().size()) : QString();
}

} // namespace Greenroom
