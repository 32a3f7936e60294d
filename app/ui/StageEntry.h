// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatSession.h"

#include <QVariant>

namespace Greenroom {

class ConversationPage;

/// What the list of stages shows of one stage, or of one session of it.
struct StageEntry
{
    /// What data() tells besides Qt's own roles.
    enum Role {
        /// QString: the state in words.
        WordsRole = Qt::UserRole,
        /// int: a ChatSession::State.
        StateRole,
        /// int: lines not yet read.
        UnreadRole,
        /// QString: what was said last; empty where nothing was.
        LastLineRole,
        /// QString: when that was.
        TimeRole,
        /// bool: there is a session in this window.
        SessionRole,
        /// bool: the row is the head of a group.
        HeaderRole,
        /// bool: the group's stages are not shown.
        FoldedRole,
    };

    QString title;
    /// Without secrets; empty before the first connection.
    QUrl stage;
    /// The part of the list that it belongs to, see StageSection.
    QString section;
    ChatSession::State state = ChatSession::State::Disconnected;
    /// Where the session waits to try again, how long.
    std::optional<std::chrono::seconds> retryIn;
    /// Our own name in the session, where it is known.
    QString person;
    int unread = 0;
    QString lastLine;
    WallTime lastAt;
    /// 1 for the first session of a stage in this window.
    int ordinal = 1;
    bool isSaved = false;
    /// The session; null where there is none in this window.
    ConversationPage *page = nullptr;

    bool operator==(const StageEntry &other) const = default;

    /// What a view asks for; nothing for roles that an entry knows nothing about.
    QVariant data(int role, WallTime now) const;

private:
    QString words() const;
    QString sentence(WallTime now) const;
};

/// The names of the parts of the list.
namespace StageSection {

/// Empty for the stages without a group.
QString ofGroup(const QString &group);
QString local();
/// The group's name; empty for the other sections.
QString group(const QString &section);

} // namespace StageSection

} // namespace Greenroom
