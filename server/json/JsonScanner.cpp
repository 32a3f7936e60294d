// SPDX-License-Identifier: MIT
#include "json/JsonScanner.h"

#include <algorithm>

namespace Greenroom {

namespace {

constexpr qsizetype codeSize = 4;
constexpr int hexadecimal = 16;

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

} // namespace

QStringView JsonScanner::takeFirst(qsizetype size)
{
    const QStringView taken = m_rest.first(size);
    m_rest = m_rest.sliced(size);
    return taken;
}

bool JsonScanner::take(QChar expected)
{
    skipBlanks();
    if (!m_rest.startsWith(expected))
        return false;
    takeOne();
    return true;
}

void JsonScanner::skipBlanks()
{
    while (!m_rest.isEmpty() && isBlank(m_rest.front()))
        takeOne();
}

std::optional<QChar> JsonScanner::takeCode()
{
    const QStringView code = m_rest.left(codeSize);
    // QStringView's own reading would take signs and blanks too.
    if (code.size() < codeSize || !std::all_of(code.begin(), code.end(), isHexDigit))
        return std::nullopt;
    return QChar(takeFirst(codeSize).toUShort(nullptr, hexadecimal));
}

std::optional<QChar> JsonScanner::unescaped(QChar c)
{
    switch (c.unicode()) {
    case u'b':
        return u'\b';
    case u'f':
        return u'\f';
    case u'n':
        return u'\n';
    case u'r':
        return u'\r';
    case u't':
        return u'\t';
    case u'"':
    case u'\\':
    case u'/':
        return c;
    default:
        return std::nullopt;
    }
}

} // namespace Greenroom
