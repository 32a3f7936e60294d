// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <chrono>

namespace Greenroom {

/// What the heartbeat of a stage is.
struct HeartbeatChoice
{
    /// Off for backends that do not know the message; protocol pings are sent all the same.
    bool sendsMessage = true;
    std::chrono::seconds interval{30};
    /// The `action` of the message.
    QString route = QStringLiteral("sendmessage");
    /// The `message` of the message; that of the tutorials' page unless chosen otherwise.
    QString text = QStringLiteral("ping");

    bool operator==(const HeartbeatChoice &other) const = default;
};

} // namespace Greenroom
