// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "transcript/Delivery.h"

#include <QMetaType>
#include <QString>

namespace Greenroom {

/// One row of a transcript.
struct Message
{
    /// Kept by number in archives: new ones come at the end.
    enum class Kind {
        /// A line that somebody wrote.
        Chat,
        /// As Chat, for one recipient only.
        Direct,
        Joined,
        Left,
        /// A line from the backend that names no sender.
        Backend,
        /// What the client itself has to say: connected, disconnected.
        Notice,
        /// A refusal or failure, from backend, gateway or network.
        Error,
    };

    Kind kind = Kind::Notice;
    /// Who wrote it, came or left; empty where there is nobody.
    QString personId;
    /// Plain text, whatever it looks like.
    QString text;
    WallTime at;
    /// The frame that it came in; empty for what the client itself says.
    QString rawFrame;
    /// Of a line of our own, how far it has come.
    Delivery delivery = Delivery::None;
    /// Where it failed, one sentence on why.
    QString failure = {};
    /// Tells a line that was typed here from all others of this conversation; 0 where it was not.
    quint64 ownLine = 0;
    /// Of a line of our own that is not known to have arrived: its name in the outbox.
    QString outboxName = {};
};

/// Whether somebody wrote such a line, in distinction to what is told of people and of the connection.
constexpr bool isWritten(Message::Kind kind)
{
    return kind == Message::Kind::Chat || kind == Message::Kind::Direct || kind == Message::Kind::Backend;
}

} // namespace Greenroom

Q_DECLARE_METATYPE(Greenroom::Message)
