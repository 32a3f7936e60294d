// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QMetaType>
#include <QString>

namespace Greenroom {

/// One row of a transcript.
struct Message
{
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
};

} // namespace Greenroom

Q_DECLARE_METATYPE(Greenroom::Message)
