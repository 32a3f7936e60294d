// SPDX-License-Identifier: MIT
#pragma once

#include "common/FrameHeader.h"

#include <algorithm>

namespace Greenroom::Test {

/// A frame as a server sends it.
inline QByteArray serverFrame(FrameHeader header, const QByteArray &payload)
{
    header.payloadSize = static_cast<quint64>(payload.size());
    QByteArray bytes;
    header.appendTo(bytes);
    return bytes + payload;
}

inline QByteArray serverFrame(quint8 opcode, const QByteArray &payload = {}, bool isFinal = true)
{
    FrameHeader header;
    header.opcode = opcode;
    header.isFinal = isFinal;
    return serverFrame(header, payload);
}

/// A text whose frames hold `size` bytes each, whatever characters they cut, with `between` after each but
/// the last.
inline QByteArray fragmentedText(const QByteArray &text, qsizetype size, const QByteArray &between = {})
{
    QByteArray bytes;
    for (qsizetype start = 0; start < text.size(); start += size) {
        const qsizetype end = std::min(start + size, text.size());
        bytes += serverFrame(start == 0 ? FrameHeader::Text : FrameHeader::Continuation,
                             text.mid(start, end - start), end == text.size());
        if (end < text.size())
            bytes += between;
    }
    return bytes;
}

} // namespace Greenroom::Test
