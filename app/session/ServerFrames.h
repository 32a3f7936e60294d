// SPDX-License-Identifier: MIT
#pragma once

#include "common/CloseFrame.h"
#include "common/FrameBuffer.h"

#include <QByteArray>
#include <QString>
#include <optional>

namespace Greenroom {

/// Reads what a server sends after the handshake: makes whole messages of its frames and checks all that the
/// protocol demands. Pure.
///
/// Characters may be cut between frames (section 5.6 of the protocol), as API Gateway does every 32 KB: only
/// a whole message has to be UTF-8.
/// https://www.rfc-editor.org/rfc/rfc6455
class ServerFrames
{
public:
    /// A message, a ping, a pong or the close frame.
    struct Arrival
    {
        FrameHeader::Opcode kind = FrameHeader::Text;
        /// Of a text message, however many frames it came in.
        QString text = {};
        /// Of anything else.
        QByteArray payload = {};
    };

    /// Takes messages of up to `largestMessage` bytes.
    explicit ServerFrames(qint64 largestMessage) : m_largestMessage(largestMessage) {}

    /// Takes what has arrived, for next() to read.
    void put(const QByteArray &bytes);
    /// The first thing that has arrived whole and was not returned before; nothing after a fault or a close
    /// frame.
    std::optional<Arrival> next();

    /// The code to close the connection with, where the server broke the protocol: ProtocolError, BadText,
    /// TooBig (told by a frame's header alone). All that next() has returned came before.
    std::optional<CloseFrame::Code> fault() const { return m_fault; }
    /// The server's close frame, once it has come whole.
    const std::optional<CloseFrame> &goodbye() const { return m_goodbye; }

private:
    std::optional<Arrival> take(const FrameHeader &header);
    std::optional<CloseFrame::Code> faultOf(const FrameHeader &header) const;
    std::optional<Arrival> takeControl(const FrameHeader &header, QByteArrayView payload);
    std::optional<Arrival> takeData(const FrameHeader &header, QByteArrayView payload);
    std::optional<Arrival> toMessage(QByteArrayView bytes);
    bool isOver() const { return m_fault || m_goodbye; }

    qint64 m_largestMessage;
    FrameBuffer m_arrived;
    /// What has come of a fragmented message, and what kind it is.
    QByteArray m_message;
    FrameHeader::Opcode m_messageKind = FrameHeader::Text;
    bool m_isInMessage = false;
    std::optional<CloseFrame::Code> m_fault;
    std::optional<CloseFrame> m_goodbye;
};

} // namespace Greenroom
