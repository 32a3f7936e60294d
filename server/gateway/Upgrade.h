// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QByteArray>

namespace Greenroom {

class HttpHead;

/// The answer that makes a WebSocket connection of a request, as API Gateway writes it. Pure.
namespace Upgrade {

/// The 101 to a request whose `head` has passed HttpHead::webSocketFault(). `subprotocol` goes into it
/// whether or not the client has offered it, as on API Gateway; one that is not a token (RFC 6455, 4.1) does
/// not.
QByteArray reply(const HttpHead &head, const QByteArray &subprotocol, WallTime now);

} // namespace Upgrade

} // namespace Greenroom
