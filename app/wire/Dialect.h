// SPDX-License-Identifier: MIT
#pragma once

#include "wire/Event.h"

/// Frames to values and back; the wire names are written here and nowhere else. No sockets.
namespace Greenroom::Dialect {

/// What `frame` says. Never fails: what is not understood is a PlainLineEvent.
Event decode(const QString &frame);

/// `{"action":"sendmessage","message":…}`
QString chatFrame(const QString &text);

/// The heartbeat that the tutorials' page sends: a chat frame that says `ping`.
QString heartbeatFrame();

} // namespace Greenroom::Dialect
