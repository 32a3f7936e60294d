// SPDX-License-Identifier: MIT
#include "session/Liveness.h"

#include <algorithm>

namespace Greenroom {

using std::chrono::milliseconds;

Liveness::Liveness(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

void Liveness::stop()
{
    m_questions.clear();
    m_alarm.reset();
    m_later.reset();
    m_hasAsked = false;
}

void Liveness::expect(const QByteArray &payload, milliseconds limit)
{
    m_questions.append({payload, limit, m_clock.steadyTime() + limit});
    watch();
}

void Liveness::noteSent()
{
    if (m_later)
        return;
    const auto now = m_clock.steadyTime();
    const auto deadline = now + patience;
    if (!m_hasAsked || now - m_lastAsked >= pause)
        ask(patience, deadline);
    else
        m_later = m_clock.ringAfter(m_lastAsked + pause - now, [this, deadline] {
            m_later.reset();
            ask(patience, deadline);
        });
}

void Liveness::check(milliseconds limit)
{
    ask(limit, m_clock.steadyTime() + limit);
}

void Liveness::takePong(const QByteArray &payload)
{
    const auto answered =
        std::find_if(m_questions.cbegin(), m_questions.cend(),
                     [&payload](const Question &question) { return question.payload == payload; });
    if (answered == m_questions.cend())
        return;
    // Pings arrive in order, so whoever answers this one has had the ones before it.
    m_questions.erase(m_questions.cbegin(), answered + 1);
    watch();
}

void Liveness::noteHeard()
{
    m_lastHeard = m_clock.steadyTime();
}

void Liveness::setBacklogCheck(std::function<bool()> isBehind)
{
    m_isBehind = std::move(isBehind);
}

void Liveness::ask(milliseconds limit, milliseconds deadline)
{
    const QByteArray payload = QByteArrayLiteral("alive-") + QByteArray::number(++m_count);
    m_lastAsked = m_clock.steadyTime();
    m_hasAsked = true;
    m_questions.append({payload, limit, deadline});
    watch();
    // Last, since the answer may come at once.
    Q_EMIT pingWanted(payload);
}

void Liveness::watch()
{
    m_alarm.reset();
    if (m_questions.isEmpty())
        return;
    const auto first = std::min_element(
        m_questions.cbegin(), m_questions.cend(),
        [this](const Question &one, const Question &other) { return dueAt(one) < dueAt(other); });
    m_alarm = m_clock.ringAfter(dueAt(*first) - m_clock.steadyTime(), [this] { review(); });
}

milliseconds Liveness::dueAt(const Question &question) const
{
    return std::clamp(m_lastHeard + question.limit, question.deadline, question.deadline + question.limit);
}

void Liveness::review()
{
    const auto late =
        std::find_if(m_questions.cbegin(), m_questions.cend(),
                     [this](const Question &question) { return dueAt(question) <= m_clock.steadyTime(); });
    if (late == m_questions.cend()) {
        watch();
        return;
    }
    if (m_isBehind && m_isBehind()) {
        m_alarm = m_clock.ringAfter(pause, [this] { review(); });
        return;
    }
    const auto silence = std::chrono::ceil<std::chrono::seconds>(late->limit);
    stop();
    // Last: the owner may delete this object in its answer.
    Q_EMIT died(silence);
}

} // namespace Greenroom
