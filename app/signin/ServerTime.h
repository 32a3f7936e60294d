// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QByteArray>
#include <optional>

namespace Greenroom {

/// What the time is where tokens are made and judged, as far as it is known: this computer's clock may be
/// wrong.
///
/// A server tells its time in the `Date` header of an answer, and a token in its `iat` when it was made,
/// which cannot be in the future. From then on time goes on as it does here: at least as fast as the steady
/// clock, which is not set by anybody, and as far as the wall clock, which counts sleep too.
class ServerTime
{
public:
    /// Borrows `clock`. Until it learns better, the time is that of this computer.
    explicit ServerTime(Clock &clock);

    WallTime now() const;
    /// It is `server` now. That the answer was some time under way makes the estimate a little early.
    void learn(WallTime server);
    /// It is no earlier than `server` now.
    void learnAtLeast(WallTime server);

    /// The moment in an HTTP `Date` header; nothing if it has another form.
    /// https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7
    static std::optional<WallTime> fromHttpDate(const QByteArray &date);

private:
    Clock &m_clock;
    /// What was learnt last, and what the clocks said here then.
    struct Lesson
    {
        WallTime server;
        WallTime wall;
        std::chrono::milliseconds steady;
    };
    std::optional<Lesson> m_lesson;
};

} // namespace Greenroom
