// SPDX-License-Identifier: MIT
#include "ui/Words.h"

#include <QCoreApplication>

namespace Greenroom::Words {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

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

QString stageTitle(const QUrl &address)
{
    const QString port = address.port() < 0 ? QString() : QStringLiteral(":%1").arg(address.port());
    QString path = address.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    return address.host() + port + path;
}

} // namespace Greenroom::Words
