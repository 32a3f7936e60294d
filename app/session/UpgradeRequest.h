// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"
#include "session/ConnectRequest.h"

/// The request for a WebSocket as a client writes it. Pure.
/// https://www.rfc-editor.org/rfc/rfc6455#section-4.1
namespace Greenroom::UpgradeRequest {

/// Whether `request` can be written; see ClientHandshake::check().
Result<void> check(const ConnectRequest &request);

/// The head, blank line included; `key` is its `Sec-WebSocket-Key`.
QByteArray write(const ConnectRequest &request, const QByteArray &key);

/// The port that `address` leads to: its scheme's own where it names none.
quint16 portOf(const QUrl &address);

} // namespace Greenroom::UpgradeRequest
