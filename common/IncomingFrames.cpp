// SPDX-License-Identifier: MIT
#include "common/IncomingFrames.h"

#include "common/Utf8.h"

#include <algorithm>

namespace Greenroom {

namespace {

void append(QByteArray &bytes, const FrameHeader &header, QByteArrayView payload)
{
    if (header.mask)
        appendMasked(bytes, payload, *header.mask);
    else
        bytes.append(payload.data(), payload.size());
}

} // namespace

void IncomingFrames::put(const QByteArray &bytes)
{
    if (!isOver())
        m_arrived.put(bytes);
}

std::optional<IncomingFrames::Arrival> IncomingFrames::next()
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
    // Large messages are rare, and a server has many silent clients: nobody keeps a buffer for nothing.
    if (isOver() || m_arrived.isEmpty())
        m_arrived.forget();
    return arrival;
}

std::optional<IncomingFrames::Arrival> IncomingFrames::take(const FrameHeader &header)
{
    const QByteArrayView payload = m_arrived.take(header);
    return header.isControl() ? takeControl(header, payload) : takeData(header, payload);
}

std::optional<CloseFrame::Code> IncomingFrames::faultOf(const FrameHeader &header) const
{
    if (!header.isSound() || header.mask.has_value() != m_rules.areMasked)
        return CloseFrame::ProtocolError;
    return header.isControl() ? std::nullopt : dataFaultOf(header);
}

std::optional<CloseFrame::Code> IncomingFrames::dataFaultOf(const FrameHeader &header) const
{
    if (header.opcode == FrameHeader::Binary && !m_rules.takesBinary)
        return CloseFrame::Unsupported;
    if ((header.opcode == FrameHeader::Continuation) != m_isInMessage)
        return CloseFrame::ProtocolError;
    // Never negative: what was taken has passed this test.
    const qint64 room = m_rules.messageBytes - m_message.size();
    if (header.payloadSize > static_cast<quint64>(std::min(m_rules.frameBytes, room)))
        return CloseFrame::TooBig;
    return std::nullopt;
}

std::optional<IncomingFrames::Arrival> IncomingFrames::takeControl(const FrameHeader &header,
                                                                   QByteArrayView payload)
{
    Arrival arrival{static_cast<FrameHeader::Opcode>(header.opcode)};
    append(arrival.payload, header, payload);
    if (arrival.kind != FrameHeader::Close)
        return arrival;
    const auto said = CloseFrame::read(arrival.payload);
    if (!said) {
        m_fault = said.error();
        return std::nullopt;
    }
    m_goodbye = *said;
    return arrival;
}

std::optional<IncomingFrames::Arrival> IncomingFrames::takeData(const FrameHeader &header,
                                                                QByteArrayView payload)
{
    if (header.opcode != FrameHeader::Continuation)
        m_messageKind = static_cast<FrameHeader::Opcode>(header.opcode);
    const bool isWhole = header.isFinal && !m_isInMessage;
    m_isInMessage = !header.isFinal;
    // Most messages come in one frame and need not be put together.
    if (isWhole && !header.mask)
        return toMessage(payload);
    append(m_message, header, payload);
    return header.isFinal ? toMessage(std::exchange(m_message, {})) : std::nullopt;
}

std::optional<IncomingFrames::Arrival> IncomingFrames::toMessage(QByteArrayView bytes)
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
