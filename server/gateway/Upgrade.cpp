// SPDX-License-Identifier: MIT
#include "gateway/Upgrade.h"

#include "gateway/HttpHead.h"
#include "gateway/HttpReply.h"

#include <QCryptographicHash>
#include <algorithm>

namespace Greenroom {

namespace {

/// https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2
bool isToken(const QByteArray &text)
{
    const QByteArrayView marks("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [marks](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || marks.contains(c);
    });
}

/// https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2
QByteArray acceptFor(const QByteArray &key)
{
    constexpr char protocolId[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return QCryptographicHash::hash(key + protocolId, QCryptographicHash::Sha1).toBase64();
}

} // namespace

/// With the headers that were captured from a deployed API, in their order and case
/// (python-websockets/websockets#1065).
QByteArray Upgrade::reply(const HttpHead &head, const QByteArray &subprotocol, WallTime now)
{
    QByteArray reply = "HTTP/1.1 101 Switching Protocols\r\nDate: " + HttpReply::date(now)
                       + "\r\nConnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-accept: "
                       + acceptFor(head.header("Sec-WebSocket-Key")) + "\r\n";
    if (isToken(subprotocol))
        reply += "Sec-WebSocket-Protocol: " + subprotocol + "\r\n";
    return reply + "\r\n";
}

} // namespace Greenroom
