// SPDX-License-Identifier: MIT
#include "signin/ServerTime.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace Greenroom {

ServerTime::ServerTime(Clock &clock) : m_clock(clock) {}

WallTime ServerTime::now() const
{
    if (!m_lesson)
        return m_clock.wallTime();
    const auto byWall = m_clock.wallTime() - m_lesson->wall;
    const auto bySteady = m_clock.steadyTime() - m_lesson->steady;
    return m_lesson->server + std::max(byWall, bySteady);
}

void ServerTime::learn(WallTime server)
{
    m_lesson = {server, m_clock.wallTime(), m_clock.steadyTime()};
}

void ServerTime::learnAtLeast(WallTime server)
{
    if (now() < server)
        learn(server);
}

std::optional<WallTime> ServerTime::fromHttpDate(const QByteArray &date)
{
    const QString text = QString::fromLatin1(date);
    QDateTime moment = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!moment.isValid())
        return std::nullopt;
    moment.setTimeSpec(Qt::UTC);
    return WallTime(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
}

} // namespace Greenroom
