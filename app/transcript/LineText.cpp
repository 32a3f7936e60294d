// SPDX-License-Identifier: MIT
#include "transcript/LineText.h"

#include "archive/ConversationSummary.h"
#include "session/PersonName.h"
#include "transcript/TranscriptModel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace Greenroom::LineText {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(LineText)
};

Qt::TimeSpec &shownZone()
{
    static Qt::TimeSpec zone = Qt::LocalTime;
    return zone;
}

QDateTime shownTime(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), shownZone());
}

QString whoWhenWhat(const TranscriptModel &transcript, int row)
{
    const Message &message = transcript.message(row);
    const QString time = LineText::timeOfDay(message.at);
    const QString text = LineText::shown(message);
    if (!isWritten(message.kind))
        return Tr::tr("%1: %2", "%1 is a time of day, %2 a notice").arg(time, text);
    if (message.kind == Message::Kind::Direct)
        return Tr::tr("%1, direct message, %2: %3", "%1 is a name, %2 a time of day, %3 what was written")
            .arg(writer(transcript, row), time, text);
    return Tr::tr("%1, %2: %3", "%1 is a name, %2 a time of day, %3 what was written")
        .arg(writer(transcript, row), time, text);
}

} // namespace

void setZone(Qt::TimeSpec zone)
{
    shownZone() = zone;
}

QString shown(const Message &message)
{
    if (message.kind == Message::Kind::Joined)
        return Tr::tr("%1 joined the chat").arg(PersonName::fromId(message.personId));
    if (message.kind == Message::Kind::Left)
        return Tr::tr("%1 left the chat").arg(PersonName::fromId(message.personId));
    return message.text;
}

QString writer(const TranscriptModel &transcript, int row)
{
    if (transcript.isOwn(row))
        return Tr::tr("You");
    const Message &message = transcript.message(row);
    if (message.kind == Message::Kind::Backend)
        return Tr::tr("Backend");
    return message.personId.isEmpty() ? QString() : PersonName::fromId(message.personId);
}

QString withTimeAndName(const TranscriptModel &transcript, int row)
{
    return withTimeAndName(transcript, row, shown(transcript.message(row)));
}

QString withTimeAndName(const TranscriptModel &transcript, int row, const QString &text)
{
    const Message &message = transcript.message(row);
    const QString time = timeOfDay(message.at);
    if (!isWritten(message.kind))
        return Tr::tr("[%1] %2", "%1 is a time of day, %2 a notice").arg(time, text);
    return Tr::tr("[%1] %2: %3", "%1 is a time of day, %2 a name, %3 what was written")
        .arg(time, writer(transcript, row), text);
}

QString inBrief(const TranscriptModel &transcript, int row)
{
    // More than that no list has room for, and a line may be as long as a book.
    constexpr qsizetype longest = 300;
    const Message &message = transcript.message(row);
    QString text = shown(message).left(longest).simplified();
    if (!isWritten(message.kind))
        return text;
    return Tr::tr("%1: %2", "%1 is a name, %2 the beginning of what was written")
        .arg(writer(transcript, row), text);
}

QString inBrief(const ConversationSummary &summary)
{
    if (!summary.lastIsOwn && summary.lastPersonId.isEmpty())
        return summary.lastText;
    const QString name = summary.lastIsOwn ? Tr::tr("You") : PersonName::fromId(summary.lastPersonId);
    return Tr::tr("%1: %2", "%1 is a name, %2 the beginning of what was written").arg(name, summary.lastText);
}

QString sentence(const TranscriptModel &transcript, int row)
{
    const Message &message = transcript.message(row);
    const bool isAsItShouldBe = message.delivery == Delivery::None || message.delivery == Delivery::Delivered;
    QString line = whoWhenWhat(transcript, row);
    if (transcript.isHighlighted(row))
        line = Tr::tr("%1 (has a highlight word)", "%1 is a line that somebody wrote").arg(line);
    if (isAsItShouldBe)
        return line;
    return Tr::tr("%1 (%2)", "%1 is a line of ours, %2 how far it has come").arg(line, delivery(message));
}

QString delivery(const Message &message)
{
    switch (message.delivery) {
    case Delivery::None:
        return {};
    case Delivery::Waiting:
        return Tr::tr("Waiting for a connection");
    case Delivery::Sending:
        return Tr::tr("Sending…");
    case Delivery::Sent:
        return Tr::tr("Sent");
    case Delivery::Delivered:
        return Tr::tr("Delivered");
    case Delivery::Failed:
        break;
    }
    return Tr::tr("Not delivered. %1", "%1 is a sentence that says why").arg(message.failure);
}

QString details(const Message &message)
{
    const QString date = QLocale().toString(shownTime(message.at), QLocale::LongFormat);
    QStringList lines{message.personId, date, delivery(message)};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString timeOfDay(WallTime at)
{
    return QLocale().toString(shownTime(at).time(), QLocale::ShortFormat);
}

QDate day(WallTime at)
{
    return shownTime(at).date();
}

QString fullDate(WallTime at)
{
    return QLocale().toString(day(at), QLocale::LongFormat);
}

} // namespace Greenroom::LineText
