// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

/// The proof that a server has understood a request for a WebSocket.
namespace Greenroom::WebSocketKey {

/// The `Sec-WebSocket-Accept` that answers the `Sec-WebSocket-Key` `key`.
/// https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2
QByteArray acceptFor(const QByteArray &key);

} // namespace Greenroom::WebSocketKey
