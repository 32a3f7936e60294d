// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <functional>

/// A long text message as WebSocket frames.
/// https://www.rfc-editor.org/rfc/rfc6455#section-5.2
namespace Greenroom::TextFrames {

/// In bytes of payload; API Gateway closes a connection that sends larger frames with 1009.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
constexpr qsizetype largestPayload = qsizetype(32) * 1024;

/// Returns 32 random bits at each call.
using MaskSource = std::function<quint32()>;

/// `utf8` as a client sends it: in masked frames of at most largestPayload, one after the other, none of
/// which ends inside a character. The protocol allows that (section 5.6), but servers built on QWebSocket
/// take it for broken text and close with 1007, and QWebSocket itself cuts anywhere.
QByteArray encode(const QByteArray &utf8, const MaskSource &mask);
/// The same as a server sends it, without masks.
QByteArray encode(const QByteArray &utf8);

} // namespace Greenroom::TextFrames
