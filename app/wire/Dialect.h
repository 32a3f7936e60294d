// SPDX-License-Identifier: MIT
#pragma once

#include "wire/Event.h"
#include "wire/Outgoing.h"

/// Frames to values and back; the wire names are written here and nowhere else. No sockets.
namespace Greenroom::Dialect {

/// What `frame` says. Never fails: what is not understood is a PlainLineEvent.
Event decode(const QString &frame);

/// `{"action":"sendmessage","message":…}`
QString chatFrame(const QString &text);

/// The frame that says `line`.
QString frame(const Outgoing &line);

/// What `frame` says if it was typed as it stands; never fails, since what is not understood is Raw.
Outgoing readOutgoing(const QString &frame);

/// Whether a stage answers `line` by an echo, as far as the line itself tells: a `ping` is a heartbeat at
/// every stage and `heartbeatText` at this one, and nobody knows what a Raw one does.
bool wantsEcho(const Outgoing &line, const QString &heartbeatText = QStringLiteral("ping"));

/// `{"action":<route>,"message":<text>}`; by default the heartbeat that the tutorials' page sends.
QString heartbeatFrame(const QString &route = QStringLiteral("sendmessage"),
                       const QString &text = QStringLiteral("ping"));

} // namespace Greenroom::Dialect
