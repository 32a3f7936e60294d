// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <variant>

/// What is typed with a slash in front, as in `/to Heron 27 Good morning`.
namespace Greenroom::SlashCommand {

/// `/help`
struct Help
{
};

/// `/connect`, or `/connect ADDRESS`
struct Connect
{
    /// Empty: the one in the address field.
    QString address;
};

/// `/disconnect`
struct Disconnect
{
};

/// `/to NAME`, or `/to NAME text`
struct To
{
    /// The name and what follows it: only who knows the people can tell them apart.
    QString rest;
};

/// `/raw FRAME`
struct Raw
{
    QString frame;
};

/// A word with a slash in front that is no command.
struct Unknown
{
    /// With the slash.
    QString word;
};

/// A text to be sent as it stands.
struct Text
{
};

using Command = std::variant<Text, Help, Connect, Disconnect, To, Raw, Unknown>;

/// What `typed` is. A command is a slash and a letter at the very beginning; its letters' case is ignored.
Command parse(const QString &typed);

/// What `/help` answers.
QString help();

} // namespace Greenroom::SlashCommand
