// SPDX-License-Identifier: MIT
#pragma once

#include "common/FrameHeader.h"

#include <QByteArray>
#include <QString>
#include <QWebSocketProtocol>
#include <optional>

namespace Greenroom {

/// Reads what a client sends after its handshake and makes of it frames that QWebSocket takes as the protocol
/// means them: whole, without masks, each message in one frame. Pure.
///
/// QWebSocket by itself closes with 1007 where a text is cut inside a character (which section 5.6 of the
/// protocol allows), drops a byte order mark before a text, counts a message's size in UTF-16, accepts frames
/// without a mask, and forgets what some close frames said.
/// https://www.rfc-editor.org/rfc/rfc6455
class ClientFrames
{
public:
    /// How much longer than its message a frame may be that is handed on.
    static constexpr qsizetype mostAdded = 3;

    struct Limits
    {
        qint64 frameBytes = 0;
        qint64 messageBytes = 0;
    };

    /// What a close frame said: 1005 where it said nothing.
    struct Goodbye
    {
        int code = 0;
        QString reason;
        /// What is to be sent back in its place where QWebSocket would answer with another code; else empty.
        QByteArray answer = {};
    };

    explicit ClientFrames(Limits limits) : m_limits(limits) {}

    /// Takes what has arrived and returns the frames that are complete now. After a fault all is dropped.
    QByteArray take(QByteArrayView bytes);

    /// Why the connection has to be closed. All that take() has returned came before.
    std::optional<QWebSocketProtocol::CloseCode> fault() const { return m_fault; }
    /// The client's close frame, once it has come whole.
    const std::optional<Goodbye> &goodbye() const { return m_goodbye; }
    /// How many pings have come.
    quint64 pings() const { return m_pings; }

private:
    std::optional<QWebSocketProtocol::CloseCode> faultOf(const FrameHeader &header) const;
    std::optional<QWebSocketProtocol::CloseCode> dataFaultOf(const FrameHeader &header) const;
    void takeFrame(const FrameHeader &header, QByteArrayView masked, QByteArray &frames);
    void takeControl(const FrameHeader &header, const QByteArray &payload, QByteArray &frames);

    Limits m_limits;
    /// The beginning of a frame whose rest has not arrived.
    QByteArray m_incomplete;
    /// What has come of a fragmented message.
    QByteArray m_message;
    bool m_isInMessage = false;
    std::optional<QWebSocketProtocol::CloseCode> m_fault;
    std::optional<Goodbye> m_goodbye;
    quint64 m_pings = 0;
};

} // namespace Greenroom
