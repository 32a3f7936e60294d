// SPDX-License-Identifier: MIT
#pragma once

#include "json/JsonScanner.h"

namespace Greenroom {

/// JSON as a Lambda function reads the body of its event. A member that comes twice keeps its first place and
/// takes its last value.
class StrictJson : private JsonScanner
{
public:
    enum class Dialect {
        /// `json.loads`, which knows NaN, Infinity and -Infinity, and no integer of more than 4300 digits.
        /// https://docs.python.org/3/library/json.html#standard-compliance-and-interoperability
        Python,
        /// `JSON.parse`: RFC 8259.
        JavaScript,
    };

    /// Any value; nothing where the function would throw.
    static std::optional<JsonTree> parse(QStringView json, Dialect dialect);

private:
    StrictJson(QStringView json, Dialect dialect) : JsonScanner(json), m_dialect(dialect) {}

    std::optional<JsonTree> document();
    std::optional<JsonTree> value();
    std::optional<JsonTree> array();
    std::optional<JsonTree> object();
    std::optional<JsonTree> constant();
    std::optional<JsonTree> number();
    std::optional<QString> text();
    std::optional<QChar> escapedCharacter();

    Dialect m_dialect;
};

} // namespace Greenroom
