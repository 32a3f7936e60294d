// SPDX-License-Identifier: MIT
#include "common/FrameHeader.h"

#include <QtEndian>
#include <array>
#include <limits>

namespace Greenroom {

namespace {

constexpr unsigned finalBit = 0x80;
constexpr unsigned reservedBits = 0x70;
constexpr unsigned opcodeBits = 0x0f;
constexpr unsigned maskBit = 0x80;
constexpr unsigned lengthBits = 0x7f;
constexpr unsigned reservedShift = 4;
/// Say that the length follows, in 16 or in 64 bits.
constexpr quint64 mediumLength = 126;
constexpr quint64 longLength = 127;
constexpr qsizetype shortHeader = 2;
constexpr quint64 largestControlPayload = 125;

unsigned byteAt(QByteArrayView bytes, qsizetype index)
{
    return static_cast<unsigned char>(bytes[index]);
}

template <typename Number>
void appendNumber(QByteArray &bytes, Number number)
{
    std::array<char, sizeof number> big{};
    qToBigEndian(number, big.data());
    bytes.append(big.data(), big.size());
}

/// How many bytes a header takes whose second byte is `second`.
qsizetype sizeOf(unsigned second)
{
    qsizetype size = shortHeader;
    if ((second & lengthBits) == mediumLength)
        size += qsizetype(sizeof(quint16));
    else if ((second & lengthBits) == longLength)
        size += qsizetype(sizeof(quint64));
    return (second & maskBit) != 0 ? size + qsizetype(sizeof(quint32)) : size;
}

} // namespace

std::optional<FrameHeader> FrameHeader::read(QByteArrayView bytes)
{
    if (bytes.size() < shortHeader)
        return std::nullopt;
    const unsigned first = byteAt(bytes, 0);
    const unsigned second = byteAt(bytes, 1);
    FrameHeader header;
    header.size = sizeOf(second);
    if (bytes.size() < header.size)
        return std::nullopt;
    header.isFinal = (first & finalBit) != 0;
    header.reserved = static_cast<quint8>((first & reservedBits) >> reservedShift);
    header.opcode = static_cast<quint8>(first & opcodeBits);
    header.payloadSize = second & lengthBits;
    if (header.payloadSize == mediumLength) {
        header.payloadSize = qFromBigEndian<quint16>(bytes.data() + shortHeader);
        header.isMinimal = header.payloadSize >= mediumLength;
    } else if (header.payloadSize == longLength) {
        header.payloadSize = qFromBigEndian<quint64>(bytes.data() + shortHeader);
        header.isMinimal = header.payloadSize > std::numeric_limits<quint16>::max();
    }
    if ((second & maskBit) != 0)
        header.mask = qFromBigEndian<quint32>(bytes.data() + header.size - sizeof(quint32));
    return header;
}

bool FrameHeader::isSound() const
{
    const bool isKnown = opcode <= Binary || (opcode >= Close && opcode <= Pong);
    const bool isBadControl = isControl() && (!isFinal || payloadSize > largestControlPayload);
    return reserved == 0 && isKnown && isMinimal && !isBadControl;
}

void FrameHeader::appendTo(QByteArray &bytes) const
{
    const unsigned masked = mask ? maskBit : 0;
    bytes.append(static_cast<char>((isFinal ? finalBit : 0) | unsigned(reserved) << reservedShift | opcode));
    if (payloadSize < mediumLength) {
        bytes.append(static_cast<char>(masked | static_cast<unsigned>(payloadSize)));
    } else if (payloadSize <= std::numeric_limits<quint16>::max()) {
        bytes.append(static_cast<char>(masked | mediumLength));
        appendNumber(bytes, static_cast<quint16>(payloadSize));
    } else {
        bytes.append(static_cast<char>(masked | longLength));
        appendNumber(bytes, payloadSize);
    }
    if (mask)
        appendNumber(bytes, *mask);
}

void appendMasked(QByteArray &bytes, QByteArrayView payload, quint32 mask)
{
    std::array<char, sizeof mask> key{};
    qToBigEndian(mask, key.data());
    const qsizetype start = bytes.size();
    bytes.resize(start + payload.size());
    char *masked = bytes.data() + start;
    for (qsizetype index = 0; index < payload.size(); ++index)
        masked[index] = static_cast<char>(payload[index] ^ key[static_cast<std::size_t>(index) % key.size()]);
}

} // namespace Greenroom
