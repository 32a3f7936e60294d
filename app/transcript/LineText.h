// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/Message.h"

namespace Greenroom {

class TranscriptModel;

/// A transcript's lines in words, for the eye, the clipboard and the screen reader.
namespace LineText {

/// The line as it is shown; notices of joining and leaving are worded here.
QString shown(const Message &message);

/// The line in row `row` with its time of day and its writer's name.
QString withTimeAndName(const TranscriptModel &transcript, int row);

/// As withTimeAndName(), and what is not as it should be with its delivery; for a screen reader.
QString spoken(const TranscriptModel &transcript, int row);

/// How far a line of our own has come, in words; empty for the lines of others.
QString delivery(const Message &message);

/// Who is behind the line, by the full id, and when it was, by the full date; for a tooltip.
QString details(const Message &message);

/// The time of day in the user's time zone and form.
QString timeOfDay(WallTime at);

} // namespace LineText

} // namespace Greenroom
