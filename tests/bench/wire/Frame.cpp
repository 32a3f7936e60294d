// SPDX-License-Identifier: MIT
#include "wire/Frame.h"

namespace Greenroom::Bench {

namespace {

constexpr std::uint8_t finalBit = 0x80;
constexpr std::uint8_t maskBit = 0x80;

void appendHeader(std::string &bytes, std::size_t length, std::uint8_t masked)
{
    const auto append = [&bytes](std::size_t byte) { bytes.push_back(static_cast<char>(byte & 0xff)); };
    append(finalBit | Frame::Text);
    if (length < 126) {
        append(masked | length);
        return;
    }
    const int lengthBytes = length <= 0xffff ? 2 : 8;
    append(masked | (lengthBytes == 2 ? 126U : 127U));
    for (int shift = 8 * (lengthBytes - 1); shift >= 0; shift -= 8)
        append(length >> shift);
}

void appendMasked(std::string &bytes, std::string_view payload, const Frame::Mask &mask)
{
    std::size_t at = 0;
    for (const char byte : payload)
        bytes.push_back(static_cast<char>(byte ^ mask[at++ % mask.size()]));
}

} // namespace

void appendPayload(std::string &bytes, const Frame &frame)
{
    if (frame.isMasked)
        appendMasked(bytes, frame.payload, frame.mask);
    else
        bytes.append(frame.payload);
}

void appendTextFrame(std::string &bytes, std::string_view text)
{
    appendHeader(bytes, text.size(), 0);
    bytes.append(text);
}

void appendMaskedTextFrame(std::string &bytes, std::string_view text, const Frame::Mask &mask)
{
    appendHeader(bytes, text.size(), maskBit);
    bytes.append(mask.data(), mask.size());
    appendMasked(bytes, text, mask);
}

} // namespace Greenroom::Bench
