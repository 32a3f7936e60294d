// SPDX-License-Identifier: MIT
#include "gateway/ClientFrames.h"

#include "common/CloseFrame.h"
#include "common/Utf8.h"

#include <algorithm>

namespace Greenroom {

void ClientFrames::put(const QByteArray &bytes)
{
    if (!isOver())
        m_arrived.put(bytes);
}

std::optional<ClientFrames::Arrival> ClientFrames::next()
{
    std::optional<Arrival> arrival;
    while (!arrival && !isOver()) {
        const auto header = m_arrived.header();
        if (!header)
            break;
        m_fault = faultOf(*header);
        if (m_fault || !m_arrived.holds(*header))
            break;
        arrival = takeFrame(*header);
    }
    // Nobody who is silent keeps a buffer.
    if (isOver() || m_arrived.isEmpty())
        m_arrived.forget();
    return arrival;
}

std::optional<ClientFrames::Arrival> ClientFrames::takeFrame(const FrameHeader &header)
{
    const QByteArrayView masked = m_arrived.take(header);
    return header.isControl() ? takeControl(header, masked) : takeData(header, masked);
}

std::optional<QWebSocketProtocol::CloseCode> ClientFrames::faultOf(const FrameHeader &header) const
{
    if (!header.isSound() || !header.mask)
        return QWebSocketProtocol::CloseCodeProtocolError;
    return header.isControl() ? std::nullopt : dataFaultOf(header);
}

std::optional<QWebSocketProtocol::CloseCode> ClientFrames::dataFaultOf(const FrameHeader &header) const
{
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-binary-media-types.html
    if (header.opcode == FrameHeader::Binary)
        return QWebSocketProtocol::CloseCodeDatatypeNotSupported;
    if ((header.opcode == FrameHeader::Continuation) != m_isInMessage)
        return QWebSocketProtocol::CloseCodeProtocolError;
    const auto room = static_cast<quint64>(std::max<qint64>(m_limits.messageBytes - m_message.size(), 0));
    if (header.payloadSize > std::min(static_cast<quint64>(m_limits.frameBytes), room))
        return QWebSocketProtocol::CloseCodeTooMuchData;
    return std::nullopt;
}

std::optional<ClientFrames::Arrival> ClientFrames::takeData(const FrameHeader &header, QByteArrayView masked)
{
    appendMasked(m_message, masked, *header.mask);
    m_isInMessage = !header.isFinal;
    if (m_isInMessage)
        return std::nullopt;
    const auto text = Utf8::decode(std::exchange(m_message, {}));
    if (!text) {
        m_fault = QWebSocketProtocol::CloseCodeWrongDatatype;
        return std::nullopt;
    }
    return Arrival{FrameHeader::Text, *text};
}

std::optional<ClientFrames::Arrival> ClientFrames::takeControl(const FrameHeader &header,
                                                               QByteArrayView masked)
{
    QByteArray payload;
    appendMasked(payload, masked, *header.mask);
    if (header.opcode == FrameHeader::Close)
        return takeGoodbye(payload);
    if (header.opcode == FrameHeader::Ping)
        return Arrival{FrameHeader::Ping, {}, payload};
    return std::nullopt;
}

std::optional<ClientFrames::Arrival> ClientFrames::takeGoodbye(const QByteArray &payload)
{
    const auto said = CloseFrame::read(payload);
    if (!said) {
        m_fault = static_cast<QWebSocketProtocol::CloseCode>(said.error());
        return std::nullopt;
    }
    if (payload.isEmpty())
        m_goodbye = {CloseFrame::NoStatus, QStringLiteral("Client-side close frame status not set")};
    else
        m_goodbye = {said->code, said->reason};
    return Arrival{FrameHeader::Close, {}, payload};
}

} // namespace Greenroom
