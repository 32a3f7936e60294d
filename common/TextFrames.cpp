// SPDX-License-Identifier: MIT
#include "common/TextFrames.h"

#include <QtEndian>
#include <array>

namespace Greenroom::TextFrames {

namespace {

constexpr char continuationOpcode = 0x0;
constexpr char textOpcode = 0x1;
constexpr char finalBit = static_cast<char>(0x80);
constexpr char maskBit = static_cast<char>(0x80);
constexpr qsizetype largestShortLength = 125;
/// Says that the length follows in 16 bits.
constexpr char mediumLength = 126;

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

void appendLength(QByteArray &frame, qsizetype length, char maskedBit)
{
    if (length <= largestShortLength) {
        frame.append(static_cast<char>(maskedBit | static_cast<char>(length)));
        return;
    }
    std::array<char, sizeof(quint16)> bytes{};
    qToBigEndian(static_cast<quint16>(length), bytes.data());
    frame.append(static_cast<char>(maskedBit | mediumLength));
    frame.append(bytes.data(), bytes.size());
}

void appendMasked(QByteArray &frame, QByteArrayView payload, quint32 mask)
{
    std::array<char, sizeof mask> key{};
    qToBigEndian(mask, key.data());
    frame.append(key.data(), key.size());
    std::size_t position = 0;
    for (const char byte : payload)
        frame.append(static_cast<char>(byte ^ key.at(position++ % key.size())));
}

/// Without masks where `mask` is empty.
QByteArray encodeFrames(const QByteArray &utf8, const MaskSource &mask)
{
    QByteArray frames;
    qsizetype start = 0;
    do {
        const qsizetype end = cutAfter(utf8, start);
        const char opcode = start == 0 ? textOpcode : continuationOpcode;
        frames.append(static_cast<char>(opcode | (end == utf8.size() ? finalBit : char(0))));
        const QByteArrayView payload = QByteArrayView(utf8).sliced(start, end - start);
        appendLength(frames, payload.size(), mask ? maskBit : char(0));
        if (mask)
            appendMasked(frames, payload, mask());
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
