// SPDX-License-Identifier: MIT
#pragma once

#include "json/JsonTree.h"

#include <optional>

namespace Greenroom {

/// What readers of JSON have in common: a text of which less and less is left.
class JsonScanner
{
protected:
    /// `json` is borrowed.
    explicit JsonScanner(QStringView json) : m_rest(json) {}

    QStringView rest() const { return m_rest; }
    /// Takes that many characters; there must be as many.
    QStringView takeFirst(qsizetype size);
    /// Takes one character; there must be one.
    QChar takeOne() { return takeFirst(1).front(); }
    /// Takes `expected` if it comes next, maybe behind blanks.
    bool take(QChar expected);
    void skipBlanks();
    /// Takes the four digits behind `\u`, if there are.
    std::optional<QChar> takeCode();
    /// What `c` means behind a backslash, other than `u`; nothing where it means nothing.
    static std::optional<QChar> unescaped(QChar c);

    /// False where that is too deep.
    bool enter() { return ++m_depth <= JsonTree::deepest; }
    void leave() { --m_depth; }

private:
    QStringView m_rest;
    int m_depth = 0;
};

} // namespace Greenroom
