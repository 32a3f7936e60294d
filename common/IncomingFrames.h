// SPDX-License-Identifier: MIT
#pragma once

#include "common/CloseFrame.h"
#include "common/FrameBuffer.h"

#include <QByteArray>
#include <QString>
#include <optional>

namespace Greenroom {

/// Reads what the other side sends after the handshake, be it the client or the server: makes whole messages
/// of its frames and checks all that the protocol and the rules demand. Pure.
///
/// QWebSocket is no help here. It closes with 1007 where a text is cut inside a character (which section 5.6
/// of the protocol allows, and API Gateway does every 32 KB), drops a byte order mark before a text, counts a
/// message's size in UTF-16, accepts frames without a mask, and forgets what some close frames said; and it
/// takes half the time of a server's connect.
/// https://www.rfc-editor.org/rfc/rfc6455
class IncomingFrames
{
public:
    /// What is demanded of the other side beyond what the protocol demands of both.
    struct Rules
    {
        /// In bytes of payload. What is larger is a fault: TooBig.
        qint64 frameBytes = 0;
        qint64 messageBytes = 0;
        /// As the frames of clients have to be, and those of servers must not be.
        bool areMasked = false;
        /// Where it is false, a binary message is a fault: Unsupported.
        bool takesBinary = true;
    };

    /// A message, a ping, a pong or the close frame.
    struct Arrival
    {
        FrameHeader::Opcode kind = FrameHeader::Text;
        /// Of a text message, however many frames it came in.
        QString text = {};
        /// Of anything else.
        QByteArray payload = {};
    };

    explicit IncomingFrames(const Rules &rules) : m_rules(rules) {}

    /// Takes what has arrived, for next() to read.
    void put(const QByteArray &bytes);
    /// The first thing that has arrived whole and was not returned before; nothing after a fault or a close
    /// frame.
    std::optional<Arrival> next();

    /// The code to close the connection with, where the other side broke the protocol or the rules. A frame
    /// that is too large is told by its header alone. All that next() has returned came before.
    std::optional<CloseFrame::Code> fault() const { return m_fault; }
    /// The other side's close frame, once it has come whole.
    const std::optional<CloseFrame> &goodbye() const { return m_goodbye; }

private:
    std::optional<Arrival> take(const FrameHeader &header);
    std::optional<CloseFrame::Code> faultOf(const FrameHeader &header) const;
    std::optional<CloseFrame::Code> dataFaultOf(const FrameHeader &header) const;
    std::optional<Arrival> takeControl(const FrameHeader &header, QByteArrayView payload);
    std::optional<Arrival> takeData(const FrameHeader &header, QByteArrayView payload);
    std::optional<Arrival> toMessage(QByteArrayView bytes);
    bool isOver() const { return m_fault || m_goodbye; }

    Rules m_rules;
    FrameBuffer m_arrived;
    /// What has come of a fragmented message, and what kind it is.
    QByteArray m_message;
    FrameHeader::Opcode m_messageKind = FrameHeader::Text;
    bool m_isInMessage = false;
    std::optional<CloseFrame::Code> m_fault;
    std::optional<CloseFrame> m_goodbye;
};

} // namespace Greenroom
