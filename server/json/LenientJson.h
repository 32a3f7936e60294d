// SPDX-License-Identifier: MIT
#pragma once

#include "json/JsonScanner.h"

namespace Greenroom {

/// JSON as route selection reads it, which is less strict than the standard: a message
/// `{"action":"sendMessage", body:"hello"}` was seen to reach its route on a deployed API. Beside RFC 8259 it
/// takes names and texts without quotes or with single ones, and commas too many.
class LenientJson : private JsonScanner
{
public:
    /// The object or array that `json` is; nothing where it is none, or nested beyond all reason.
    static std::optional<JsonTree> parse(QStringView json);

private:
    explicit LenientJson(QStringView json) : JsonScanner(json) {}

    std::optional<JsonTree> document();
    std::optional<JsonTree> value();
    std::optional<JsonTree> container(JsonTree::Type type, QChar end);
    std::optional<QString> name();
    std::optional<QString> quotedText();
    QChar escapedCharacter();
    JsonTree bareValue();
    QString bareText(QStringView ends);
};

} // namespace Greenroom
