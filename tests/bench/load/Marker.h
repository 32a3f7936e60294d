// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace Greenroom::Bench {

/// Stands in every text that the load generator sends and says which it is, so that it is known again
/// wherever a server puts it, without reading JSON.
struct Marker
{
    static constexpr std::string_view start = "~gr:";
    static constexpr std::size_t senderDigits = 3;
    static constexpr std::size_t sequenceDigits = 7;
    static constexpr std::size_t size = start.size() + senderDigits + sequenceDigits;

    std::uint32_t sender = 0;
    std::uint32_t sequence = 0;

    /// Sixteen letters from `a` on are the digits, cheap to read and nothing that JSON would escape.
    void appendTo(std::string &text) const
    {
        text.append(start);
        appendDigits(text, sender, senderDigits);
        appendDigits(text, sequence, sequenceDigits);
    }

    /// `bytes` begin with a whole marker.
    static Marker read(const char *bytes)
    {
        const char *digits = bytes + start.size();
        return {number(digits, senderDigits), number(digits + senderDigits, sequenceDigits)};
    }

private:
    static constexpr unsigned bitsOfDigit = 4;

    static void appendDigits(std::string &text, std::uint32_t value, std::size_t count)
    {
        for (std::size_t i = count; i > 0; --i)
            text.push_back(static_cast<char>('a' + (value >> (bitsOfDigit * (i - 1)) & 0xf)));
    }

    static std::uint32_t number(const char *digits, std::size_t count)
    {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < count; ++i)
            value = value << bitsOfDigit | (static_cast<std::uint32_t>(digits[i] - 'a') & 0xf);
        return value;
    }
};

/// Finds markers in texts; quick where they stand at the same place each time.
class MarkerFinder
{
public:
    std::optional<Marker> find(std::string_view text)
    {
        if (!standsAt(text, m_place)) {
            const std::size_t place = text.find(Marker::start);
            if (place == std::string_view::npos || !standsAt(text, place))
                return std::nullopt;
            m_place = place;
        }
        return Marker::read(text.data() + m_place);
    }

private:
    static bool standsAt(std::string_view text, std::size_t place)
    {
        return text.size() >= place + Marker::size
               && std::memcmp(text.data() + place, Marker::start.data(), Marker::start.size()) == 0;
    }

    std::size_t m_place = 0;
};

} // namespace Greenroom::Bench
