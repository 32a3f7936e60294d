// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/Message.h"

#include <QDate>

namespace Greenroom {

struct ConversationSummary;
class TranscriptModel;

/// A transcript's lines in words, for the eye, the clipboard and the screen reader.
namespace LineText {

/// From now on all times are told in the user's time zone (Qt::LocalTime, as at the start) or in UTC. For the
/// whole program, as QLocale::setDefault() is; for its owner, ShownTimes.
void setZone(Qt::TimeSpec zone);

/// The line as it is shown; notices of joining and leaving are worded here.
QString shown(const Message &message);

/// Who wrote the line in row `row`, by the name to be shown; empty where nobody did.
QString writer(const TranscriptModel &transcript, int row);

/// As inBrief() of a row, of the last line of a conversation that is not open.
QString inBrief(const ConversationSummary &summary);

/// The line in row `row` with its time of day and its writer's name.
QString withTimeAndName(const TranscriptModel &transcript, int row);
/// As above, with `text` in place of the whole line.
QString withTimeAndName(const TranscriptModel &transcript, int row, const QString &text);

/// The beginning of the line in row `row` with its writer's name, in one line without breaks.
QString inBrief(const TranscriptModel &transcript, int row);

/// The line in row `row` as a sentence to be read out: who, when, what, and what is not as it should be with
/// its delivery.
QString sentence(const TranscriptModel &transcript, int row);

/// How far a line of our own has come, in words; empty for the lines of others.
QString delivery(const Message &message);

/// Who is behind the line, by the full id, and when it was, by the full date; for a tooltip.
QString details(const Message &message);

/// The time of day in the zone chosen, in the user's form.
QString timeOfDay(WallTime at);

/// The day in the zone chosen.
QDate day(WallTime at);

/// The day of the week and the date in full, in the user's form.
QString fullDate(WallTime at);

} // namespace LineText

} // namespace Greenroom
