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
    enum Code : quint16 {
        Normal = 1000,
        GoingAway = 1001,
        ProtocolError = 1002,
        Unsupported = 1003,
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

    /// The payload that says `code` and perhaps a reason, which is at most 123 bytes of UTF-8.
    static QByteArray payloadFor(int code, const QString &reason = {});
};

} // namespace Greenroom
