// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace Greenroom::Bench {

/// A WebSocket frame as it stands in a buffer.
/// https://www.rfc-editor.org/rfc/rfc6455#section-5.2
struct Frame
{
    enum Opcode : std::uint8_t {
        Text = 0x1,
        Close = 0x8,
    };
    using Mask = std::array<char, 4>;

    std::uint8_t opcode = Text;
    bool isFinal = true;
    bool isMasked = false;
    Mask mask{};
    /// Still masked where isMasked; as long-lived as the buffer.
    std::string_view payload;
    /// Of header and payload together, in bytes.
    std::size_t size = 0;
};

/// The frame that `bytes` begin with; nothing where it is not whole yet. Inline, for the load generator calls
/// it millions of times a second.
inline std::optional<Frame> readFrame(std::string_view bytes)
{
    const auto byteAt = [bytes](std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); };
    if (bytes.size() < 2)
        return std::nullopt;
    Frame frame;
    frame.opcode = byteAt(0) & 0x0f;
    frame.isFinal = (byteAt(0) & 0x80) != 0;
    frame.isMasked = (byteAt(1) & 0x80) != 0;
    std::uint64_t length = byteAt(1) & 0x7f;
    const std::size_t lengthBytes = length < 126 ? 0 : length == 126 ? 2 : 8;
    std::size_t at = 2 + lengthBytes;
    const std::size_t header = at + (frame.isMasked ? frame.mask.size() : 0);
    if (bytes.size() < header)
        return std::nullopt;
    if (lengthBytes > 0) {
        length = 0;
        for (std::size_t i = 2; i < at; ++i)
            length = length << 8 | byteAt(i);
    }
    if (bytes.size() - header < length)
        return std::nullopt;
    for (; at < header; ++at)
        frame.mask[at - (header - frame.mask.size())] = bytes[at];
    frame.payload = bytes.substr(header, length);
    frame.size = header + length;
    return frame;
}

/// Appends the payload as it was before masking.
void appendPayload(std::string &bytes, const Frame &frame);

/// Appends a text frame as servers send it.
void appendTextFrame(std::string &bytes, std::string_view text);
/// Appends a text frame as clients send it.
void appendMaskedTextFrame(std::string &bytes, std::string_view text, const Frame::Mask &mask);

} // namespace Greenroom::Bench
