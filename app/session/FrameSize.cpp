// SPDX-License-Identifier: MIT
#include "session/FrameSize.h"

namespace Greenroom::FrameSize {

namespace {

/// Sizes below this are no use: so many frames that all cuts fall well is no longer likely.
constexpr qsizetype smallest = largest / 2;

bool startsCharacter(char byte)
{
    constexpr unsigned char continuationMask = 0xc0;
    constexpr unsigned char continuation = 0x80;
    return (static_cast<unsigned char>(byte) & continuationMask) != continuation;
}

bool cutsNoCharacter(const QByteArray &utf8, qsizetype size)
{
    for (qsizetype cut = size; cut < utf8.size(); cut += size) {
        if (!startsCharacter(utf8.at(cut)))
            return false;
    }
    return true;
}

} // namespace

quint64 forText(const QByteArray &utf8)
{
    for (qsizetype size = largest; size >= smallest; --size) {
        if (cutsNoCharacter(utf8, size))
            return static_cast<quint64>(size);
    }
    return static_cast<quint64>(largest);
}

} // namespace Greenroom::FrameSize
