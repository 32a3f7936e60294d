// SPDX-License-Identifier: MIT
#pragma once

namespace Greenroom {

/// A part of a text, in UTF-16 units.
struct TextSpan
{
    int start = 0;
    int length = 0;

    int end() const { return start + length; }
    bool operator==(const TextSpan &other) const = default;
};

} // namespace Greenroom
