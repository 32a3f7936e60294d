// SPDX-License-Identifier: MIT
#include "wire/MessageText.h"

#include "common/Timestamp.h"

#include <algorithm>

namespace Greenroom::MessageText {

namespace {

constexpr QLatin1String pong("pong");
constexpr QLatin1String joinedBeforeId("A new user has joined the chat - ");
constexpr QLatin1String leftBeforeId("User ");
constexpr QLatin1String leftAfterId(" has left the chat.");
constexpr QLatin1String stampEnd(" - UTC]");
/// The longest stamp is `2026-01-31T12:00:00.250Z`; nothing behind that needs to be searched.
constexpr qsizetype longestStamp = 24;
/// What the backend writes between the sender's id and the text.
constexpr qsizetype blanksBeforeText = 2;

struct Stamped
{
    WallTime at;
    /// What follows the `[… - UTC]`.
    QStringView rest;
};

std::optional<Stamped> readStamp(QStringView text)
{
    if (!text.startsWith(u'['))
        return std::nullopt;
    const qsizetype end =
        text.first(std::min(text.size(), 1 + longestStamp + stampEnd.size())).indexOf(stampEnd);
    if (end < 0)
        return std::nullopt;
    const std::optional<WallTime> at = fromStamp(text.sliced(1, end - 1));
    if (!at)
        return std::nullopt;
    return Stamped{*at, text.sliced(end + stampEnd.size())};
}

QStringView withoutLeadingSpace(QStringView text)
{
    const auto *start = std::find_if_not(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    return text.sliced(start - text.begin());
}

QStringView withoutFinalNewline(QStringView text)
{
    if (text.endsWith(u'\n'))
        text.chop(1);
    if (text.endsWith(u'\r'))
        text.chop(1);
    return text;
}

QStringView firstWord(QStringView text)
{
    const auto *end = std::find_if(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    return text.first(end - text.begin());
}

std::optional<QString> toId(QStringView text)
{
    if (text.isEmpty() || firstWord(text).size() != text.size())
        return std::nullopt;
    return text.toString();
}

std::optional<QString> joinedId(QStringView notice)
{
    return notice.startsWith(joinedBeforeId) ? toId(notice.sliced(joinedBeforeId.size())) : std::nullopt;
}

std::optional<QString> leftId(QStringView notice)
{
    const qsizetype around = leftBeforeId.size() + leftAfterId.size();
    if (notice.size() <= around || !notice.startsWith(leftBeforeId) || !notice.endsWith(leftAfterId))
        return std::nullopt;
    return toId(notice.sliced(leftBeforeId.size(), notice.size() - around));
}

std::optional<Event> readNotice(QStringView notice, std::optional<WallTime> at)
{
    if (const auto id = joinedId(notice))
        return JoinEvent{*id, at};
    if (const auto id = leftId(notice))
        return LeaveEvent{*id, at};
    return std::nullopt;
}

/// At most two blanks belong to the form; more are the writer's own indentation.
QStringView withoutSeparator(QStringView text)
{
    qsizetype blanks = 0;
    while (blanks < std::min(blanksBeforeText, text.size()) && text.at(blanks) == u' ')
        ++blanks;
    return text.sliced(blanks);
}

std::optional<Event> readChatLine(const Stamped &stamped)
{
    const QStringView line = withoutLeadingSpace(stamped.rest);
    const QStringView sender = firstWord(line);
    const QStringView behindSender = line.sliced(sender.size());
    if (sender.isEmpty() || !behindSender.startsWith(u' '))
        return std::nullopt;
    const QStringView text = withoutFinalNewline(withoutSeparator(behindSender));
    return ChatLineEvent{sender.toString(), text.toString(), stamped.at};
}

std::optional<Event> readStamped(const Stamped &stamped)
{
    // Notices first: read as chat lines, they would have somebody called `A` or `User` say the rest.
    const auto notice = readNotice(stamped.rest.trimmed(), stamped.at);
    return notice ? notice : readChatLine(stamped);
}

} // namespace

Event decode(const QString &text)
{
    if (text.compare(pong, Qt::CaseInsensitive) == 0)
        return PongEvent{};
    const std::optional<Stamped> stamped = readStamp(text);
    const std::optional<Event> event =
        stamped ? readStamped(*stamped) : readNotice(QStringView(text).trimmed(), std::nullopt);
    return event.value_or(BackendLineEvent{text});
}

} // namespace Greenroom::MessageText
