// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <variant>

/// What a client makes of a frame: one value for each thing that a backend can say.
namespace Greenroom {

/// `{"connection_id": …}`: this is me.
struct IdentityEvent
{
    QString connectionId;
};

/// `{"message": "[<stamp> - UTC]\n <id>  <text>\n"}`
struct ChatLineEvent
{
    QString senderId;
    QString text;
    WallTime sentAt;
};

/// `{"message": …, "sender_id": …, "recipient_id": …}`
struct DirectMessageEvent
{
    QString senderId;
    QString recipientId;
    QString text;
};

/// `{"message": "A new user has joined the chat - <id>"}`, in an earlier build with a time before it.
struct JoinEvent
{
    QString connectionId;
    std::optional<WallTime> at;
};

/// `{"message": "User <id> has left the chat."}`
struct LeaveEvent
{
    QString connectionId;
    std::optional<WallTime> at;
};

/// `{"error": …, "message": …}`: the backend refuses something.
struct BackendErrorEvent
{
    QString error;
    QString message;
};

/// `{"message": …, "connectionId": …, "requestId": …}`: the gateway itself refuses something.
struct GatewayErrorEvent
{
    QString message;
    QString connectionId;
    QString requestId;
};

/// `{"message": "pong"}`: the answer to a heartbeat, never shown.
struct PongEvent
{
};

/// `{"status": …, "errors": […]}`: what became of a message.
struct ReceiptEvent
{
    QString status;
    QStringList errors;
};

/// `{"message": …}` in no form known: a line from the backend without a sender.
struct BackendLineEvent
{
    QString text;
};

/// Anything else, as it came.
struct PlainLineEvent
{
    QString text;
};

using Event =
    std::variant<IdentityEvent, ChatLineEvent, DirectMessageEvent, JoinEvent, LeaveEvent, BackendErrorEvent,
                 GatewayErrorEvent, PongEvent, ReceiptEvent, BackendLineEvent, PlainLineEvent>;

} // namespace Greenroom
