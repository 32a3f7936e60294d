// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QString>

namespace Greenroom {

/// What a list of conversations shows of one.
struct ConversationSummary
{
    /// See ConversationKey.
    QString key;
    /// The last line that somebody wrote, in one line of text and no longer than some hundred characters;
    /// empty if nobody has.
    QString lastText;
    /// Who wrote it; empty where nobody is named.
    QString lastPersonId;
    bool lastIsOwn = false;
    WallTime lastAt;
    int unread = 0;
    /// All lines, notices included.
    qint64 messages = 0;
};

} // namespace Greenroom
