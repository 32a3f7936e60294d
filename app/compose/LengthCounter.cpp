// SPDX-License-Identifier: MIT
#include "compose/LengthCounter.h"

#include "session/ChatSession.h"
#include "wire/Dialect.h"

#include <QCoreApplication>
#include <QLocale>

namespace Greenroom::LengthCounter {

namespace {

constexpr qsizetype near = ChatSession::largestMessage / 10 * 9;
/// The most that one UTF-16 unit can take: `\u0000`.
constexpr qsizetype bytesPerUnit = 6;
/// More than the names and quotes of any form take.
constexpr qsizetype frameAround = 200;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(LengthCounter)
};

} // namespace

Count count(const Outgoing &line)
{
    if ((line.text.size() + line.recipientId.size()) * bytesPerUnit + frameAround < near)
        return {};
    Outgoing trimmed = line;
    trimmed.text = line.text.trimmed();
    const qsizetype size = Dialect::frame(trimmed).toUtf8().size();
    const qsizetype left = ChatSession::largestMessage - size;
    if (left < 0)
        return {Level::Over, left};
    return {size < near ? Level::Quiet : Level::Near, left};
}

QString words(const Count &count)
{
    const QString amount = QLocale().toString(std::abs(count.left));
    switch (count.level) {
    case Level::Quiet:
        return {};
    case Level::Near:
        return Tr::tr("%1 bytes left").arg(amount);
    case Level::Over:
        break;
    }
    return Tr::tr("%1 bytes too long: a stage accepts %2 with everything around the text. Send it in parts.")
        .arg(amount, QLocale().toString(ChatSession::largestMessage));
}

} // namespace Greenroom::LengthCounter
