// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

/// How a text message is cut into WebSocket frames.
namespace Greenroom::FrameSize {

/// In bytes of payload; API Gateway closes a connection that sends larger frames with 1009.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
constexpr qsizetype largest = qsizetype(32) * 1024;

/// The largest frame size, up to `largest`, at which no frame of `utf8` ends inside a character. The protocol
/// allows that (RFC 6455, section 5.6), but servers built on QWebSocket take it for broken text and close
/// with 1007.
quint64 forText(const QByteArray &utf8);

} // namespace Greenroom::FrameSize
