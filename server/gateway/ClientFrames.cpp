// SPDX-License-Identifier: MIT
#include "gateway/ClientFrames.h"

#include <QStringConverter>
#include <QtEndian>
#include <algorithm>

namespace Greenroom {

namespace {

constexpr quint64 largestControlPayload = 125;
constexpr qsizetype closeCodeSize = sizeof(quint16);
/// Has no name in Qt 6.4: an empty close frame. https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1
constexpr int noStatusReceived = 1005;
/// Registered since: https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number
constexpr int badGateway = 1014;

bool isKnown(quint8 opcode)
{
    return opcode <= FrameHeader::Binary || (opcode >= FrameHeader::Close && opcode <= FrameHeader::Pong);
}

/// https://www.rfc-editor.org/rfc/rfc6455#section-7.4
bool isCloseAllowed(const QByteArray &payload)
{
    constexpr int firstOfLibraries = 3000;
    constexpr int lastOfApplications = 4999;
    if (payload.size() < closeCodeSize)
        return payload.isEmpty();
    const int code = qFromBigEndian<quint16>(payload.constData());
    return (code >= QWebSocketProtocol::CloseCodeNormal
            && code <= QWebSocketProtocol::CloseCodeDatatypeNotSupported)
           || (code >= QWebSocketProtocol::CloseCodeWrongDatatype && code <= badGateway)
           || (code >= firstOfLibraries && code <= lastOfApplications);
}

/// Nothing where `bytes` are no UTF-8. A byte order mark is a character like any other.
std::optional<QString> textFrom(const QByteArray &bytes)
{
    using Flag = QStringConverter::Flag;
    QStringDecoder decoder(QStringConverter::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    const QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

} // namespace

void ClientFrames::put(const QByteArray &bytes)
{
    if (isOver())
        return;
    if (m_taken == m_arrived.size()) {
        m_arrived = bytes;
    } else {
        m_arrived.remove(0, m_taken);
        m_arrived.append(bytes);
    }
    m_taken = 0;
}

std::optional<ClientFrames::Arrival> ClientFrames::next()
{
    std::optional<Arrival> arrival;
    bool hasMore = true;
    while (!arrival && !isOver() && hasMore) {
        const auto before = m_taken;
        arrival = takeFrame();
        hasMore = m_taken > before;
    }
    // Nobody who is silent keeps a buffer.
    if (isOver() || m_taken == m_arrived.size()) {
        m_arrived.clear();
        m_taken = 0;
    }
    return arrival;
}

/// Goes on by one frame if there is a whole one.
std::optional<ClientFrames::Arrival> ClientFrames::takeFrame()
{
    const QByteArrayView rest = QByteArrayView(m_arrived).sliced(m_taken);
    const auto header = FrameHeader::read(rest);
    if (!header)
        return std::nullopt;
    m_fault = faultOf(*header);
    const auto payloadSize = static_cast<qsizetype>(header->payloadSize);
    if (m_fault || rest.size() - header->size < payloadSize)
        return std::nullopt;
    m_taken += header->size + payloadSize;
    const QByteArrayView masked = rest.sliced(header->size, payloadSize);
    return header->isControl() ? takeControl(*header, masked) : takeData(*header, masked);
}

std::optional<QWebSocketProtocol::CloseCode> ClientFrames::faultOf(const FrameHeader &header) const
{
    const bool isMalformed =
        header.reserved != 0 || !isKnown(header.opcode) || !header.mask || !header.isMinimal;
    const bool isBadControl =
        header.isControl() && (!header.isFinal || header.payloadSize > largestControlPayload);
    if (isMalformed || isBadControl)
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
    const auto text = textFrom(std::exchange(m_message, {}));
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
    if (!isCloseAllowed(payload)) {
        m_fault = QWebSocketProtocol::CloseCodeProtocolError;
        return std::nullopt;
    }
    const auto reason = textFrom(payload.mid(closeCodeSize));
    if (!reason) {
        m_fault = QWebSocketProtocol::CloseCodeWrongDatatype;
        return std::nullopt;
    }
    if (payload.isEmpty())
        m_goodbye = {noStatusReceived, QStringLiteral("Client-side close frame status not set")};
    else
        m_goodbye = {qFromBigEndian<quint16>(payload.constData()), *reason};
    return Arrival{FrameHeader::Close, {}, payload};
}

} // namespace Greenroom
