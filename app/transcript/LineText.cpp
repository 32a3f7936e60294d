// SPDX-License-Identifier: MIT
#include "transcript/LineText.h"

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

QDateTime localTime(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
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

bool isNotice(Message::Kind kind)
{
    return kind != Message::Kind::Chat && kind != Message::Kind::Direct && kind != Message::Kind::Backend;
}

} // namespace

QString shown(const Message &message)
{
    if (message.kind == Message::Kind::Joined)
        return Tr::tr("%1 joined the chat").arg(PersonName::fromId(message.personId));
    if (message.kind == Message::Kind::Left)
        return Tr::tr("%1 left the chat").arg(PersonName::fromId(message.personId));
    return message.text;
}

QString withTimeAndName(const TranscriptModel &transcript, int row)
{
    const Message &message = transcript.message(row);
    const QString time = timeOfDay(message.at);
    if (isNotice(message.kind))
        return Tr::tr("[%1] %2", "%1 is a time of day, %2 a notice").arg(time, shown(message));
    return Tr::tr("[%1] %2: %3", "%1 is a time of day, %2 a name, %3 what was written")
        .arg(time, writer(transcript, row), shown(message));
}

QString spoken(const TranscriptModel &transcript, int row)
{
    const Message &message = transcript.message(row);
    const QString line = withTimeAndName(transcript, row);
    if (message.delivery == Delivery::None || message.delivery == Delivery::Delivered)
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
    const QString date = QLocale().toString(localTime(message.at), QLocale::LongFormat);
    QStringList lines{message.personId, date, delivery(message)};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString timeOfDay(WallTime at)
{
    return QLocale().toString(localTime(at).time(), QLocale::ShortFormat);
}

} // namespace Greenroom::LineText
