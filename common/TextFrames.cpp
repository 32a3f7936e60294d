// SPDX-License-Identifier: MIT
#include "common/TextFrames.h"

#include "common/FrameHeader.h"

namespace Greenroom::TextFrames {

namespace {

bool startsCharacter(char byte)
{
    constexpr unsigned char continuationMask = 0xc0;
    constexpr unsigned char continuation = 0x80;
    return (static_cast<unsigned char>(byte) & continuationMask) != continuation;
}

/// Where the frame that starts at `start` ends.
qsizetype cutAfter(const QByteArray &utf8, qsizetype start)
{
    qsizetype cut = start + largestPayload;
    if (cut >= utf8.size())
        return utf8.size();
    while (!startsCharacter(utf8.at(cut)))
        --cut;
    return cut;
}

/// Without masks where `mask` is empty.
QByteArray encodeFrames(const QByteArray &utf8, const MaskSource &mask)
{
    QByteArray frames;
    qsizetype start = 0;
    do {
        const qsizetype end = cutAfter(utf8, start);
        const QByteArrayView payload = QByteArrayView(utf8).sliced(start, end - start);
        FrameHeader header;
        header.isFinal = end == utf8.size();
        header.opcode = start == 0 ? FrameHeader::Text : FrameHeader::Continuation;
        header.payloadSize = static_cast<quint64>(payload.size());
        if (mask)
            header.mask = mask();
        header.appendTo(frames);
        if (header.mask)
            appendMasked(frames, payload, *header.mask);
        else
            frames.append(payload.data(), payload.size());
        start = end;
    } while (start < utf8.size());
    return frames;
}

} // namespace

QByteArray encode(const QByteArray &utf8, const MaskSource &mask)
{
    return encodeFrames(utf8, mask);
}

QByteArray encode(const QByteArray &utf8)
{
    return encodeFrames(utf8, {});
}

} // namespace Greenroom::TextFrames
