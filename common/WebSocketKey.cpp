// SPDX-License-Identifier: MIT
#include "common/WebSocketKey.h"

#include <QCryptographicHash>

namespace Greenroom::WebSocketKey {

QByteArray acceptFor(const QByteArray &key)
{
    constexpr char protocolId[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return QCryptographicHash::hash(key + protocolId, QCryptographicHash::Sha1).toBase64();
}

} // namespace Greenroom::WebSocketKey
