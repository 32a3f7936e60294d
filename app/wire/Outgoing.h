// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaType>
#include <QString>

namespace Greenroom {

/// What we say to a stage, before it is a frame.
struct Outgoing
{
    enum class Form {
        /// `{"action":"sendmessage","message":…}`: to everybody.
        Chat,
        /// `{"action":"sendMessage","message":…,"recipient_id":…}`: to one person.
        Direct,
        /// `{"action":"sendMessage","data":…}`: to everybody; the echo is the bare text.
        Broadcast,
        /// A frame in no form known, as it was typed.
        Raw,
    };

    Form form = Form::Chat;
    /// What is said; of a Raw one the frame itself.
    QString text = {};
    /// Of a Direct one, whose it is.
    QString recipientId = {};
    /// The frame itself where it was typed as it stands; else empty.
    QString verbatim = {};
};

} // namespace Greenroom

Q_DECLARE_METATYPE(Greenroom::Outgoing)
