// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>

namespace Greenroom::Bench {

/// Figures, written as one JSON object in one line.
class Report
{
public:
    void add(const std::string &name, double value)
    {
        constexpr int size = 64;
        std::string text(size, '\0');
        const int length = std::snprintf(text.data(), text.size(), "%.3f", value);
        addRaw(name, text.substr(0, static_cast<std::size_t>(length)));
    }
    void addCount(const std::string &name, std::uint64_t value) { addRaw(name, std::to_string(value)); }

    void print() const { std::printf("{%s}\n", m_members.c_str()); }

private:
    void addRaw(const std::string &name, const std::string &value)
    {
        if (!m_members.empty())
            m_members += ", ";
        m_members += '"' + name + "\": " + value;
    }

    std::string m_members;
};

} // namespace Greenroom::Bench
