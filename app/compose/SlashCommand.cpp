// SPDX-License-Identifier: MIT
#include "compose/SlashCommand.h"

#include <QCoreApplication>

#include <algorithm>

namespace Greenroom::SlashCommand {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SlashCommand)
};

bool looksLikeCommand(const QString &text)
{
    return text.size() > 1 && text.at(0) == u'/' && text.at(1).isLetter();
}

} // namespace

Command parse(const QString &typed)
{
    const QString text = typed.trimmed();
    if (!looksLikeCommand(text))
        return Text{};
    const auto *const end = std::find_if(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
    const QString word = text.first(end - text.cbegin());
    const QString rest = text.sliced(word.size()).trimmed();
    const QString command = word.toLower();
    if (command == QStringLiteral("/help"))
        return Help{};
    if (command == QStringLiteral("/connect"))
        return Connect{rest};
    if (command == QStringLiteral("/disconnect"))
        return Disconnect{};
    if (command == QStringLiteral("/to"))
        return To{rest};
    if (command == QStringLiteral("/raw"))
        return Raw{rest};
    return Unknown{word};
}

QString help()
{
    return Tr::tr(
        "/help – show these lines\n"
        "/connect [ADDRESS] – connect, to the address in the field above or to this one\n"
        "/disconnect – end the session\n"
        "/to NAME [TEXT] – write to one person, this text or all that follows; /to alone: to everybody\n"
        "/raw {JSON} – send this frame as it stands\n"
        ":smile: – a short code between colons becomes its emoji\n"
        "Up in an empty field – edit the message that failed, or copy the last one");
}

} // namespace Greenroom::SlashCommand
