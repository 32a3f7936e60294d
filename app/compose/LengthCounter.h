// SPDX-License-Identifier: MIT
#pragma once

#include "wire/Outgoing.h"

/// How much of a stage's limit a text takes. What counts is the frame as it is sent: UTF-8, with the escapes
/// of JSON and the words around the text.
namespace Greenroom::LengthCounter {

enum class Level {
    /// Far below the limit: nothing to say.
    Quiet,
    /// Nine tenths of it or more.
    Near,
    /// It can't be sent.
    Over,
};

struct Count
{
    Level level = Level::Quiet;
    /// Bytes that are left; below zero, how many are too many. Not counted while Quiet.
    qsizetype left = 0;
};

/// The count of `line`; quick while it is short.
Count count(const Outgoing &line);

/// The count in words: empty while Quiet.
QString words(const Count &count);

} // namespace Greenroom::LengthCounter
