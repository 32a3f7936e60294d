// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/LenientJson.h"

namespace Greenroom {

/// Reads one LenientJson, once.
class LenientJsonReader
{
public:
    /// `json` is borrowed.
    explicit LenientJsonReader(QStringView json) : m_rest(json) {}

    std::optional<LenientJson> document();

private:
    std::optional<LenientJson> value();
    std::optional<LenientJson> container(LenientJson::Type type, QChar end);
    std::optional<QString> name();
    std::optional<QString> quotedText();
    QString escapedText();
    LenientJson bareValue();
    QString bareText(QStringView ends);
    void skipBlanks();
    /// Takes `expected` if it comes next.
    bool take(QChar expected);

    QStringView m_rest;
    int m_depth = 0;
};

} // namespace Greenroom
