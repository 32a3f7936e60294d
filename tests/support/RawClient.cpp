// SPDX-License-Identifier: MIT
#include "support/RawClient.h"

namespace Greenroom::Test {

RawClient::RawClient(const QUrl &address)
{
    m_socket.connectToHost(address.host(), static_cast<quint16>(address.port()));
    m_socket.waitForConnected();
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

const QByteArray &RawClient::received()
{
    m_received += m_socket.readAll();
    return m_received;
}

QByteArray RawClient::upgradeRequest(const QByteArray &path, const QByteArray &further)
{
    return "GET " + path
           + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
           + further + "\r\n";
}

QByteArray RawClient::frame(FrameHeader header, const QByteArray &payload)
{
    constexpr quint32 anyMask = 0x37fa213d;
    header.payloadSize = static_cast<quint64>(payload.size());
    header.mask = anyMask;
    QByteArray bytes;
    header.appendTo(bytes);
    appendMasked(bytes, payload, anyMask);
    return bytes;
}

QByteArray RawClient::textFrame(const QByteArray &text)
{
    return frame(FrameHeader(), text);
}

} // namespace Greenroom::Test
