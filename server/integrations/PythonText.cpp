// SPDX-License-Identifier: MIT
#include "integrations/PythonText.h"

#include "integrations/PythonNumber.h"

#include <QStringList>

namespace Greenroom::PythonText {

namespace {

QString repr(const JsonTree &value);

/// https://docs.python.org/3/library/stdtypes.html#str.isprintable
bool isPrintable(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    case QChar::Separator_Space:
        return c == U' ';
    default:
        return true;
    }
}

QString code(char32_t c)
{
    constexpr char32_t lastByte = 0xff;
    constexpr char32_t lastUnit = 0xffff;
    if (c <= lastByte)
        return QStringLiteral("\\x%1").arg(uint(c), 2, 16, QLatin1Char('0'));
    if (c <= lastUnit)
        return QStringLiteral("\\u%1").arg(uint(c), 4, 16, QLatin1Char('0'));
    return QStringLiteral("\\U%1").arg(uint(c), 8, 16, QLatin1Char('0'));
}

QString written(char32_t c, QChar quote)
{
    switch (c) {
    case U'\n':
        return QStringLiteral("\\n");
    case U'\r':
        return QStringLiteral("\\r");
    case U'\t':
        return QStringLiteral("\\t");
    case U'\\':
        return QStringLiteral("\\\\");
    default:
        break;
    }
    if (c == quote.unicode())
        return QLatin1Char('\\') + QString(quote);
    return isPrintable(c) ? QStringView(QChar::fromUcs4(c)).toString() : code(c);
}

QString quoted(const QString &text)
{
    const QChar quote = text.contains(u'\'') && !text.contains(u'"') ? u'"' : u'\'';
    QString result(quote);
    for (qsizetype index = 0; index < text.size(); ++index) {
        const QStringView next = QStringView(text).sliced(index).left(2);
        if (next.size() == 2 && next.front().isHighSurrogate() && next.back().isLowSurrogate()) {
            result += written(QChar::surrogateToUcs4(next.front(), next.back()), quote);
            ++index;
        } else {
            result += written(text[index].unicode(), quote);
        }
    }
    return result + quote;
}

QString listed(const JsonTree &value)
{
    QStringList items;
    for (std::size_t index = 0; index < value.items().size(); ++index) {
        const bool isObject = value.type() == JsonTree::Type::Object;
        const QString key = isObject ? quoted(value.names()[index]) + QLatin1String(": ") : QString();
        items.append(key + repr(value.items()[index]));
    }
    return items.join(QLatin1String(", "));
}

QString repr(const JsonTree &value)
{
    return value.isText() ? quoted(value.text()) : str(value);
}

} // namespace

QString str(const JsonTree &value)
{
    switch (value.type()) {
    case JsonTree::Type::Null:
        return QStringLiteral("None");
    case JsonTree::Type::Boolean:
        return value.text() == QLatin1String("true") ? QStringLiteral("True") : QStringLiteral("False");
    case JsonTree::Type::Number:
        return PythonNumber::repr(value.text());
    case JsonTree::Type::Text:
        break;
    case JsonTree::Type::Array:
        return u'[' + listed(value) + u']';
    case JsonTree::Type::Object:
        return u'{' + listed(value) + u'}';
    }
    return value.text();
}

} // namespace Greenroom::PythonText
