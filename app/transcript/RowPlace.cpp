// SPDX-License-Identifier: MIT
#include "transcript/RowPlace.h"

#include "transcript/LineText.h"
#include "transcript/TranscriptModel.h"

namespace Greenroom {

namespace {

bool isChat(Message::Kind kind)
{
    return kind == Message::Kind::Chat || kind == Message::Kind::Direct;
}

bool belongTogether(const Message &before, const Message &line)
{
    return isChat(line.kind) && before.kind == line.kind && before.personId == line.personId
           && line.at - before.at < RowPlace::groupSpan;
}

} // namespace

RowPlace RowPlace::of(const TranscriptModel &transcript, int row, int unreadRow)
{
    RowPlace place;
    place.beginsUnread = row == unreadRow;
    if (row == 0) {
        place.beginsDay = true;
        return place;
    }
    const Message &before = transcript.message(row - 1);
    const Message &line = transcript.message(row);
    place.beginsDay = LineText::day(before.at) != LineText::day(line.at);
    place.continuesGroup = !place.beginsDay && !place.beginsUnread && belongTogether(before, line);
    return place;
}

} // namespace Greenroom
