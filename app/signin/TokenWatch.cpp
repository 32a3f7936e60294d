// SPDX-License-Identifier: MIT
#include "signin/TokenWatch.h"

#include <algorithm>

namespace Greenroom {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr int partOfFirstWarning = 4;
constexpr int partOfLastWarning = 10;
/// Sleep and a clock that is set are noticed this much later at the most.
constexpr seconds longestWait{30};
/// Clocks differ by this much without anything being wrong.
constexpr seconds earlyBy{60};

/// When the token was made by its own account; nothing if that makes no sense.
std::optional<WallTime> madeAt(const JsonWebToken &token)
{
    const double made = token.claims().value(QLatin1String("iat")).toDouble(-1);
    const auto end = token.expiresAt();
    if (made < 0 || !end || made >= static_cast<double>(end->count()))
        return std::nullopt;
    return WallTime(seconds(static_cast<qint64>(made)));
}

} // namespace

TokenWatch::TokenWatch(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock), m_serverTime(clock)
{
}

TokenWatch::Nearness TokenWatch::nearness() const
{
    if (!m_end)
        return Nearness::Far;
    const auto left = *m_end - m_serverTime.now();
    if (left <= milliseconds::zero())
        return Nearness::Over;
    if (left <= m_last)
        return Nearness::VeryNear;
    return left <= m_first ? Nearness::Near : Nearness::Far;
}

std::optional<seconds> TokenWatch::remaining() const
{
    if (!m_end)
        return std::nullopt;
    return std::max(std::chrono::ceil<seconds>(*m_end - m_serverTime.now()), seconds::zero());
}

bool TokenWatch::hasEnded(const JsonWebToken &token) const
{
    const auto end = token.expiresAt();
    return end && WallTime(*end) <= m_serverTime.now();
}

bool TokenWatch::isTooEarly(const JsonWebToken &token) const
{
    const auto begin = token.notBefore();
    return begin && WallTime(*begin) > m_serverTime.now() + earlyBy;
}

void TokenWatch::learn(const JsonWebToken &made, std::optional<WallTime> serverTime)
{
    // Without the server's word: a token that is new was made just now.
    if (const auto now = serverTime ? serverTime : madeAt(made))
        m_serverTime.learn(*now);
}

void TokenWatch::watch(const JsonWebToken &token)
{
    stop();
    const auto end = token.expiresAt();
    if (!end)
        return;
    const std::optional<WallTime> made = madeAt(token);
    if (made)
        m_serverTime.learnAtLeast(*made);
    m_end = WallTime(*end);
    const milliseconds life = *m_end - made.value_or(m_serverTime.now());
    m_first = std::min<milliseconds>(firstWarning, life / partOfFirstWarning);
    m_last = std::min<milliseconds>(lastWarning, life / partOfLastWarning);
    m_alarm = m_clock.ringAfter(milliseconds::zero(), [this] { look(); });
}

void TokenWatch::stop()
{
    m_alarm.reset();
    m_end.reset();
    m_told = Nearness::Far;
}

void TokenWatch::look()
{
    const Nearness present = nearness();
    const bool isNews = present > m_told;
    m_told = std::max(m_told, present);
    schedule();
    if (isNews)
        Q_EMIT came(present);
}

void TokenWatch::schedule()
{
    m_alarm.reset();
    if (m_told == Nearness::Over)
        return;
    const milliseconds mark = m_told == Nearness::Far    ? m_first
                              : m_told == Nearness::Near ? m_last
                                                         : milliseconds(0);
    const milliseconds wait = *m_end - m_serverTime.now() - mark;
    m_alarm = m_clock.ringAfter(std::min<milliseconds>(std::max(wait, milliseconds(1)), longestWait),
                                [this] { look(); });
}

} // namespace Greenroom
