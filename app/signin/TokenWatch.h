// SPDX-License-Identifier: MIT
#pragma once

#include "common/JsonWebToken.h"
#include "signin/ServerTime.h"

#include <QObject>

namespace Greenroom {

/// Watches a token's end come: says twice that it is near, and once that it is there. Long tokens are warned
/// of five minutes and one minute before their end, short ones after three quarters and nine tenths of their
/// life.
class TokenWatch : public QObject
{
    Q_OBJECT

public:
    enum class Nearness { Far, Near, VeryNear, Over };
    Q_ENUM(Nearness)

    static constexpr std::chrono::seconds firstWarning{5 * 60};
    static constexpr std::chrono::seconds lastWarning{60};

    /// Borrows `clock`.
    explicit TokenWatch(Clock &clock, QObject *parent = nullptr);

    /// How far off the end is now; Far where there is none.
    Nearness nearness() const;
    /// Until the end, rounded up to whole seconds, zero after it; nothing where there is none.
    std::optional<std::chrono::seconds> remaining() const;
    /// Whether `token`'s end is over, by what is known of the time.
    bool hasEnded(const JsonWebToken &token) const;
    /// Whether `token` is for a later time only, by more than clocks differ.
    bool isTooEarly(const JsonWebToken &token) const;

    /// Learns the time from a token that has just been made, and from what the server's clock said.
    void learn(const JsonWebToken &made, std::optional<WallTime> serverTime);
    /// Watches `token` from now on; what it has come to already is told in the next turn of the event loop.
    void watch(const JsonWebToken &token);
    void stop();

Q_SIGNALS:
    /// It is Near, VeryNear or Over; each is told once, and not if a later one is true already.
    void came(Greenroom::TokenWatch::Nearness nearness);

private:
    void look();
    void schedule();

    Clock &m_clock;
    ServerTime m_serverTime;
    std::unique_ptr<Alarm> m_alarm;
    std::optional<WallTime> m_end;
    std::chrono::milliseconds m_first{0};
    std::chrono::milliseconds m_last{0};
    Nearness m_told = Nearness::Far;
};

} // namespace Greenroom
