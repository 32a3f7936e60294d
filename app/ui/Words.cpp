// SPDX-License-Identifier: MIT
#include "ui/Words.h"

#include "session/PersonName.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace Greenroom::Words {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Words)
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

QString state(ChatSession::State state)
{
    switch (state) {
    case ChatSession::State::Disconnected:
        return Tr::tr("Disconnected");
    case ChatSession::State::Connecting:
        return Tr::tr("Connecting…");
    case ChatSession::State::Connected:
        return Tr::tr("Connected");
    case ChatSession::State::Closing:
        return Tr::tr("Disconnecting…");
    case ChatSession::State::Failed:
        break;
    }
    return Tr::tr("Connection error");
}

QString stateIcon(ChatSession::State state)
{
    switch (state) {
    case ChatSession::State::Disconnected:
        return QStringLiteral("state-off");
    case ChatSession::State::Connecting:
    case ChatSession::State::Closing:
        return QStringLiteral("state-busy");
    case ChatSession::State::Connected:
        return QStringLiteral("state");
    case ChatSession::State::Failed:
        break;
    }
    return QStringLiteral("state-failed");
}

QString duration(std::chrono::seconds duration)
{
    const std::chrono::hh_mm_ss parts(duration);
    const auto twoDigits = [](auto part) {
        return QStringLiteral("%1").arg(part.count(), 2, 10, QLatin1Char('0'));
    };
    const QString minutesAndSeconds =
        QStringLiteral("%1:%2").arg(twoDigits(parts.minutes()), twoDigits(parts.seconds()));
    return QStringLiteral("%1:%2").arg(parts.hours().count()).arg(minutesAndSeconds);
}

QString line(const Message &message)
{
    if (message.kind == Message::Kind::Joined)
        return Tr::tr("%1 joined the chat").arg(PersonName::fromId(message.personId));
    if (message.kind == Message::Kind::Left)
        return Tr::tr("%1 left the chat").arg(PersonName::fromId(message.personId));
    return message.text;
}

QString copiedLine(const TranscriptModel &transcript, int row)
{
    const Message &message = transcript.message(row);
    const QString time = timeOfDay(message.at);
    if (isNotice(message.kind))
        return Tr::tr("[%1] %2", "%1 is a time of day, %2 a notice").arg(time, line(message));
    return Tr::tr("[%1] %2: %3", "%1 is a time of day, %2 a name, %3 what was written")
        .arg(time, writer(transcript, row), line(message));
}

QString details(const Message &message)
{
    const QString date = QLocale().toString(localTime(message.at), QLocale::LongFormat);
    return message.personId.isEmpty() ? date : message.personId + QLatin1Char('\n') + date;
}

QString timeOfDay(WallTime at)
{
    return QLocale().toString(localTime(at).time(), QLocale::ShortFormat);
}

QString stageTitle(const QUrl &address)
{
    const QString port = address.port() < 0 ? QString() : QStringLiteral(":%1").arg(address.port());
    QString path = address.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    return address.host() + port + path;
}

} // namespace Greenroom::Words
