// SPDX-License-Identifier: MIT
#include "wire/AcceptKey.h"

#include <array>
#include <bit>
#include <cstdint>

namespace Greenroom::Bench {

namespace {

constexpr std::string_view protocolGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
constexpr std::size_t blockBytes = 64;

using Digest = std::array<std::uint32_t, 5>;

std::string padded(std::string_view text)
{
    std::string bytes(text);
    bytes.push_back(static_cast<char>(0x80));
    while (bytes.size() % blockBytes != blockBytes - 8)
        bytes.push_back('\0');
    const std::uint64_t bits = std::uint64_t{text.size()} * 8;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>(bits >> shift & 0xff));
    return bytes;
}

std::array<std::uint32_t, 80> schedule(std::string_view block)
{
    std::array<std::uint32_t, 80> words{};
    for (std::size_t i = 0; i < blockBytes; ++i)
        words[i / 4] = words[i / 4] << 8 | static_cast<std::uint8_t>(block[i]);
    for (std::size_t i = 16; i < words.size(); ++i)
        words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    return words;
}

std::uint32_t mixed(std::size_t round, const Digest &d)
{
    if (round < 20)
        return ((d[1] & d[2]) | (~d[1] & d[3])) + 0x5a827999U;
    if (round < 40)
        return (d[1] ^ d[2] ^ d[3]) + 0x6ed9eba1U;
    if (round < 60)
        return ((d[1] & d[2]) | (d[1] & d[3]) | (d[2] & d[3])) + 0x8f1bbcdcU;
    return (d[1] ^ d[2] ^ d[3]) + 0xca62c1d6U;
}

/// SHA-1, here so that the floor links nothing. https://www.rfc-editor.org/rfc/rfc3174
Digest sha1(std::string_view text)
{
    Digest sum{0x67452301U, 0xefcdab89U, 0x98badcfeU, 0x10325476U, 0xc3d2e1f0U};
    const std::string bytes = padded(text);
    for (std::size_t at = 0; at < bytes.size(); at += blockBytes) {
        const auto words = schedule(std::string_view(bytes).substr(at, blockBytes));
        Digest d = sum;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::uint32_t next = std::rotl(d[0], 5) + mixed(i, d) + d[4] + words[i];
            d = {next, d[0], std::rotl(d[1], 30), d[2], d[3]};
        }
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += d[i];
    }
    return sum;
}

/// https://www.rfc-editor.org/rfc/rfc4648#section-4
std::string base64(const Digest &digest)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    std::uint32_t bits = 0;
    int count = 0;
    for (const std::uint32_t word : digest) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            bits = bits << 8 | (word >> shift & 0xff);
            for (count += 8; count >= 6; count -= 6)
                text.push_back(alphabet[bits >> (count - 6) & 0x3f]);
        }
    }
    // 20 bytes are 26 whole characters and 4 bits more.
    text.push_back(alphabet[bits << (6 - count) & 0x3f]);
    return text + '=';
}

} // namespace

std::string acceptKey(std::string_view key)
{
    return base64(sha1(std::string(key).append(protocolGuid)));
}

} // namespace Greenroom::Bench
