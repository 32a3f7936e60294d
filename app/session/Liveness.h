// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <functional>

namespace Greenroom {

/// Finds out that the other side of an open connection is no longer there, which TCP tells late or never:
/// what is asked by a ping has to be answered by its deadline. Asks by itself after everything that is sent.
///
/// A pong stands behind all that the other side had to say before it. So each sign of life puts a deadline
/// off, to twice what was allowed at most: whoever talks on and never answers does not hear us.
class Liveness : public QObject
{
    Q_OBJECT

public:
    /// From what is sent to the answer to the ping that follows it.
    static constexpr std::chrono::seconds patience{10};
    /// Between two pings that follow what is sent, so that a flood of lines is no flood of pings.
    static constexpr std::chrono::seconds pause{1};

    /// Borrows `clock`.
    explicit Liveness(Clock &clock, QObject *parent = nullptr);

    void stop();
    /// A ping with this payload leaves now; it, or a later one, has to be answered within `limit`.
    void expect(const QByteArray &payload, std::chrono::milliseconds limit = patience);
    /// Something other than a ping leaves now.
    void noteSent();
    /// Asks now, and does not wait longer than `limit` for the answer.
    void check(std::chrono::milliseconds limit);
    void takePong(const QByteArray &payload);
    /// The other side has said something.
    void noteHeard();
    /// While `isBehind` returns true no deadline is over, for the answer may have come and not been read.
    void setBacklogCheck(std::function<bool()> isBehind);

Q_SIGNALS:
    /// Send a ping with this payload; it is expected already.
    void pingWanted(const QByteArray &payload);
    /// No answer came for so long. Nothing follows until something is asked again.
    void died(std::chrono::seconds silence);

private:
    struct Question
    {
        QByteArray payload;
        std::chrono::milliseconds limit;
        /// In steady time.
        std::chrono::milliseconds deadline;
    };

    void ask(std::chrono::milliseconds limit, std::chrono::milliseconds deadline);
    std::chrono::milliseconds dueAt(const Question &question) const;
    void watch();
    void review();

    Clock &m_clock;
    QList<Question> m_questions;
    std::unique_ptr<Alarm> m_alarm;
    std::unique_ptr<Alarm> m_later;
    std::function<bool()> m_isBehind;
    std::chrono::milliseconds m_lastAsked{0};
    std::chrono::milliseconds m_lastHeard{0};
    bool m_hasAsked = false;
    quint64 m_count = 0;
};

} // namespace Greenroom
