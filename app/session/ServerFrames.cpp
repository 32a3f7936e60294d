// SPDX-License-Identifier: MIT
#include "session/ServerFrames.h"

#include "common/Utf8.h"

namespace Greenroom {

void ServerFrames::put(const QByteArray &bytes)
{
    if (!isOver())
        m_arrived.put(bytes);
}

std::optional<ServerFrames::Arrival> ServerFrames::next()
{
    std::optional<Arrival> arrival;
    while (!arrival && !isOver()) {
        const auto header = m_arrived.header();
        if (!header)
            break;
        m_fault = faultOf(*header);
        if (m_fault || !m_arrived.holds(*header))
            break;
        arrival = take(*header);
    }
    // Large messages are rare; their memory is not kept.
    if (isOver() || m_arrived.isEmpty())
        m_arrived.forget();
    return arrival;
}

std::optional<ServerFrames::Arrival> ServerFrames::take(const FrameHeader &header)
{
    const QByteArrayView payload = m_arrived.take(header);
    return header.isControl() ? takeControl(header, payload) : takeData(header, payload);
}

std::optional<CloseFrame::Code> ServerFrames::faultOf(const FrameHeader &header) const
{
    if (!header.isSound() || header.mask)
        return CloseFrame::ProtocolError;
    if (header.isControl())
        return std::nullopt;
    if ((header.opcode == FrameHeader::Continuation) != m_isInMessage)
        return CloseFrame::ProtocolError;
    // Never negative: what was taken has passed this test.
    const auto room = static_cast<quint64>(m_largestMessage - m_message.size());
    return header.payloadSize > room ? std::optional(CloseFrame::TooBig) : std::nullopt;
}

std::optional<ServerFrames::Arrival> ServerFrames::takeControl(const FrameHeader &header,
                                                               QByteArrayView payload)
{
    const auto kind = static_cast<FrameHeader::Opcode>(header.opcode);
    Arrival arrival{kind, {}, payload.toByteArray()};
    if (kind != FrameHeader::Close)
        return arrival;
    const auto said = CloseFrame::read(arrival.payload);
    if (!said) {
        m_fault = said.error();
        return std::nullopt;
    }
    m_goodbye = *said;
    return arrival;
}

std::optional<ServerFrames::Arrival> ServerFrames::takeData(const FrameHeader &header, QByteArrayView payload)
{
    if (header.opcode != FrameHeader::Continuation)
        m_messageKind = static_cast<FrameHeader::Opcode>(header.opcode);
    const bool isWhole = header.isFinal && !m_isInMessage;
    m_isInMessage = !header.isFinal;
    // Most messages come in one frame and need not be put together.
    if (isWhole)
        return toMessage(payload);
    m_message.append(payload.data(), payload.size());
    return header.isFinal ? toMessage(std::exchange(m_message, {})) : std::nullopt;
}

std::optional<ServerFrames::Arrival> ServerFrames::toMessage(QByteArrayView bytes)
{
    if (m_messageKind == FrameHeader::Binary)
        return Arrival{FrameHeader::Binary, {}, bytes.toByteArray()};
    const auto text = Utf8::decode(bytes);
    if (!text) {
        m_fault = CloseFrame::BadText;
        return std::nullopt;
    }
    return Arrival{FrameHeader::Text, *text};
}

} // namespace Greenroom
