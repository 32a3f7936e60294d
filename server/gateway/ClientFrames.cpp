// SPDX-License-Identifier: MIT
#include "gateway/ClientFrames.h"

#include <QtEndian>
#include <algorithm>

namespace Greenroom {

namespace {

constexpr quint64 largestControlPayload = 125;
constexpr qsizetype closeCodeSize = sizeof(quint16);
/// Has no name in Qt 6.4: an empty close frame. https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1
constexpr int noStatusReceived = 1005;
// Registered since: https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number
constexpr int serviceRestart = 1012;
constexpr int badGateway = 1014;

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");
static_assert(byteOrderMark.size() == ClientFrames::mostAdded);

bool isKnown(quint8 opcode)
{
    return opcode <= FrameHeader::Binary || (opcode >= FrameHeader::Close && opcode <= FrameHeader::Pong);
}

void appendFrame(QByteArray &frames, quint8 opcode, QByteArrayView payload)
{
    FrameHeader header;
    header.opcode = opcode;
    header.payloadSize = static_cast<quint64>(payload.size());
    header.appendTo(frames);
    frames.append(payload.data(), payload.size());
}

/// QWebSocket takes the younger registered codes for errors.
bool isForeignToQt(int code)
{
    return code >= serviceRestart && code <= badGateway;
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

ClientFrames::Goodbye goodbyeFrom(const QByteArray &payload)
{
    ClientFrames::Goodbye goodbye;
    if (payload.size() < closeCodeSize) {
        goodbye.code = noStatusReceived;
        goodbye.reason = QStringLiteral("Client-side close frame status not set");
    } else {
        goodbye.code = qFromBigEndian<quint16>(payload.constData());
        goodbye.reason = QString::fromUtf8(QByteArrayView(payload).sliced(closeCodeSize));
    }
    if (payload.isEmpty() || isForeignToQt(goodbye.code))
        appendFrame(goodbye.answer, FrameHeader::Close, payload);
    return goodbye;
}

QByteArray normalClose()
{
    QByteArray payload(closeCodeSize, '\0');
    qToBigEndian(static_cast<quint16>(QWebSocketProtocol::CloseCodeNormal), payload.data());
    return payload;
}

} // namespace

QByteArray ClientFrames::take(QByteArrayView bytes)
{
    QByteArray frames;
    if (m_fault)
        return frames;
    m_incomplete.append(bytes.data(), bytes.size());
    QByteArrayView rest(m_incomplete);
    while (const auto header = FrameHeader::read(rest)) {
        m_fault = faultOf(*header);
        const auto payloadSize = static_cast<qsizetype>(header->payloadSize);
        if (m_fault || rest.size() - header->size < payloadSize)
            break;
        takeFrame(*header, rest.sliced(header->size, payloadSize), frames);
        if (m_fault)
            break;
        rest = rest.sliced(header->size + payloadSize);
    }
    m_incomplete.remove(0, m_fault ? m_incomplete.size() : m_incomplete.size() - rest.size());
    return frames;
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

void ClientFrames::takeFrame(const FrameHeader &header, QByteArrayView masked, QByteArray &frames)
{
    if (header.isControl()) {
        QByteArray payload;
        appendMasked(payload, masked, *header.mask);
        takeControl(header, payload, frames);
        return;
    }
    appendMasked(m_message, masked, *header.mask);
    m_isInMessage = !header.isFinal;
    if (m_isInMessage)
        return;
    // Of two marks QWebSocket drops the first.
    if (m_message.startsWith(byteOrderMark))
        m_message.prepend(byteOrderMark);
    appendFrame(frames, FrameHeader::Text, m_message);
    m_message.clear();
}

void ClientFrames::takeControl(const FrameHeader &header, const QByteArray &payload, QByteArray &frames)
{
    if (header.opcode == FrameHeader::Ping)
        ++m_pings;
    const bool isGoodbye = header.opcode == FrameHeader::Close;
    if (isGoodbye && !isCloseAllowed(payload)) {
        m_fault = QWebSocketProtocol::CloseCodeProtocolError;
        return;
    }
    if (isGoodbye && !m_goodbye)
        m_goodbye = goodbyeFrom(payload);
    const bool isForeign = isGoodbye && isForeignToQt(m_goodbye->code);
    appendFrame(frames, header.opcode, isForeign ? normalClose() : payload);
}

} // namespace Greenroom
