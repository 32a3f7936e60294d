// SPDX-License-Identifier: MIT
#pragma once

#include "common/FrameBuffer.h"

#include <QByteArray>
#include <QString>
#include <QWebSocketProtocol>
#include <optional>

namespace Greenroom {

/// Reads what a client sends after its handshake: makes whole messages of its frames, checks all that the
/// protocol and the limits demand, and hands on what has to be answered. Pure.
///
/// QWebSocket is no help here. It closes with 1007 where a text is cut inside a character (which section 5.6
/// of the protocol allows), drops a byte order mark before a text, counts a message's size in UTF-16, accepts
/// frames without a mask, and forgets what some close frames said; and it takes half the time of a connect.
/// https://www.rfc-editor.org/rfc/rfc6455
class ClientFrames
{
public:
    struct Limits
    {
        qint64 frameBytes = 0;
        qint64 messageBytes = 0;
    };

    /// A message, a ping or the close frame.
    struct Arrival
    {
        /// Text, Ping or Close.
        FrameHeader::Opcode kind = FrameHeader::Text;
        /// Of a message, however many frames it came in.
        QString text = {};
        /// Of a ping and of the close frame, which both are answered with the same.
        QByteArray payload = {};
    };

    /// What a close frame said: 1005 where it said nothing.
    struct Goodbye
    {
        int code = 0;
        QString reason;
    };

    explicit ClientFrames(Limits limits) : m_limits(limits) {}

    /// Takes what has arrived, for next() to read.
    void put(const QByteArray &bytes);
    /// The first thing that has arrived whole and was not returned before; nothing after a fault or a close
    /// frame.
    std::optional<Arrival> next();

    /// Why the connection has to be closed. All that next() has returned came before.
    std::optional<QWebSocketProtocol::CloseCode> fault() const { return m_fault; }
    /// The client's close frame, once it has come whole.
    const std::optional<Goodbye> &goodbye() const { return m_goodbye; }

private:
    std::optional<Arrival> takeFrame(const FrameHeader &header);
    std::optional<QWebSocketProtocol::CloseCode> faultOf(const FrameHeader &header) const;
    std::optional<QWebSocketProtocol::CloseCode> dataFaultOf(const FrameHeader &header) const;
    std::optional<Arrival> takeControl(const FrameHeader &header, QByteArrayView masked);
    std::optional<Arrival> takeData(const FrameHeader &header, QByteArrayView masked);
    std::optional<Arrival> takeGoodbye(const QByteArray &payload);
    bool isOver() const { return m_fault || m_goodbye; }

    Limits m_limits;
    FrameBuffer m_arrived;
    /// What has come of a fragmented message.
    QByteArray m_message;
    bool m_isInMessage = false;
    std::optional<QWebSocketProtocol::CloseCode> m_fault;
    std::optional<Goodbye> m_goodbye;
};

} // namespace Greenroom
