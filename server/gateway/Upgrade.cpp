// SPDX-License-Identifier: MIT
#include "gateway/Upgrade.h"

#include "common/HttpToken.h"
#include "common/WebSocketKey.h"
#include "gateway/HttpHead.h"
#include "gateway/HttpReply.h"

namespace Greenroom {

/// With the headers that were captured from a deployed API, in their order and case
/// (python-websockets/websockets#1065).
QByteArray Upgrade::reply(const HttpHead &head, const QByteArray &subprotocol, WallTime now)
{
    QByteArray reply = "HTTP/1.1 101 Switching Protocols\r\nDate: " + HttpReply::date(now)
                       + "\r\nConnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-accept: "
                       + WebSocketKey::acceptFor(head.header("Sec-WebSocket-Key")) + "\r\n";
    if (HttpToken::isToken(subprotocol))
        reply += "Sec-WebSocket-Protocol: " + subprotocol + "\r\n";
    return reply + "\r\n";
}

} // namespace Greenroom
