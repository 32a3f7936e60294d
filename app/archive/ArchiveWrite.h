// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/Message.h"

#include <deque>
#include <variant>

namespace Greenroom {

/// What the archive knows of a conversation beside its lines.
struct ConversationState
{
    int unread = 0;
    /// The number of the first unread line; -1 if there is none.
    qint64 firstUnread = -1;
    /// Of the last line that somebody wrote.
    QString lastText;
    QString lastPersonId;
    bool lastIsOwn = false;
    WallTime lastAt;
};

/// A conversation of this key begins.
struct AddConversation
{
    qint64 conversation = 0;
    QString key;
};

/// The line with this number is new, or another than before.
struct PutLine
{
    qint64 conversation = 0;
    qint64 number = 0;
    Message line;
};

struct RemoveLine
{
    qint64 conversation = 0;
    qint64 number = 0;
};

/// This id was ourselves.
struct AddOwnId
{
    qint64 conversation = 0;
    QString personId;
};

struct SetState
{
    qint64 conversation = 0;
    ConversationState state;
};

/// Nothing shall be left of the conversation.
struct ForgetConversation
{
    qint64 conversation = 0;
};

using ArchiveWrite =
    std::variant<AddConversation, PutLine, RemoveLine, AddOwnId, SetState, ForgetConversation>;
using ArchiveWrites = std::deque<ArchiveWrite>;

} // namespace Greenroom
