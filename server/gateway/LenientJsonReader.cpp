// SPDX-License-Identifier: MIT
#include "gateway/LenientJsonReader.h"

#include <QRegularExpression>

namespace Greenroom {

namespace {

/// Each level is a few calls deep.
constexpr int deepest = 256;
constexpr qsizetype hexDigits = 4;

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

bool isNumber(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("^-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?$"));
    return number.match(text).hasMatch();
}

QChar unescaped(QChar c)
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
    default:
        return c;
    }
}

} // namespace

std::optional<LenientJson> LenientJsonReader::document()
{
    skipBlanks();
    if (!m_rest.startsWith(u'{') && !m_rest.startsWith(u'['))
        return std::nullopt;
    auto found = value();
    skipBlanks();
    return m_rest.isEmpty() ? found : std::nullopt;
}

std::optional<LenientJson> LenientJsonReader::value()
{
    if (take(u'{'))
        return container(LenientJson::Type::Object, u'}');
    if (take(u'['))
        return container(LenientJson::Type::Array, u']');
    if (!m_rest.startsWith(u'"') && !m_rest.startsWith(u'\''))
        return bareValue();
    const auto text = quotedText();
    if (!text)
        return std::nullopt;
    LenientJson found;
    found.m_type = LenientJson::Type::Text;
    found.m_text = *text;
    return found;
}

std::optional<LenientJson> LenientJsonReader::container(LenientJson::Type type, QChar end)
{
    if (++m_depth > deepest)
        return std::nullopt;
    LenientJson found;
    found.m_type = type;
    while (!take(end)) {
        if (m_rest.isEmpty())
            return std::nullopt;
        if (take(u','))
            continue;
        if (type == LenientJson::Type::Object) {
            const auto key = name();
            if (!key)
                return std::nullopt;
            found.m_names.push_back(*key);
        }
        auto item = value();
        skipBlanks();
        if (!item || !(m_rest.startsWith(u',') || m_rest.startsWith(end)))
            return std::nullopt;
        found.m_items.push_back(std::move(*item));
    }
    --m_depth;
    return found;
}

std::optional<QString> LenientJsonReader::name()
{
    const bool isQuoted = m_rest.startsWith(u'"') || m_rest.startsWith(u'\'');
    auto found = isQuoted ? quotedText() : std::optional(bareText(u":,{}[]\"'"));
    const bool isName = found && (isQuoted || !found->isEmpty()) && take(u':');
    skipBlanks();
    return isName ? found : std::nullopt;
}

std::optional<QString> LenientJsonReader::quotedText()
{
    const QChar quote = m_rest.front();
    m_rest = m_rest.sliced(1);
    QString text;
    while (!m_rest.isEmpty()) {
        const QChar c = m_rest.front();
        m_rest = m_rest.sliced(1);
        if (c == quote)
            return text;
        text += c == u'\\' ? escapedText() : QString(c);
    }
    return std::nullopt;
}

/// What stands behind a backslash.
QString LenientJsonReader::escapedText()
{
    if (m_rest.isEmpty())
        return {};
    const QChar c = m_rest.front();
    m_rest = m_rest.sliced(1);
    bool isCode = false;
    const auto code =
        c == u'u' && m_rest.size() >= hexDigits ? m_rest.first(hexDigits).toUShort(&isCode, 16) : ushort(0);
    if (!isCode)
        return unescaped(c);
    m_rest = m_rest.sliced(hexDigits);
    return QChar(code);
}

LenientJson LenientJsonReader::bareValue()
{
    LenientJson found;
    found.m_text = bareText(u",{}[]\"'");
    if (found.m_text.isEmpty())
        found.m_text = QStringLiteral("null");
    if (found.m_text == QLatin1String("true") || found.m_text == QLatin1String("false"))
        found.m_type = LenientJson::Type::Boolean;
    else if (isNumber(found.m_text))
        found.m_type = LenientJson::Type::Number;
    else if (found.m_text != QLatin1String("null"))
        found.m_type = LenientJson::Type::Text;
    return found;
}

/// Everything before one of `ends`, without blanks at either end.
QString LenientJsonReader::bareText(QStringView ends)
{
    qsizetype size = 0;
    while (size < m_rest.size() && !ends.contains(m_rest[size]))
        ++size;
    const QString text = m_rest.first(size).trimmed().toString();
    m_rest = m_rest.sliced(size);
    return text;
}

void LenientJsonReader::skipBlanks()
{
    while (!m_rest.isEmpty() && isBlank(m_rest.front()))
        m_rest = m_rest.sliced(1);
}

bool LenientJsonReader::take(QChar expected)
{
    skipBlanks();
    if (!m_rest.startsWith(expected))
        return false;
    m_rest = m_rest.sliced(1);
    return true;
}

} // namespace Greenroom
