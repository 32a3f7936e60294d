// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Greenroom {

/// What follows a name in a text: where the value is that belongs to it.
struct SecretValue
{
    qsizetype start = 0;
    qsizetype length = 0;
    /// There are quotes around it, which are no part of it.
    bool isQuoted = false;

    /// The value that begins at `position`: a string with its quotes, also inside of another JSON string
    /// where they have backslashes before them, and also if it does not end; else the bare word, with
    /// `Bearer` or the like before it.
    static SecretValue at(const QString &text, qsizetype position);
};

} // namespace Greenroom
