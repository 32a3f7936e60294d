// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <tl/expected.hpp>

namespace Greenroom {

/// What a WebSocket close frame says.
/// https://www.rfc-editor.org/rfc/rfc6455#section-7.4
struct CloseFrame
{
    /// https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number
    enum Code {
        Normal = 1000,
        ProtocolError = 1002,
        /// Stands for an empty close frame; never sent.
        NoStatus = 1005,
        /// Stands for a connection that broke without a close frame; never sent.
        Abnormal = 1006,
        BadText = 1007,
        TooBig = 1009,
    };

    /// NoStatus where the frame is empty.
    int code = NoStatus;
    QString reason = {};

    /// What the payload of a close frame says; else the code to close with: ProtocolError for a code that may
    /// not be sent and for half a code, BadText for a reason that is no UTF-8.
    static tl::expected<CloseFrame, Code> read(const QByteArray &payload);

    /// The payload that says `code` and nothing else.
    static QByteArray payloadFor(int code);
};

} // namespace Greenroom
