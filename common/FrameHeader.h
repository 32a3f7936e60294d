// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <optional>

namespace Greenroom {

/// What stands before the payload of a WebSocket frame.
/// https://www.rfc-editor.org/rfc/rfc6455#section-5.2
struct FrameHeader
{
    enum Opcode : quint8 {
        Continuation = 0x0,
        Text = 0x1,
        Binary = 0x2,
        Close = 0x8,
        Ping = 0x9,
        Pong = 0xa,
    };

    bool isFinal = true;
    /// The three reserved bits as they came; 0 where no extension is in use.
    quint8 reserved = 0;
    quint8 opcode = Text;
    quint64 payloadSize = 0;
    /// Present on what clients send.
    std::optional<quint32> mask = {};
    /// Whether the length was written in as few bytes as it can be, as it must.
    bool isMinimal = true;
    /// In bytes.
    qsizetype size = 0;

    /// Opcodes from 8 on, known or not.
    bool isControl() const { return opcode >= Close; }
    /// Whether it is as the protocol demands of a frame of either side where no extension is in use; does not
    /// look at the mask.
    bool isSound() const;

    /// The header that `bytes` begin with; nothing where they are too few to tell.
    static std::optional<FrameHeader> read(QByteArrayView bytes);

    /// Appends the header to `bytes`; does not look at size and isMinimal.
    void appendTo(QByteArray &bytes) const;
};

/// The payload as it was before masking, or masked, as this is its own inverse.
/// https://www.rfc-editor.org/rfc/rfc6455#section-5.3
void appendMasked(QByteArray &bytes, QByteArrayView payload, quint32 mask);

} // namespace Greenroom
