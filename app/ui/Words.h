// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatSession.h"
#include "transcript/TranscriptModel.h"

#include <QString>

/// The words in which the window tells what the layers below it know.
namespace Greenroom::Words {

/// The state as the tutorials' page names it: Disconnected, Connecting…, Connected, Connection error.
QString state(ChatSession::State state);

/// The name of the icon that goes with the state.
QString stateIcon(ChatSession::State state);

/// `h:mm:ss`
QString duration(std::chrono::seconds duration);

/// The line as it is shown and copied: notices of joining and leaving are worded here.
QString line(const Message &message);

/// The line with its time of day and its writer's name, for the clipboard.
QString copiedLine(const TranscriptModel &transcript, int row);

/// Who is behind the line, by the full id, and when it was, by the full date; for a tooltip.
QString details(const Message &message);

/// The time of day in the user's time zone and form.
QString timeOfDay(WallTime at);

/// A short title for the stage at `address`: its host and stage, without scheme and secrets.
QString stageTitle(const QUrl &address);

} // namespace Greenroom::Words
