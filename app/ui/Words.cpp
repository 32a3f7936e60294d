// SPDX-License-Identifier: MIT
#include "ui/Words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace Greenroom::Words {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString state(ChatSession::State state, std::optional<std::chrono::seconds> retryIn)
{
    switch (state) {
    case ChatSession::State::Disconnected:
        return Tr::tr("Disconnected");
    case ChatSession::State::Connecting:
        return Tr::tr("Connecting…");
    case ChatSession::State::Connected:
        return Tr::tr("Connected");
    case ChatSession::State::WaitingToRetry:
        return retryIn ? Tr::tr("Waiting to retry in %1 s").arg(retryIn->count())
                       : Tr::tr("Waiting to retry");
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
    case ChatSession::State::WaitingToRetry:
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

QString validity(std::optional<std::chrono::seconds> remaining)
{
    constexpr std::chrono::hours longest{48};
    if (!remaining)
        return Tr::tr("no known end: the token does not tell it");
    if (remaining->count() <= 0)
        return Tr::tr("no longer: it has ended");
    if (*remaining < longest)
        return duration(*remaining);
    constexpr int most = 99999;
    const auto days = std::chrono::duration_cast<std::chrono::hours>(*remaining).count() / 24;
    return Tr::tr("%n day(s)", nullptr, static_cast<int>(std::min<qint64>(days, most)));
}

QString shortTime(WallTime at, WallTime now)
{
    const auto local = [](WallTime time) {
        return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
    };
    constexpr int daysOfAWeek = 7;
    const QDateTime then = local(at);
    const qint64 days = then.date().daysTo(local(now).date());
    // A clock that is a little ahead of ours has said it now too.
    if (std::chrono::abs(now - at) < std::chrono::minutes(1))
        return Tr::tr("now", "when something was said");
    if (days == 0)
        return QLocale().toString(then.time(), QLocale::ShortFormat);
    if (days > 0 && days < daysOfAWeek)
        return QLocale().standaloneDayName(then.date().dayOfWeek(), QLocale::ShortFormat);
    return QLocale().toString(then.date(), QLocale::ShortFormat);
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
