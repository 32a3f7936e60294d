// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatSession.h"

#include <QString>
#include <optional>

/// The words in which the window tells what the layers below it know.
namespace Greenroom::Words {

/// The state as the tutorials' page names it: Disconnected, Connecting…, Connected, Connection error; and
/// where the next attempt comes in `retryIn`, when that is.
QString state(ChatSession::State state, std::optional<std::chrono::seconds> retryIn = std::nullopt);

/// The name of the icon that goes with the state.
QString stateIcon(ChatSession::State state);

/// `h:mm:ss`
QString duration(std::chrono::seconds duration);

/// For how much longer a token is valid: `h:mm:ss`, in days where that is long, or that it has ended or has
/// no end.
QString validity(std::optional<std::chrono::seconds> remaining);

/// When `at` was, as seen from `now`, in as few letters as tell it: now, the time of day, the day of the week
/// or the date.
QString shortTime(WallTime at, WallTime now);

/// A short title for the stage at `address`: its host and stage, without scheme and secrets.
QString stageTitle(const QUrl &address);

} // namespace Greenroom::Words
