// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <optional>
#include <vector>

namespace Greenroom {

/// JSON as route selection reads it, which is less strict than the standard: a message
/// `{"action":"sendMessage", body:"hello"}` was seen to reach its route on a deployed API. Beside RFC 8259 it
/// takes names and texts without quotes or with single ones, and commas too many.
class LenientJson
{
public:
    enum class Type { Null, Boolean, Number, Text, Array, Object };

    /// The object or array that `json` is; nothing where it is none, or nested beyond all reason.
    static std::optional<LenientJson> parse(QStringView json);

    Type type() const { return m_type; }
    /// A text, or a number, a boolean or null as it was written.
    const QString &text() const { return m_text; }
    /// The last member of this name; nothing where there is none, as in everything that is no object.
    const LenientJson *member(QStringView name) const;
    /// Standard JSON without blanks, members in the order in which they came.
    QString toJson() const;

private:
    friend class LenientJsonReader;

    Type m_type = Type::Null;
    QString m_text;
    /// Of an object; one for each of m_items.
    std::vector<QString> m_names;
    /// Of an array or an object.
    std::vector<LenientJson> m_items;
};

} // namespace Greenroom
