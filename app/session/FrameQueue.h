// SPDX-License-Identifier: MIT
#pragma once

#include "common/FrameHeader.h"
#include "common/TextFrames.h"

#include <QByteArray>
#include <QString>
#include <deque>
#include <optional>

namespace Greenroom {

/// What a client still has to send, frame by frame, masked. Pure.
///
/// All goes in the order in which it was put, but for pongs: one goes before what waits, so that a long
/// message on a slow line does not look like silence.
class FrameQueue
{
public:
    explicit FrameQueue(TextFrames::MaskSource mask) : m_mask(std::move(mask)) {}

    /// Takes a message, in frames of at most TextFrames::largestPayload.
    void putText(const QString &text);
    /// Takes a ping or a close frame.
    void putControl(FrameHeader::Opcode opcode, const QByteArray &payload);
    /// Answers the latest ping; one that waits to be answered is answered by this as well.
    /// https://www.rfc-editor.org/rfc/rfc6455#section-5.5.3
    void putPong(const QByteArray &payload);

    /// Drops all that waits, in the middle of a message or not, and puts a close frame.
    void endWith(const QByteArray &closePayload);

    /// The next frame to write, empty where there is none.
    QByteArray take();

private:
    QByteArray control(FrameHeader::Opcode opcode, const QByteArray &payload) const;

    TextFrames::MaskSource m_mask;
    std::deque<QByteArray> m_frames;
    std::optional<QByteArray> m_pong;
};

} // namespace Greenroom
