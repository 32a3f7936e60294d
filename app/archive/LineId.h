// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

/// A line's id in the archive: its conversation's and its number there, so that the lines of a conversation
/// stand together and in order.
namespace Greenroom::LineId {

constexpr int numberBits = 40;

constexpr qint64 of(qint64 conversation, qint64 number)
{
    return (conversation << numberBits) + number;
}

constexpr qint64 numberOf(qint64 id)
{
    return id & ((qint64(1) << numberBits) - 1);
}

} // namespace Greenroom::LineId
