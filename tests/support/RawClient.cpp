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

QByteArray RawClient::textFrame(const QByteArray &text)
{
    // Masked with zeros, which leaves the text as it is: https://www.rfc-editor.org/rfc/rfc6455#section-5.2
    constexpr char finalText = '\x81';
    constexpr int maskBit = 0x80;
    QByteArray frame(1, finalText);
    frame += static_cast<char>(maskBit | static_cast<int>(text.size()));
    frame += QByteArray(4, '\0');
    return frame + text;
}

} // namespace Greenroom::Test
