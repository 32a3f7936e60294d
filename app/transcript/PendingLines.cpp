// SPDX-License-Identifier: MIT
#include "transcript/PendingLines.h"

#include "wire/Dialect.h"

#include <algorithm>

namespace Greenroom {

namespace {

/// Lines that are settled but may still have an echo to come, and echoes that may come twice.
constexpr qsizetype mostRemembered = 1000;

QByteArray payloadOf(quint64 key)
{
    return QByteArrayLiteral("line-") + QByteArray::number(key);
}

/// Stages write UTF-8 and may treat blanks as they like.
QString comparable(const QString &text)
{
    return QString::fromUtf8(text.toUtf8()).simplified();
}

bool matches(const Outgoing &line, const Outgoing &echo)
{
    return line.form == echo.form && line.recipientId == echo.recipientId
           && comparable(line.text) == comparable(echo.text);
}

/// The first of `lines` of which `holds` is true; null if there is none.
template <typename Lines, typename Holds>
auto *firstOf(Lines &lines, Holds holds)
{
    const auto found = std::find_if(lines.begin(), lines.end(), holds);
    return found == lines.end() ? nullptr : &*found;
}

} // namespace

PendingLines::PendingLines(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

void PendingLines::add(quint64 key, const Outgoing &line)
{
    m_lines.append({key, line, m_clock.steadyTime(), Dialect::wantsEcho(line, m_heartbeatText)});
    forgetOldest();
    probe();
    schedule();
}

void PendingLines::forget(quint64 key)
{
    m_lines.removeIf([key](const Line &line) { return line.key == key; });
    schedule();
}

Outgoing PendingLines::line(quint64 key) const
{
    const Line *found = firstOf(m_lines, [key](const Line &line) { return line.key == key; });
    return found == nullptr ? Outgoing() : found->line;
}

std::optional<quint64> PendingLines::takeEcho(const Outgoing &echo)
{
    const Line *line = oldestWith(echo, true);
    if (line == nullptr)
        line = oldestWith(echo, false);
    if (line == nullptr)
        line = changedByStage(echo);
    if (line == nullptr)
        return std::nullopt;
    m_echoed.append(comparable(echo.text));
    if (m_echoed.size() > mostRemembered)
        m_echoed.removeFirst();
    const quint64 key = line->key;
    forget(key);
    noteEchoingStage();
    return key;
}

void PendingLines::takeError(const QString &reason)
{
    if (const Line *line = oldestUnderWay())
        settle(line->key, Delivery::Failed, reason);
    schedule();
}

void PendingLines::takePong(const QByteArray &payload)
{
    if (m_probed == 0 || payload != payloadOf(m_probed))
        return;
    for (Line &line : m_lines)
        line.arrived = line.arrived || line.key <= m_probed;
    m_probed = 0;
    review();
    probe();
}

void PendingLines::noteEchoingStage()
{
    m_echoes = Echoes::Come;
    schedule();
}

void PendingLines::setHeartbeatText(const QString &text)
{
    m_heartbeatText = text;
}

void PendingLines::forgetStage()
{
    m_echoes = Echoes::Unknown;
}

void PendingLines::connectionEnded()
{
    m_probed = 0;
    QList<quint64> keys;
    for (Line &line : m_lines) {
        line.isPast = true;
        if (line.delivery == Delivery::Sending)
            keys.append(line.key);
    }
    for (const quint64 key : std::as_const(keys))
        settle(key, Delivery::Failed, tr("The connection ended before the stage confirmed this line."));
    schedule();
}

bool PendingLines::isUnderWay(const Line &line) const
{
    return line.delivery == Delivery::Sending || (line.delivery == Delivery::Sent && !line.isPast);
}

PendingLines::Line *PendingLines::oldestUnderWay()
{
    return firstOf(m_lines, [this](const Line &line) { return isUnderWay(line); });
}

PendingLines::Line *PendingLines::find(quint64 key)
{
    return firstOf(m_lines, [key](const Line &line) { return line.key == key; });
}

PendingLines::Line *PendingLines::oldestWith(const Outgoing &echo, bool underWay)
{
    return firstOf(
        m_lines, [&](const Line &line) { return isUnderWay(line) == underWay && matches(line.line, echo); });
}

PendingLines::Line *PendingLines::changedByStage(const Outgoing &echo)
{
    // A stage that echoes heartbeats has not changed a line to one.
    if (echo.form != Outgoing::Form::Chat || !Dialect::wantsEcho(echo, m_heartbeatText)
        || m_echoed.contains(comparable(echo.text)))
        return nullptr;
    return firstOf(m_lines, [this](const Line &line) {
        return isUnderWay(line) && line.wantsEcho && line.line.form == Outgoing::Form::Chat;
    });
}

void PendingLines::settle(quint64 key, Delivery delivery, const QString &reason)
{
    find(key)->delivery = delivery;
    Q_EMIT changed(key, delivery, reason);
}

void PendingLines::forgetOldest()
{
    // Failed lines stay: the user has yet to say what shall become of them.
    const auto old = std::find_if(m_lines.cbegin(), m_lines.cend(), [this](const Line &line) {
        return line.delivery == Delivery::Sent && !isUnderWay(line);
    });
    if (m_lines.size() > mostRemembered && old != m_lines.cend())
        m_lines.erase(old);
}

std::chrono::milliseconds PendingLines::dueAt(const Line &line) const
{
    const bool maySettleEarly = m_echoes == Echoes::Unknown && line.delivery == Delivery::Sending;
    const auto graceEnd = line.sentAt + echoGrace;
    return maySettleEarly && m_clock.steadyTime() < graceEnd ? graceEnd : line.sentAt + timeLimit;
}

void PendingLines::probe()
{
    const bool isUseful = std::any_of(m_lines.cbegin(), m_lines.cend(), [this](const Line &line) {
        return line.delivery == Delivery::Sending && !line.arrived
               && (m_echoes != Echoes::Come || !line.wantsEcho);
    });
    if (m_probed != 0 || !isUseful)
        return;
    m_probed = m_lines.last().key;
    Q_EMIT probeWanted(payloadOf(m_probed));
}

void PendingLines::review()
{
    QList<quint64> keys;
    for (const Line &line : std::as_const(m_lines)) {
        if (isUnderWay(line))
            keys.append(line.key);
    }
    for (const quint64 key : std::as_const(keys))
        reviewLine(key);
    schedule();
}

void PendingLines::reviewLine(quint64 key)
{
    Line *line = find(key);
    if (line == nullptr)
        return;
    const auto age = m_clock.steadyTime() - line->sentAt;
    const bool learns = line->wantsEcho && m_echoes == Echoes::Unknown && age >= echoGrace;
    const bool needsNoEcho = !line->wantsEcho || m_echoes == Echoes::Never || learns;
    if (line->delivery == Delivery::Sent) {
        line->isPast = age >= timeLimit;
    } else if (line->arrived && needsNoEcho) {
        if (learns)
            m_echoes = Echoes::Never;
        settle(key, Delivery::Sent);
    } else if (age >= timeLimit) {
        settle(key, Delivery::Failed,
               tr("The stage did not confirm this line within %n second(s).", nullptr,
                  static_cast<int>(timeLimit.count())));
    }
}

void PendingLines::schedule()
{
    m_alarm.reset();
    std::optional<std::chrono::milliseconds> next;
    for (const Line &line : std::as_const(m_lines)) {
        if (isUnderWay(line))
            next = std::min(next.value_or(dueAt(line)), dueAt(line));
    }
    if (next)
        m_alarm = m_clock.ringAfter(*next - m_clock.steadyTime(), [this] { review(); });
}

} // namespace Greenroom
